"""Tests of tui, desk."""
