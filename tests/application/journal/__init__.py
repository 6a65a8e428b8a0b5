"""Tests of application, journal."""
