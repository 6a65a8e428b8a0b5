"""Tests of domain, desk."""
