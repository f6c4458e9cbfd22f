"""Fictional worlds that several files of tests read."""

import pytest

from hub.demo.sizes import Order
from tests.hub.demo.worlds import World, made


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The small world with patterns."""
    return made(tmp_path_factory.mktemp("small"), Order("small", 1))


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The same without patterns."""
    return made(tmp_path_factory.mktemp("plain"), Order("small", 1, patterns=False))
