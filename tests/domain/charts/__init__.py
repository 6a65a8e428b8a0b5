"""Tests of domain, charts."""
