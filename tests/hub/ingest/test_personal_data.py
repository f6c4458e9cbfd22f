"""Hostile and real files loaded; then their personal data is sought byte by byte where it could be.

All people, firms and addresses in here are invented.
"""

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from graph.driver import Graph
from hub.ingest.canonical import leniently_parsed
from hub.ingest.exporting import export
from hub.ingest.intake import LoadOptions
from hub.ingest.load import Progress
from hub.ingest.mapping import mapping_of
from hub.ingest.ocds import release_of
from hub.ingest.quality.measure import measured
from hub.ingest.remote import Source, load_remote
from hub.ingest.report import Report, Summary
from hub.ingest.rewriting import redacted
from hub.ingest.soundness import misshapen
from hub.ingest.spools import Spool, swept
from tests.hub.ingest.fts.notices import many
from tests.hub.ingest.fts.server import Fake, Notice, served
from tests.hub.ingest.given import Noted, award, buyer, jsonl, line, release, returns, supplier
from tests.hub.ingest.worlds import loaded
from tests.tree import ROOT

pytestmark = pytest.mark.anyio

KEPT = "Vetchling Gardens of Nowhere"  # the business of a sole trader: public
SECRETS = (
    *("perrin.oakhollow@oakhollow.example", "07700 900471", "Perrin Oakhollow", "17 Thistle Row"),
    *("ZY9 7QX", "GB123459871", "Tamsin Vetchling", "tamsin@vetchling.example", "01632 960 884"),
    *("Idris Fernley", "idris%40fernley.example", "+44 7700 900472", "8 Larkspur Close"),
    *("Brannoch Wold", "brannoch@wold.example", "01632960885", "Fernley, Idris"),
)
PERRIN = {"name": "Perrin Oakhollow", "email": SECRETS[0], "telephone": SECRETS[1]}
TAMSIN = supplier(
    f"Tamsin Vetchling T/A {KEPT}",
    "s-9",
    address={"streetAddress": "17 Thistle Row", "locality": "Ostermoor", "postalCode": "ZY9 7QX"},
    details={"scale": "sme", "legalForm": "sole trader"},
    additionalIdentifiers=[{"scheme": "VAT", "id": "GB123459871"}],
    contactPoint={"name": "Tamsin Vetchling", "email": SECRETS[7], "telephone": SECRETS[8]},
)
IDRIS = {"fullName": "Fernley, Idris", "address": {"streetAddress": "8 Larkspur Close"}}


def hostile(id: str = "h-1", **more: Any) -> dict[str, Any]:
    """A release that says what it must not in every corner."""
    text = (
        f"Ask Perrin Oakhollow ({SECRETS[0]}, {SECRETS[1]}) or tamsin vetchling, "
        f"17 Thistle Row, ZY9 7QX; visit https://x.invalid/?to={SECRETS[10]} or ring {SECRETS[11]}."
    )
    tender = {"id": "t", "title": f"Hedges for {SECRETS[0]}", "description": text}
    return release(
        id,
        parties=[buyer(contactPoint=PERRIN, persons=[IDRIS]), TAMSIN],
        tender={**tender, "contactDetails": PERRIN, "documents": [{"id": "d", "url": text}]},
        awards=[award("1", TAMSIN, description=text, value={"amount": SECRETS[0]})],
        x_extension={SECRETS[0]: {"deep": [text, {"buyer_email": SECRETS[0]}]}},
        x_contactNames=[{"name": "Idris Fernley"}],
        **more,
    )


def table(folder: Path) -> tuple[Path, Path]:
    """A register with a contact and a sole trader in it, and the mapping that reads it."""
    path, mapping = folder / "register.csv", folder / "ours.toml"
    rows = [
        ["Ref", "Title", "Supplier", "Value", "Start Date", "End Date"],
        ["1", "Hedges; ask Brannoch Wold", f"Tamsin Vetchling t/a {KEPT}", "brannoch@wold.example"],
    ]
    rows[0] += ["Trading status", "Address", "Officer"]
    rows[1] += ["", SECRETS[15], "Sole Trader", "17 Thistle Row, ZY9 7QX", "Brannoch Wold"]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    mapping.write_text(
        'extends = "contracts-register"\nname = "invented-register"\n'
        '[constants]\nbuyer = "Ostermoor Borough Council"\n[columns]\nreference = ["Ref"]\n',
        "utf-8",
    )
    return path, mapping


def found(folder: Path, secrets: tuple[str, ...]) -> set[str]:
    """Which of them stand in the bytes of any file below a folder, in any usual encoding."""
    seen: set[str] = set()
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes().lower()
            for secret in secrets:
                forms = (secret.encode(), json.dumps(secret).encode(), secret.encode("utf-16-le"))
                if any(form.lower() in content for form in forms):
                    seen.add(secret)
    return seen


