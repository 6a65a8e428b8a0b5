"""Histories that other habit trackers and diaries have kept: what is taken of them, and what a habit becomes."""
