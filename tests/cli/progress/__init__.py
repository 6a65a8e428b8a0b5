"""Tests of cli, progress."""
