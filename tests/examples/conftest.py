"""A hub on what the fictional council of the example has published."""

from collections.abc import Generator

import pytest

from tests.examples.routing import COUNCIL
from tests.fixtures.demo import running_hub


@pytest.fixture(scope="session")
def council_hub(embedded_only: None, tmp_path_factory: pytest.TempPathFactory) -> Generator[str]:
    """Its address."""
    home = tmp_path_factory.mktemp("council") / "home"
    with running_hub(home, str(COUNCIL / "releases.jsonl")) as address:
        yield address
