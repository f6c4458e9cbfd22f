"""Whatever bytes are given to the readers: a value or a finding, never an error."""

import codecs
import csv
import gzip
import io
import json
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.ingest import encoding
from hub.ingest.encoding import lines_of
from hub.ingest.files import found, rows, values
from hub.ingest.ocds import prepared, release_of
from hub.ingest.report import Report
from tests.hub.ingest.given import COLUMNS, LINE, Noted, release

Json = dict[str, Any]
VERSION = {"releaseID": "r-1", "releaseDate": "2026-01-10T09:00:00Z", "releaseTag": ["tender"]}
OUTER = ["ocid", "id", "date", "tag", "releases", "records", "compiledRelease"]
INNER = ["versionedRelease", "url", "parties", "tender", "awards", "value", "releaseID"]
NAMES = OUTER + INNER
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac-roman", "utf-32", "utf-7"]

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["2026-01-10", "9" * 5_000, "\0", "ocds-zzzzzz-1"])
)
anything = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=4), inner, max_size=5)
        | inner.map(lambda value: [{**VERSION, "value": value}])
    ),
    max_leaves=20,
)
releases = st.dictionaries(st.sampled_from(NAMES), anything, max_size=4).map(
    lambda changes: {**release(), **changes}
)
deep = st.integers(0, 3_000).map(lambda levels: "[" * levels + "]" * levels)


def table(cells: list[str]) -> str:
    """A return of two rows in which some cells are others."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerow(LINE[name] for name in COLUMNS)
    writer.writerow(cells)
    return text.getvalue()


def zipped(content: bytes) -> bytes:
    """An archive with one member."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", content)
    return made.getvalue()


def encoded(text: str, name: str) -> bytes:
    """The text in that encoding, half characters and what it lacks as they come."""
    lenient = "surrogatepass" if name.startswith("utf") and name != "utf-7" else "replace"
    lenient = "surrogatepass" if name == "utf-8-sig" else lenient
    return codecs.encode(text, name, lenient)


texts = (
    st.lists(releases | anything, max_size=4).map(lambda all: "\n".join(map(json.dumps, all)))
    | (releases | anything).map(lambda one: json.dumps(one, indent=1))
    | deep.map(lambda value: json.dumps(release())[:-1] + f',"x":{value}}}')
    | st.lists(st.text(max_size=12), max_size=14).map(table)
    | st.text()
)
wrappers: st.SearchStrategy[Callable[[bytes], bytes]] = st.sampled_from(
    [bytes, gzip.compress, zipped, lambda content: zipped(gzip.compress(zipped(content)))]
)


@st.composite
def contents(draw: st.DrawFn) -> bytes:
    """Bytes that look like one of our files, then packed, cut off or hurt."""
    content = encoded(draw(texts), draw(st.sampled_from(ENCODINGS))) + draw(st.binary(max_size=6))
    made = bytearray(draw(wrappers)(content))
    for at, byte in draw(
        st.lists(st.tuples(st.integers(0, 1 << 16), st.integers(0, 255)), max_size=3)
    ):
        if made:
            made[at % len(made)] = byte
    return bytes(made[: draw(st.integers(0, len(made)) | st.just(len(made)))])


def read(path: Path) -> tuple[int, Report]:
    """How many releases and rows came out, each on to where it is ready for compiling."""
    report, count, noted = Report(), 0, Noted()
    for file in found([path], report):
        if file.kind == "gcloud":
            count += sum(1 for _ in rows(file, report))
        if file.kind == "ocds":
            for _, value in values(file, report):
                count += 1
                if made := release_of(value, None, noted):
                    prepared(made, noted)
                else:
                    assert noted.found
    return count, report


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(content=contents())
def test_any_bytes_become_values_or_findings(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    count, report = read(path)
    assert count or report.findings
    assert all(one.code and one.message and one.advice for one in report.findings)


@given(text=st.text(st.sampled_from("ab\n"), max_size=60), limit=st.integers(2, 9))
def test_lines_come_as_they_are_or_are_told_to_be_too_long(text: str, limit: int) -> None:
    whole = text.splitlines(keepends=True)
    fits = [line if len(line) < limit or line[:limit].endswith("\n") else None for line in whole]
    assert list(lines_of(io.StringIO(text, newline=""), limit)) == fits


def test_a_line_beyond_the_limit_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    good = json.dumps(release()).encode()
    path = tmp_path / "long"
    with path.open("wb") as file:
        file.write(good + b'\n{"ocid": "')
        for _ in range(100):
            file.write(b"x" * (1 << 20))
        file.write(b'"}\n' + good + b"\n")
    assert path.stat().st_size > encoding.MAX_LINE
    count, report = read(path)
    assert count == 2
    assert [(one.code, one.line) for one in report.findings] == [("TOO_LONG", 2)]


def test_memory_does_not_grow_with_the_lines_of_a_file(tmp_path: Path) -> None:
    peaks: list[int] = []
    for count in (1_500, 6_000):
        path = tmp_path / str(count)
        with path.open("w") as file:
            for at in range(count):
                file.write(json.dumps(release(f"r-{at}", description="x" * 2_000)) + "\n")
        tracemalloc.start()
        report = Report()
        (known,) = found([path], report)
        assert sum(1 for _ in values(known, report)) == count
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    small, big = peaks
    assert big < small + (1 << 20)
