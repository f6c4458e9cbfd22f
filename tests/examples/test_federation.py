"""The hub and a council's subgraph as one graph, composed and asked through two makers' routers."""

import json
import subprocess
import sys
from collections.abc import Generator
from contextlib import ExitStack

import pytest

from tests.examples.routing import COUNCIL, ROUTER, asked, composed, council, router
from tests.tree import ROOT

ROUTERS = ("apollo.mjs", "yoga.mjs")
SCHEMAS = (ROOT / "schema.graphql", COUNCIL / "council.graphql")


@pytest.fixture(scope="module")
def routers(
    router_packages: None, council_hub: str, tmp_path_factory: pytest.TempPathFactory
) -> Generator[dict[str, str]]:
    """The addresses of the routers over a hub that holds what the council published."""
    home = tmp_path_factory.mktemp("federation")
    with ExitStack() as started:
        own = started.enter_context(council(home / "council.out"))
        supergraph = home / "supergraph.graphql"
        supergraph.write_text(composed(*services(f"{council_hub}/graphql", own))[0])
        yield {
            name: started.enter_context(router(name, supergraph, home / f"{name}.out"))
            for name in ROUTERS
        }


def services(hub: str, own: str) -> list[str]:
    """The subgraphs as compose.mjs takes them."""
    return [f"hub={hub}={SCHEMAS[0]}", f"council={own}={SCHEMAS[1]}"]


def answers(routers: dict[str, str], query: str) -> list[str]:
    """The same query through each router."""
    return [asked(address, query) for address in routers.values()]


def test_the_council_s_committed_schema_is_what_it_serves() -> None:
    command = [sys.executable, str(COUNCIL / "council.py"), "--sdl"]
    sdl = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert sdl == SCHEMAS[1].read_text()


def test_the_committed_supergraph_is_what_composing_gives_without_a_hint(
    router_packages: None,
) -> None:
    found = composed(*services("http://hub:8000/graphql", "http://council:4100/"))
    expected = (ROUTER / "supergraph.graphql").read_text()
    assert found == (expected, ""), "run make supergraph"


def test_the_council_s_list_is_filled_by_the_hub_and_then_by_the_council(
    routers: dict[str, str],
) -> None:
    """The council names ocids, the hub values and suppliers, the council what it makes of them."""
    found = answers(
        routers,
        "{ councilContracts { ocid title value { amount currency } budgetLine { code team } "
        "budgetUsed suppliers { nodes { name councilNotes { text } } } } }",
    )
    tarnbeck = {
        "name": "Tarnbeck Permits Ltd (fictional)",
        "councilNotes": [
            {"text": "Answers within a day, also in August."},
            {"text": "Asked to renew a year early; declined."},
        ],
    }
    ostwick = {"name": "Ostwick Routing plc (fictional)", "councilNotes": []}
    expected = [
        {
            "ocid": "ocds-demo00-merrowby-1",
            "title": "Parking permits service",
            "value": {"amount": "120000.00", "currency": "GBP"},
            "budgetLine": {"code": "PARK-04", "team": "Parking services"},
            "budgetUsed": 80,
            "suppliers": {"nodes": [tarnbeck]},
        },
        {
            "ocid": "ocds-demo00-merrowby-2",
            "title": "Collection round planning",
            "value": {"amount": "48000.00", "currency": "GBP"},
            "budgetLine": {"code": "WASTE-11", "team": "Waste and recycling"},
            "budgetUsed": 106,
            "suppliers": {"nodes": [ostwick]},
        },
        {
            "ocid": "ocds-demo00-merrowby-3",
            "title": "Digital blue badges",
            "value": None,
            "budgetLine": {"code": "ICT-20", "team": "Digital"},
            "budgetUsed": None,
            "suppliers": {"nodes": [tarnbeck]},
        },
    ]
    assert json.loads(found[0]) == {"councilContracts": expected}
    assert found[0] == found[1]


def test_a_list_of_the_hub_shows_what_the_council_adds(routers: dict[str, str]) -> None:
    found = answers(
        routers,
        "{ suppliers { totalCount nodes { name councilNotes { writtenOn } "
        "contracts(orderBy: OLDEST) { nodes { title budgetUsed } } } } "
        "hub { sources { fictional } } }",
    )
    nodes = [
        {
            "name": "Ostwick Routing plc (fictional)",
            "councilNotes": [],
            "contracts": {"nodes": [{"title": "Collection round planning", "budgetUsed": 106}]},
        },
        {
            "name": "Tarnbeck Permits Ltd (fictional)",
            "councilNotes": [{"writtenOn": "2025-09-01"}, {"writtenOn": "2025-11-12"}],
            "contracts": {
                "nodes": [
                    {"title": "Parking permits service", "budgetUsed": 80},
                    {"title": "Digital blue badges", "budgetUsed": None},
                ]
            },
        },
    ]
    assert json.loads(found[0]) == {
        "suppliers": {"totalCount": 2, "nodes": nodes},
        "hub": {"sources": [{"fictional": True}]},
    }
    assert found[0] == found[1]
