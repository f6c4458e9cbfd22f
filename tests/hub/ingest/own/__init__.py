"""Tests of the hub's own files."""
