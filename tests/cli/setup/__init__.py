"""Tests of cli, setup."""
