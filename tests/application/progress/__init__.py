"""Tests of application, progress."""
