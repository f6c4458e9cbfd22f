"""Metrics: what is counted under which name, that labels are bounded, and who may read them."""

import logging
import subprocess
import sys
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from graph.breaker import FAILURES, Breaker
from graph.errors import Unavailable
from graph.statements import Ledger
from hub.gateway.answers import Answers
from hub.gateway.errors import on_http_error
from hub.gateway.graphql import GraphQLEndpoint
from hub.gateway.metrics import Metrics, metrics_route
from hub.gateway.settings import Settings
from hub.gateway.slow import SlowStatements
from hub.gateway.watching import Watch
from tests.hub.gateway.toy import TOY, nothing
from tests.tree import ROOT

pytestmark = pytest.mark.anyio

SETTINGS = Settings(home=Path("unused"), limit_aliases=2)
TRUSTED = "query Known { thing { name } }"


def value(metrics: Metrics, name: str, **labels: str) -> float:
    """A sample; 0 when it is not there."""
    return metrics.registry.get_sample_value(name, labels) or 0


def client(app: Any, host: str = "127.0.0.1") -> httpx.AsyncClient:
    """A client that calls from an address."""
    transport = httpx.ASGITransport(app=app, client=(host, 4711))
    return httpx.AsyncClient(transport=transport, base_url="http://hub")


async def test_operations_are_counted_by_the_name_of_a_trusted_document_only() -> None:
    watch = Watch()
    endpoint = GraphQLEndpoint(TOY, nothing, SETTINGS, watch)
    watch.trusted = {TRUSTED}
    async with client(endpoint) as http:
        for query in (TRUSTED, TRUSTED + " ", "query Mine { thing { name } missing }", "{ nope }"):
            await http.post("/graphql", json={"query": query})
        await http.post("/graphql", json={"query": "{ a: missing b: missing c: missing }"})
    count = "hub_operation_seconds_count"
    assert value(watch.metrics, count, operation="Known", outcome="ok") == 1
    assert value(watch.metrics, count, operation="other", outcome="ok") == 1
    assert value(watch.metrics, count, operation="other", outcome="partial") == 1
    assert value(watch.metrics, "hub_operation_cost_count") == 3
    assert value(watch.metrics, "hub_limit_refusals_total", limit="aliases") == 1
    text = watch.metrics.text.decode()
    assert "Mine" not in text
    assert "hub_operations_running 0.0" in text


async def test_methods_that_a_client_makes_up_are_one_label() -> None:
    metrics = Metrics()
    for method in ("GET", "BREW", "WHEN"):
        metrics.request(method, 200)
    assert value(metrics, "hub_requests_total", method="GET", status="200") == 1
    assert value(metrics, "hub_requests_total", method="other", status="200") == 2


def test_statements_are_timed_by_name_and_the_slow_ones_logged_without_values(
    caplog: pytest.LogCaptureFixture,
) -> None:
    watch, ledger = Watch(), Ledger()
    watch.statements(ledger, slow_ms=1000)
    ledger.observers.append(SlowStatements(0))
    with caplog.at_level(logging.WARNING, "hub.slow"), ledger.timing("contracts"):
        assert ledger.running == 1
    with pytest.raises(Unavailable), ledger.timing("contracts"):
        raise Unavailable("away")
    count = "hub_statement_seconds_count"
    assert value(watch.metrics, count, statement="contracts", outcome="ok") == 1
    assert value(watch.metrics, count, statement="contracts", outcome="failed") == 1
    assert "hub_statements_running 0.0" in watch.metrics.text.decode()
    told = [record.fields for record in caplog.records]  # type: ignore[attr-defined]
    assert [fields["failed"] for fields in told] == [False, True]
    assert all(fields.keys() == {"statement", "ms", "failed"} for fields in told)
    assert {fields["statement"] for fields in told} == {"contracts"}


def test_what_the_answer_cache_does_is_counted() -> None:
    watch, answers = Watch(), Answers()
    watch.answers(answers)
    answers.counts.hits, answers.counts.misses, answers.counts.passed = 3, 2, 1
    text = watch.metrics.text.decode()
    for cache, count in (("hit", 3), ("miss", 2), ("passed", 1)):
        assert f'hub_answers_total{{cache="{cache}"}} {count}.0' in text
    assert "hub_answers_kept_bytes 0.0" in text


async def test_breakers_are_shown() -> None:
    async def away() -> None:
        raise Unavailable("away")

    watch, breaker = Watch(), Breaker("graph", away)
    watch.breakers([breaker])
    for _ in range(FAILURES):
        with pytest.raises(Unavailable), breaker.guarding():
            await away()
    text = watch.metrics.text.decode()
    assert 'hub_breaker_open{dependency="graph"} 1.0' in text
    assert 'hub_breaker_openings_total{dependency="graph"} 1.0' in text


@pytest.mark.parametrize(
    ("host", "headers", "proxies", "status"),
    [
        ("10.1.2.3", {}, "", 200),
        ("192.0.2.1", {}, "", 404),
        ("nobody", {}, "", 404),
        ("10.1.2.3", {"x-forwarded-for": "192.0.2.1"}, "", 404),
        # uvicorn has put the caller's own address in place of a trusted proxy's
        ("10.1.2.3", {"x-forwarded-for": "10.1.2.3"}, "10.9.9.9", 200),
    ],
)
async def test_only_those_who_may_see_metrics_find_the_page(
    host: str, headers: dict[str, str], proxies: str, status: int
) -> None:
    trusted = (ip_network(proxies),) if proxies else ()
    readers = (ip_network("10.0.0.0/8"),)
    settings = Settings(home=Path("unused"), metrics_from=readers, trusted_proxies=trusted)
    route = metrics_route(Metrics(), settings)
    app = Starlette(routes=[route], exception_handlers={404: on_http_error})
    async with client(app, host) as http:
        answer = await http.get("/metrics", headers=headers)
    assert answer.status_code == status
    assert ("python_gc" in answer.text) == (status == 200)


def test_metrics_are_for_loopback_unless_it_is_said() -> None:
    readers = Settings.from_env({}).metrics_from
    assert [str(network) for network in readers] == ["127.0.0.0/8", "::1/128"]
    assert Settings.from_env({"HUB_METRICS_FROM": "10.0.0.0/8"}).metrics_from == (
        ip_network("10.0.0.0/8"),
    )


COUNTING = """
import sys
from pathlib import Path
from hub.gateway.metrics import Metrics
metrics = Metrics(Path(sys.argv[1]))
metrics.request("GET", 200)
metrics.statement("contracts", 0.1, failed=False)
print(metrics.text.decode())
"""


def test_several_processes_count_together(tmp_path: Path) -> None:
    said = ""
    for _ in range(3):
        command = ["env", f"PROMETHEUS_MULTIPROC_DIR={tmp_path}", sys.executable, "-c", COUNTING]
        said = subprocess.check_output([*command, str(tmp_path)], cwd=ROOT, text=True)
    assert 'hub_requests_total{method="GET",status="200"} 3.0' in said
    assert 'hub_statement_seconds_count{outcome="ok",statement="contracts"} 3.0' in said
    assert said.count("\nprocess_resident_memory_bytes ") == 1
