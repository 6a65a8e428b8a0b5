"""Tests of domain, journal."""
