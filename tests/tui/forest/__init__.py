"""Tests of tui, forest."""
