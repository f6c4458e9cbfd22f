"""Options of the whole suite; the fixtures themselves live in tests/fixtures."""

import pytest

pytest_plugins = [
    "tests.fixtures.engine",
    "tests.fixtures.data",
    "tests.fixtures.demo",
    "tests.fixtures.routers",
    "tests.fixtures.served",
    "tests.fixtures.browser",
    "tests.fixtures.ways",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--graph",
        choices=("embedded", "neo4j"),
        default="embedded",
        help="the engine that the tests run on",
    )
    parser.addoption(
        "--thorough",
        action="store_true",
        help="more points and examples where a test has few in every run",
    )


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """One event loop for the whole run: the driver of the fixture `graph` is bound to it."""
    return "asyncio"
