"""The gateway beside the one that a team would pick instead, over the same real Neo4j.

The peer is @neo4j/graphql on Apollo Server, started here; both answer the same questions on the
fictional world, and their answers are compared before anything is measured. Rounds are interleaved
and the best of three counts for each side. The bars are those of the issue: at most .15 × the
peer's CPU a request, 5 × its requests a second, and a p50 at one client of at most 2 ms over the
bare driver with the same statement. Where the graph alone bounds the rate, the row of the bare
drivers shows it: they ask what our gateway asks, and nothing stands in front.
"""

import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
import orjson

from benchmarks import _questions as questions
from benchmarks._load import Figures, wrk
from benchmarks._sides import Drivers, market, neo4j_graphql, ours
from graph.errors import Internal
from graph.neo4j_server import Neo4j
from tests.serving import Served

CLIENTS = (1, 16)
ROUNDS, SECONDS = 3, 5
ASKED = 12  # variables of a question
CPU, RATE, OVER = 0.15, 5.0, 2.0  # the bars: × peer, × peer, ms over the bare driver
DAYS = [f"{year}-{month:02}-01" for year in (2022, 2023, 2024) for month in (1, 4, 7, 10)]
WITH_PEERS = """{ buyers(first: 60, where: {contracts: {some: {products: {some: {}}}}}) {
  nodes { id } } }"""
SUPPLIERS = """{ suppliers(first: 60, where: {contracts: {some: {}}}) {
  nodes { id } } }"""

Measure = Callable[[int, int], Figures]
Row = dict[str, Any]


def run(short: bool) -> list[Row]:
    """A row for each question, side and number of clients."""
    with ExitStack() as running, tempfile.TemporaryDirectory(prefix="hub-bench-") as folder:
        place = Path(folder)
        server = running.enter_context(market("small" if short else "medium"))
        hub = running.enter_context(ours(server, place))
        peer = running.enter_context(neo4j_graphql(server, place / "peer.log"))
        rows: list[Row] = []
        for question in asked_of(hub.address):
            demand_alike(question, hub.address, peer.address)
            measures = sides(question, server, hub, peer, place)
            found = best(measures, 1 if short else ROUNDS, SECONDS)
            rows += told(question.name, found)
        return rows


def asked_of(address: str) -> Sequence[questions.Question]:
    """The four questions of the issue, about bodies that are there."""
    buyers = ids(address, WITH_PEERS, "buyers")
    suppliers = ids(address, SUPPLIERS, "suppliers")
    return (
        questions.NESTED,
        questions.page(DAYS),
        questions.peers(buyers[:: len(buyers) // ASKED]),
        questions.node(suppliers[:: len(suppliers) // ASKED]),
    )


def ids(address: str, query: str, root: str) -> list[str]:
    """The ids of a list."""
    return [node["id"] for node in answer(address, {"query": query})[root]["nodes"]]


def answer(address: str, body: Any) -> Any:
    """The data; an error ends the benchmark."""
    found = httpx.post(address, json=body, trust_env=False, timeout=60).json()
    if "errors" in found:
        raise Internal(f"{address} refused {body}: {found['errors']}")
    return found["data"]


def demand_alike(question: questions.Question, hub: str, peer: str) -> None:
    """Raises Internal when the two gateways do not say the same, or nothing."""
    pairs = zip(question.bodies(peer=False), question.bodies(peer=True), strict=True)
    for mine, theirs in pairs:
        one, other = questions.alike(answer(hub, mine)), questions.alike(answer(peer, theirs))
        if one != other or not all(one.values()):
            raise Internal(f"{question.name}: {mine['variables']} is answered {one} and {other}")


def sides(
    question: questions.Question, server: Neo4j, hub: Served, peer: Served, folder: Path
) -> dict[str, Measure]:
    """How each side is measured."""

    def loaded(side: Served, name: str) -> Measure:
        bodies = folder / f"{name}.jsonl"
        lines = question.bodies(peer=name == "peer")
        bodies.write_bytes(b"".join(orjson.dumps(one) + b"\n" for one in lines))
        graph = server.child.pid
        return lambda clients, seconds: wrk(side.address, bodies, clients, seconds, side.pid, graph)

    drivers = Drivers.of(server, question.bodies(peer=False))
    return {"hub": loaded(hub, "hub"), "peer": loaded(peer, "peer"), "driver": drivers.figures}


def best(measures: dict[str, Measure], rounds: int, seconds: int) -> dict[tuple[int, str], Figures]:
    """The best of all rounds by clients and side, after one that warms up."""
    found: dict[tuple[int, str], Figures] = {}
    for measure in measures.values():
        measure(min(CLIENTS), seconds)
    for _ in range(rounds):
        for clients in CLIENTS:
            for side, measure in measures.items():
                now, before = measure(clients, seconds), found.get((clients, side))
                found[clients, side] = before.better(now) if before else now
    return found


def told(question: str, found: dict[tuple[int, str], Figures]) -> list[Row]:
    """The rows of a question; ours say how far they are from the bars."""
    rows: list[Row] = []
    for (clients, side), at in found.items():
        row: Row = {"question": question, "clients": clients, "side": side, "req/s": at.rate}
        row |= {"p50 ms": at.p50, "p95 ms": at.p95, "CPU ms": f"{at.server_cpu:.2f}"}
        row |= {"graph CPU ms": f"{at.graph_cpu:.2f}", "load CPU ms": f"{at.load_cpu:.2f}"}
        row |= {"CPU × peer": "-", "req/s × peer": "-", "p50 over driver": "-", "missed": "-"}
        if side == "hub":
            row |= judged(clients, at, found[clients, "peer"], found[clients, "driver"])
        rows.append(row)
    return rows


def judged(clients: int, hub: Figures, peer: Figures, driver: Figures) -> Row:
    """Our figures against the bars, and which of them are missed."""
    cpu, rate = hub.server_cpu / peer.server_cpu, hub.rate / peer.rate
    over = hub.p50 - driver.p50
    missed = {
        "CPU": cpu > CPU,
        "req/s": rate < RATE,
        "p50": clients == 1 and over > OVER,
    }
    row = {"CPU × peer": f"{cpu:.3f}", "req/s × peer": f"{rate:.2f}"}
    names = ", ".join(name for name, is_missed in missed.items() if is_missed)
    return {**row, "p50 over driver": f"{over:.2f}" if clients == 1 else "-", "missed": names}
