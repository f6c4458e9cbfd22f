"""Fuzzing of all readers with atheris: `python -m tests.fuzz TARGET [libFuzzer's options]`."""
