"""Tests of presentation, forest."""
