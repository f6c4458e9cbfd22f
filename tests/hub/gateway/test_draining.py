"""A real hub is stopped under load: nobody who was heard goes without an answer."""

import asyncio
import signal
import subprocess
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic

import httpx
import pytest

from graph.child import free_port
from tests.fixtures.engine import Server
from tests.hub.gateway.test_supervisor import HUB, environment

pytestmark = pytest.mark.anyio

START = 60.0
GRACE = 10.0  # seconds from the signal to the end
CLIENTS = 8
QUERY = {"query": "{ hub { version counts { contracts } } }"}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hub")


@pytest.fixture
def times(pytestconfig: pytest.Config) -> int:
    """How often it is stopped."""
    return 20 if pytestconfig.getoption("thorough") else 1


@asynccontextmanager
async def serving(
    server: Server, home: Path, *arguments: str
) -> AsyncGenerator[tuple["subprocess.Popen[bytes]", str]]:
    """`hub serve` on the graph of the session; its process and its address once it is ready."""
    port = free_port()
    settings = {
        "HUB_GRAPH_URI": server.uri,
        "HUB_GRAPH_USER": server.user,
        "HUB_GRAPH_PASSWORD": server.password,
        "HUB_GRAPH_DATABASE": server.database,
    }
    with (home / "serve.log").open("wb") as log:
        process = subprocess.Popen(
            [*HUB, "serve", *arguments], env={**environment(home, port), **settings}, stderr=log
        )
    address = f"http://127.0.0.1:{port}"
    try:
        async with asyncio.timeout(START):
            while not await answers(address):
                assert process.poll() is None, (home / "serve.log").read_text()
        yield process, address
    finally:
        process.kill()
        process.wait()


async def answers(address: str) -> bool:
    """Is it ready? Waits for a moment when nobody listens yet."""
    try:
        async with httpx.AsyncClient(transport=httpx.AsyncHTTPTransport(retries=3)) as http:
            return (await http.get(f"{address}/readyz")).status_code == 200
    except httpx.TransportError:
        return False


class Client:
    """Asks again and again on a connection that is kept, until it is told to leave."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.answered = 0
        self.failed: list[str] = []
        self.told = False

    async def run(self) -> None:
        async with httpx.AsyncClient(base_url=self.address, timeout=30) as http:
            while not self.told:
                try:
                    answer = await http.post("/graphql", json=QUERY)
                except httpx.HTTPError as error:
                    self.failed.append(repr(error))
                    return
                if answer.status_code != 200 or "errors" in answer.json():
                    self.failed.append(answer.text)
                self.answered += 1
                self.told = answer.headers.get("connection") == "close"


async def stopped_under_load(process: "subprocess.Popen[bytes]", address: str) -> None:
    """Clients ask without pause while it is told to stop; each has all of its answers."""
    clients = [Client(address) for _ in range(CLIENTS)]
    asking = [asyncio.create_task(client.run()) for client in clients]
    async with asyncio.timeout(START):
        while not all(client.answered > 2 for client in clients):
            await asyncio.wait(asking, timeout=0.01)
    process.send_signal(signal.SIGTERM)
    began = monotonic()
    async with httpx.AsyncClient() as http:  # a new connection, as a load balancer makes it
        async with asyncio.timeout(GRACE):
            while (ready := await http.get(f"{address}/readyz")).status_code == 200:
                pass
        assert ready.json()["status"] == "draining"
    await asyncio.wait_for(asyncio.gather(*asking), GRACE)
    code = await asyncio.to_thread(process.wait, GRACE)
    assert monotonic() - began < GRACE
    assert [client.failed for client in clients] == [[]] * CLIENTS
    assert all(client.told for client in clients)
    assert code == 0


@pytest.mark.usefixtures("migrated_graph")
async def test_a_stop_under_load_fails_no_request(
    engine_server: Server, home: Path, times: int
) -> None:
    for _ in range(times):
        async with serving(engine_server, home) as (process, address):
            await stopped_under_load(process, address)
