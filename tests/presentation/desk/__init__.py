"""Tests of presentation, desk."""
