"""Tests of the snapshot, features, rankers, registry and evaluation."""
