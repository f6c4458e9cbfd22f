"""The commands of `hub`: one module per command, each with `add` (its arguments) and `run`."""

import argparse
from typing import Protocol


class Commands(Protocol):
    """What a command's `add` needs of argparse: its own class for this is private."""

    def add_parser(
        self, name: str, *, help: str, description: str = ..., allow_abbrev: bool = ...
    ) -> argparse.ArgumentParser:
        """A parser for one command; `allow_abbrev=False` keeps every option spelt out."""
        ...
