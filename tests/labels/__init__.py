"""Tests of what steps are called."""
