"""All tests of Apollo's suite with Apollo's tracing, and all but that one as the hub serves.

The suite's newest copy on npm has 23 tests; its repository has two more, of the SDL.
"""

import re
import socket
import threading
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, cast

import pytest
import uvicorn
from strawberry.asgi import GraphQL

from graph.driver import Graph
from hub.gateway.graphql import GraphQLEndpoint
from hub.gateway.settings import Settings
from ranking.service import Ranker
from resolvers.context import Context
from tests.compatibility.products import products
from tests.compatibility.suite import results, unpacked
from tests.examples.routing import composed, router, running
from tests.fixtures.routers import ROUTER
from tests.tree import ROOT

HERE = ROOT / "tests" / "compatibility"
TESTS = 23


@pytest.fixture(scope="module")
def suite(router_packages: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the suite."""
    return unpacked(tmp_path_factory.mktemp("suite"))


@contextmanager
def serving(app: Any) -> Generator[str]:
    """The address of an app in a thread; its socket listens before it runs, so nobody waits."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
        finally:
            server.should_exit = True
            thread.join()


def as_the_hub_serves() -> GraphQLEndpoint:
    """The subgraph behind the hub's own endpoint."""

    async def nothing(_: Any) -> Context:
        return Context("anonymous", cast(Graph, None), cast(Ranker, None), "test")

    # answers are kept by what the graph holds, and these come from none
    settings = Settings(home=Path("unused"), answer_cache=False)
    return GraphQLEndpoint(products(traced=False), nothing, settings)


def judged(suite: Path, folder: Path, app: Any) -> list[tuple[str, bool]]:
    """What the suite says of a `products` subgraph."""
    with ExitStack() as started:
        command = ["node", str(HERE / "neighbours.mjs"), str(ROUTER / "node_modules")]
        said = started.enter_context(running(command, folder / "neighbours.out", "ready"))
        address = dict(re.findall(r"^(users|inventory) (\S+)$", said, re.MULTILINE))
        address["products"] = started.enter_context(serving(app))
        sdl = folder / "products.graphql"
        sdl.write_text(products(traced=False).as_str())
        files = {name: HERE / f"{name}.graphql" for name in ("users", "inventory")}
        files["products"] = sdl
        supergraph = folder / "supergraph.graphql"
        services = (f"{name}={address[name]}={file}" for name, file in files.items())
        supergraph.write_text(composed(*services)[0])
        whole = started.enter_context(router("apollo.mjs", supergraph, folder / "router.out"))
        return results(suite, address["products"], whole)


def test_all_pass_with_apollo_s_tracing(suite: Path, tmp_path: Path) -> None:
    found = judged(suite, tmp_path, GraphQL[Any, None](products(traced=True)))
    assert [name for name, passed in found if not passed] == []
    assert len(found) == TESTS


def test_all_but_tracing_pass_as_the_hub_serves(suite: Path, tmp_path: Path) -> None:
    found = judged(suite, tmp_path, as_the_hub_serves())
    assert [name for name, passed in found if not passed] == ["ftv1"]
    assert len(found) == TESTS


@pytest.mark.parametrize(
    "field",
    [
        'createdBy: User @provides(fields: "totalProductsCreated")',
        "averageProductsCreatedPerYear: Int "
        '@requires(fields: "totalProductsCreated yearsOfEmployment")',
    ],
)
def test_the_sdl_shows_what_the_repository_s_two_further_tests_look_for(field: str) -> None:
    assert field in products(traced=False).as_str()
