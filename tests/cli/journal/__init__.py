"""Tests of cli, journal."""
