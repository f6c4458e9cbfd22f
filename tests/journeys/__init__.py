"""Journeys through the whole hub."""
