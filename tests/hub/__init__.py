"""Tests of the application around the five packages."""