async def test_nothing_personal_is_stored_exported_or_reported(
    graph: Graph,
    engine_name: str,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    given, out = tmp_path / "given", tmp_path / "out"
    given.mkdir()
    out.mkdir()
    jsonl(given / "a.jsonl", [hostile(), hostile("h-2", date="2026-02-01T09:00:00Z")])
    jsonl(given / "bad.jsonl", [hostile("h-3", ocid="o-3", date=f"ask {SECRETS[0]}")])
    text = f"Hedges: {SECRETS[0]}, {SECRETS[1]}"
    returns(given / "b.csv", [line(ProjectNameAndDescription=text), line(EvidencedSpend=text)])
    with zipfile.ZipFile(given / "c.zip", "w") as archive:
        archive.writestr("d.json", json.dumps({"releases": [hostile("h-4", ocid="o-4")]}))
    register, mapping = table(tmp_path)
    report = Report()
    told = await loaded(graph, given, report=report)
    assert (told.releases, told.refused_rows) == (3, 2)
    options = LoadOptions(fetched=date(2026, 3, 1), mapping=mapping_of(mapping))
    told = await loaded(graph, register, options=options, report=report)
    assert (told.releases, told.refused_rows) == (1, 0)
    report.quality = (await measured(graph)).record()
    for name in ("report.json", "report.html"):
        report.write(out / name, told)
    await export(graph, out / "whole.ndjson", "1.0")
    assert not found(out, SECRETS)
    assert found(out, (KEPT, "Hedges")) == {KEPT, "Hedges"}
    for home in tmp_path_factory.getbasetemp().glob("engine*"):
        assert not found(home, SECRETS)
        if engine_name == "embedded":
            assert found(home, (KEPT,)), "the search would find what is on the disk"


async def test_the_real_files_leave_no_address_or_number_behind(
    graph: Graph, tmp_path: Path, data_dir: Path
) -> None:
    """Sought by plain patterns of their own, written another way than those of the hub."""
    names = ("ocds-fts-releases.jsonl", "ocds-releases.jsonl")
    given = "\n".join((data_dir / name).read_text("utf-8") for name in names)
    addresses = set(re.findall(r"[A-Za-z0-9][A-Za-z0-9._-]*@[A-Za-z0-9.-]+[A-Za-z]", given))
    numbers = set(re.findall(r"(?<![\w/.-])0[1-9]\d{2,3}[ -]?\d{3}[ -]?\d{3,4}(?![\w-])", given))
    assert addresses
    assert len(numbers) >= 5
    report = Report()
    told = await loaded(graph, *(data_dir / name for name in names), report=report)
    report.write(tmp_path / "report.json", told)
    await export(graph, tmp_path / "whole.ndjson", "1.0")
    assert not found(tmp_path, (*addresses, *numbers))


async def test_pages_of_an_api_wait_on_disk_without_what_is_personal(
    graph: Graph, tmp_path: Path
) -> None:
    own = ("ocid", "id", "date")
    notices = [
        Notice(one.updated, hostile(**{name: one.release[name] for name in own})) for one in many(3)
    ]
    waiting: list[Path] = []

    def look(_: Progress) -> None:
        waiting.extend(path for path in tmp_path.rglob("*.spool/*") if path.is_file())
        assert not found(tmp_path, SECRETS)

    with served(Fake(notices)) as fake:
        window = ("2026-09-01T00:00:00Z", "2026-09-02T00:00:00Z")
        source = Source(fake.url, *window, tmp_path)
        now = datetime(2026, 12, 1, tzinfo=UTC)
        await load_remote(
            graph, source, LoadOptions(), Report(), look, Summary(), wait=no_wait, now=lambda: now
        )
    assert waiting
    file = jsonl(tmp_path / "same.jsonl", [one.release for one in notices])
    assert not (await loaded(graph, file)).changed


async def no_wait(_: float) -> None:
    """There is no hurry to spare in a test."""


ODD = ("NaN", "1e99999999999", '{"a":1,"a":2}', "1.50", '"\\ud800"', "[]")


@pytest.mark.parametrize("odd", ODD)
def test_a_page_on_disk_is_refused_or_read_as_the_page_that_came(odd: str) -> None:
    def read(body: bytes) -> tuple[object, set[str]]:
        noted = Noted()
        value = leniently_parsed(body.decode())["releases"][0]
        if wrong := misshapen(value):
            return wrong[0], set()
        return release_of(value, None, noted), noted.codes

    text = json.dumps(hostile()).replace('"x_extension": {', f'"x_extension": {{"odd": {odd}, ', 1)
    page = f'{{"releases": [{text}], "links": {{}}}}'.encode()
    assert read(redacted(page)) == read(page)
    assert not any(secret.encode() in redacted(page) for secret in SECRETS)


def test_folders_of_killed_loads_are_removed_and_those_of_living_ones_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    code = (
        "import io, sys\nfrom hub.ingest.spools import Spool\nspool = Spool()\n"
        "spool.keep(io.BytesIO(b'Tamsin'))\nprint(flush=True)\nsys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout
        process.stdout.readline()
        living = Spool()
        living.keep(io.BytesIO(b"living"))
        swept()
        assert found(tmp_path, ("Tamsin", "living")) == {"Tamsin", "living"}
        os.kill(process.pid, signal.SIGKILL)
    swept()
    assert found(tmp_path, ("Tamsin", "living")) == {"living"}
    del living
    assert not list(tmp_path.iterdir())
