"""Tests of presentation, charts."""
