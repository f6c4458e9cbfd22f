"""Invented markets that several tests share: a home with a snapshot and its trained models."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from ranking.snapshot import Snapshot
from ranking.training import train
from tests.ranking.worlds import World, snapshot

TRAINED = date(2022, 10, 1)


@dataclass(frozen=True)
class Home:
    """A folder like HUB_HOME and the snapshot in it."""

    folder: Path
    snapshot: Snapshot


def silent(line: str) -> None:
    """Progress that nobody reads."""


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Twenty-one months of an invented market with all its models."""
    folder = tmp_path_factory.mktemp("home")
    made = snapshot(folder, World(seed=5).grow(range(21)).finished())
    assert train(made, folder, TRAINED, silent)
    return Home(folder, made)
