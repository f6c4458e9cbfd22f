"""Tests of what files become."""
