"""What is fuzzed: each target takes any bytes and may only end well or in an error of ours."""

import asyncio
import json
import tempfile
from collections import defaultdict
from collections.abc import AsyncGenerator, Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from graph import leases
from graph.driver import Graph, Statement, Step
from graph.errors import HubError
from hub.gateway.documents import Refused
from hub.gateway.executing import Executor, Operation
from hub.gateway.settings import Settings
from hub.ingest.compile import Prepared, history, processes
from hub.ingest.dumpfile import checked
from hub.ingest.load import LoadOptions, load
from hub.ingest.mapping import mapping_in
from hub.ingest.ocds import release_of
from hub.ingest.releases import tried
from hub.ingest.remotehttp import page_of
from hub.ingest.report import Report
from hub.ingest.rows import link_row, node_row, state_rows
from hub.ingest.soundness import misshapen
from schema.build import schema

Json = dict[str, Any]
OPTIONS = LoadOptions(fetched=date(2026, 1, 31))
MOST = 8 << 20  # characters that are written of one small input; more is a reader that runs away


class Nothing(Graph):
    """A graph that forgets all but who works on it: the readers are to be fuzzed."""

    def __init__(self) -> None:
        self.written = 0
        self.changes, self.holders = 0, "[]"

    async def rows(self, statement: Statement, **values: Any) -> list[list[Any]]:
        """Who works on it; of anything else nothing."""
        return [[self.changes, self.holders]] if statement == leases.HELD else []

    async def stream(self, statement: Statement, **values: Any) -> AsyncGenerator[list[Any]]:
        """None."""
        return
        yield []

    async def write(self, *steps: Step) -> list[list[list[Any]]]:
        """Only what could be sent is taken; nothing is stored."""
        for step in steps:
            self.written += len(json.dumps(step.values, ensure_ascii=False).encode())
        assert self.written < MOST, "a small file makes much"
        return [self._taken(step) for step in steps]

    def _taken(self, step: Step) -> list[list[Any]]:
        if step.statement != leases.SWAP:
            return []
        self.changes, self.holders = self.changes + 1, step.values["holders"]
        return [[self.changes]]


EXECUTOR = Executor(schema, Settings(home=Path("unused")))
LOOP = asyncio.new_event_loop()
FOLDER = Path(tempfile.mkdtemp(prefix="hub-fuzz-"))


def files(data: bytes) -> None:
    """A file of any kind, loaded as `hub load` does it; what its nets caught is a fault too."""
    report = Report()
    LOOP.run_until_complete(load(Nothing(), [_file(data)], OPTIONS, report, lambda _: None))
    for one in report.findings:
        assert all((one.code, one.message, one.advice)), one
        assert one.code != "UNREADABLE_ROW", one


def releases(data: bytes) -> None:
    """Sound JSON of any shape inside releases of one ocid: compiled, whatever the types are."""
    text = data.decode("utf-8", "ignore")
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return
    base: Json = {"ocid": "ocds-zzzzzz-1", "date": "2026-01-10T09:00:00Z", "tag": ["award"]}
    made = [
        {**base, "id": f"r-{at}", **(one if isinstance(one, dict) else {"tender": one})}
        for at, one in enumerate(told if isinstance(told, list) else [told])
    ]
    _compiled([one for one in made if not misshapen(one)])


def dump(data: bytes) -> None:
    """A file of an export."""
    with suppress(HubError):
        checked(_file(data))


def mapping(data: bytes) -> None:
    """A mapping that somebody wrote."""
    with suppress(HubError):
        mapping_in(data.decode("utf-8", "replace"), "mine.toml")


def page(data: bytes) -> None:
    """A page of an API."""
    with suppress(HubError):
        page_of(data)


def documents(data: bytes) -> None:
    """A GraphQL document and, after a zero byte, its variables as JSON: checked and priced."""
    text, _, given = data.decode("utf-8", "ignore").partition("\0")
    try:
        told = json.loads(given)
    except (ValueError, RecursionError):
        told = {}
    sent = Operation(text, told if isinstance(told, dict) else {"n": told})
    with suppress(Refused, HubError):
        checked = EXECUTOR.documents.checked(text)
        bill = EXECUTOR.bill(checked, EXECUTOR.among(checked, sent), sent.variables)
        assert 0 < bill.cost <= EXECUTOR.most_cost


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "documents": documents,
    "files": files,
    "releases": releases,
    "dump": dump,
    "mapping": mapping,
    "page": page,
}


def _file(data: bytes) -> Path:
    path = FOLDER / "file"
    path.write_bytes(data)
    return path


def _compiled(published: Iterable[Any]) -> None:
    """As a load does it, without its nets: whatever raises here is a fault."""
    stored: defaultdict[str, list[Prepared]] = defaultdict(list)
    for value in published:
        if (release := release_of(value, None, _ignored)) and (read := tried(release, _ignored)):
            stored[release.ocid].append(read[0])
    for process in (process for told in stored.values() for process in processes(told)):
        one = history(process)
        written = [node_row(node) for node in one.nodes]
        written += [row for node in one.nodes for row in state_rows(node.id, node.states)]
        written += [link_row(link) for link in one.links]
        assert len(json.dumps(written)) < MOST, "a small file makes much"


def _ignored(code: str, path: str, message: str, advice: str) -> None:
    assert code
