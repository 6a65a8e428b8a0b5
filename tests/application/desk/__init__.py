"""Tests of application, desk."""
