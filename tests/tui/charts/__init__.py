"""Tests of tui, charts."""
