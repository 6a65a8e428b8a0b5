"""Tests of tui, settings."""
