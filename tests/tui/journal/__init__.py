"""Tests of tui, journal."""
