"""Tests of cli, desk."""
