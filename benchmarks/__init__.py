"""Benchmarks: each prints one table and writes its figures to `benchmarks/results/`."""
