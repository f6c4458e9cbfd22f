"""Tests of the quality of what was published."""
