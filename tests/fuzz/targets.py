"""What is fuzzed: each target takes any bytes and may only end well or in an error of ours."""

import json
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from graph.errors import HubError
from hub.ingest.compile import Prepared, history, processes
from hub.ingest.dumpfile import checked
from hub.ingest.files import File, found, rows, values
from hub.ingest.gcloud import line_of
from hub.ingest.mapped import rows_below
from hub.ingest.mapping import mapping_in
from hub.ingest.ocds import release_of
from hub.ingest.releases import tried
from hub.ingest.remotehttp import page_of
from hub.ingest.report import Report
from hub.ingest.rowreleases import release_of_row
from hub.ingest.rows import link_row, node_row, state_rows
from hub.ingest.soundness import misshapen

Json = dict[str, Any]
FOLDER = Path(tempfile.mkdtemp(prefix="hub-fuzz-"))
MOST = 8 << 20  # characters of an answer about one input; more is a reader that runs away


def files(data: bytes) -> None:
    """A file of any kind, as `hub load` reads it, to where its facts would be written."""
    report = Report()
    for file in found([_file(data)], report):
        published: list[Any] = []
        if file.kind == "gcloud":
            for line, row in rows(file, report):
                line_of(row, _noted(report, line))
        elif file.kind == "table":
            published = list(_rows(file, report))
        else:
            published = [value for _, value in values(file, report)]
        _compiled(published, report)
    for one in report.findings:
        assert all((one.code, one.message, one.advice)), one


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
    _compiled([one for one in made if not misshapen(one)], Report())


def dump(data: bytes) -> None:
    """A file of an export."""
    _ours(lambda: checked(_file(data)))


def mapping(data: bytes) -> None:
    """A mapping that somebody wrote."""
    _ours(lambda: mapping_in(data.decode("utf-8", "replace"), "mine.toml"))


def page(data: bytes) -> None:
    """A page of an API."""
    _ours(lambda: page_of(data))


TARGETS: Mapping[str, Callable[[bytes], None]] = {
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


def _rows(file: File, report: Report) -> Iterator[Any]:
    assert file.grid
    for line, row in rows_below(file, file.grid, report):
        if made := release_of_row(file.grid, row, _noted(report, line)):
            yield made


def _compiled(published: Iterable[Any], report: Report) -> None:
    """As a load does it, without its nets: whatever raises here is a fault."""
    stored: defaultdict[str, list[Prepared]] = defaultdict(list)
    for value in published:
        note = _noted(report, None)
        if (release := release_of(value, None, note)) and (read := tried(release, note)):
            stored[release.ocid].append(read[0])
    for told in stored.values():
        for process in processes(told):
            one = history(process)
            written = [node_row(node) for node in one.nodes]
            written += [row for node in one.nodes for row in state_rows(node.id, node.states)]
            written += [link_row(link) for link in one.links]
            assert len(repr(written)) < MOST, "a small file makes much"


def _noted(report: Report, line: int | None) -> Callable[[str, str, str, str], None]:
    def note(code: str, path: str, message: str, advice: str) -> None:
        report.add(code, "file", message, advice, line=line, field=path)

    return note


def _ours(work: Callable[[], object]) -> None:
    with suppress(HubError):
        work()
