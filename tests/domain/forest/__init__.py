"""Tests of domain, forest."""
