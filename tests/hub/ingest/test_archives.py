"""Zip archives and standard input: their members are files like any other, within limits."""

import gc
import gzip
import io
import json
import os
import random
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from graph.driver import Graph
from graph.hashing import content_hash
from hub.ingest import archives
from hub.ingest.files import File, found, values
from hub.ingest.report import Report
from tests.hub.ingest.given import jsonl, line, release, returns
from tests.hub.ingest.worlds import loaded

RELEASE = json.dumps(release()).encode()


def packed(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive as bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def opened(path: Path) -> tuple[list[File], Report]:
    """What is found in a path, and what is said of the rest."""
    report = Report()
    return found([path], report), report


def written(folder: Path, content: bytes) -> Path:
    """An archive whose name says nothing."""
    path = folder / "box"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    "method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
)
def test_members_are_files_of_their_own_kinds(tmp_path: Path, method: int) -> None:
    table = returns(tmp_path / "table", [line()]).read_bytes()
    members = {
        "a.csv": table,
        "deep/er/b.json": RELEASE,
        "c.gz": gzip.compress(RELEASE),
        "letter.txt": b"Dear hub",
        "inner.zip": packed({"in/d.json": RELEASE}),
        "__MACOSX/._a.csv": b"x",
        "deep/.DS_Store": b"x",
        ".git/config": b"x",
    }
    files, report = opened(written(tmp_path, packed(members, method)))
    assert {file.name: file.kind for file in files} == {
        "box/a.csv": "gcloud",
        "box/deep/er/b.json": "ocds",
        "box/c.gz": "ocds",
        "box/inner.zip/in/d.json": "ocds",
    }
    assert [(one.code, one.file) for one in report.findings] == [("UNKNOWN_FILE", "box/letter.txt")]
    (read,) = list(values(files[1], report))
    assert read[1] == release()


def test_names_of_members_are_never_used_on_disk(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    evil = ["../evil.json", "/tmp/../evil2.json", "..\\evil3.json", "C:\\evil4.json"]
    files, report = opened(written(inside, packed(dict.fromkeys(evil, RELEASE))))
    assert not report.findings
    assert len(files) == len(evil)
    assert all(file.path.name.isdigit() for file in files)
    assert [path for path in tmp_path.rglob("*") if "evil" in path.name] == []


def test_the_temporary_folder_goes_with_the_last_file_in_it(tmp_path: Path) -> None:
    files, _ = opened(written(tmp_path, packed({"a": RELEASE, "b": RELEASE})))
    folder = files[0].path.parent
    assert folder.stat().st_mode & 0o077 == 0
    kept = files.pop()
    files.clear()
    gc.collect()
    assert kept.path.read_bytes() == RELEASE
    del kept
    gc.collect()
    assert not folder.exists()


def test_a_bomb_is_refused_and_nothing_of_it_is_unpacked(tmp_path: Path) -> None:
    path = written(tmp_path, packed({"a": bytes(archives.ALWAYS + 1), "b": RELEASE}))
    files, report = opened(path)
    assert files == []
    (told,) = report.findings
    assert (told.code, told.file, told.refused) == ("ARCHIVE_LIMIT", "box", True)
    assert f"{archives.MAX_RATIO}" in told.message


def test_archives_inside_share_the_limits_of_the_outer_one(tmp_path: Path) -> None:
    bomb = packed({"zeros": bytes(archives.ALWAYS // 2 + 1)})
    _, report = opened(written(tmp_path, packed({"1.zip": bomb, "2.zip": bomb})))
    assert [(one.code, one.file) for one in report.findings] == [
        ("UNKNOWN_FILE", "box/1.zip/zeros"),
        ("ARCHIVE_LIMIT", "box/2.zip"),
    ]
    nested = RELEASE
    for _ in range(archives.MAX_NESTED + 1):
        nested = packed({"n": nested})
    files, report = opened(written(tmp_path, nested))
    assert files == []
    assert report.codes == {"ARCHIVE_LIMIT": 1}


def test_too_many_members_are_refused(tmp_path: Path) -> None:
    many = {str(at): b"" for at in range(archives.MAX_MEMBERS + 1)}
    files, report = opened(written(tmp_path, packed(many)))
    assert files == []
    assert report.codes == {"ARCHIVE_LIMIT": 1}


def test_a_member_never_unpacks_to_more_than_it_states(tmp_path: Path) -> None:
    content = packed({"a": b"[" + b" " * 5_000_000})
    stated = (5_000_001).to_bytes(4, "little")
    assert content.count(stated) == 2
    files, report = opened(written(tmp_path, content.replace(stated, (9).to_bytes(4, "little"))))
    assert files == []
    assert report.codes == {"UNREADABLE_FILE": 1}


def test_encrypted_and_damaged_members_are_named_and_the_others_read(tmp_path: Path) -> None:
    content = bytearray(packed({"locked": RELEASE, "hurt": RELEASE, "good": RELEASE}, 0))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for info in archive.infolist():
            at = content.rindex(b"PK\x01\x02", 0, content.rindex(info.filename.encode()))
            if info.filename == "locked":
                content[at + 8] |= 1
            if info.filename == "hurt":
                content[info.header_offset + 60] ^= 0xFF
    files, report = opened(written(tmp_path, bytes(content)))
    assert [file.name for file in files] == ["box/good"]
    told = {one.file: one for one in report.findings}
    assert {one.code for one in report.findings} == {"UNREADABLE_FILE"}
    assert "password" in told["box/locked"].message + told["box/locked"].advice
    assert "unpacked" in told["box/hurt"].message


def test_an_archive_without_files_says_so(tmp_path: Path) -> None:
    for content in (packed({}), packed({"folder/": b""}), packed({".hidden": b"x"})):
        files, report = opened(written(tmp_path, content))
        assert files == []
        assert report.codes == {"NO_ROWS": 1}


def test_damage_anywhere_is_a_finding_and_never_an_error(tmp_path: Path) -> None:
    whole = packed({"a.json": RELEASE, "b.zip": packed({"c": RELEASE})})
    chance = random.Random(4)
    for _ in range(400):
        hurt = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            hurt[chance.randrange(4, len(hurt))] = chance.randrange(256)
        cut = chance.choice([len(hurt), chance.randrange(4, len(hurt))])
        files, report = opened(written(tmp_path, bytes(hurt[:cut])))
        assert files or report.findings
        for file in files:
            list(values(file, report))


@pytest.mark.anyio
async def test_an_archive_loads_as_its_files_do(graph: Graph, tmp_path: Path) -> None:
    made = tmp_path / "made"
    made.mkdir()
    returns(made / "a", [line()])
    jsonl(made / "b", [release(), release("r-2", date="2026-02-01T00:00:00Z")])
    content = packed({path.name: path.read_bytes() for path in made.iterdir()})
    told = await loaded(graph, written(tmp_path, content))
    assert (told.files, told.payments, told.releases, told.exit_code) == (2, 1, 2, 0)
    before = await content_hash(graph)
    again = await loaded(graph, made)
    assert (again.repeats, again.changed) == (3, False)
    assert await content_hash(graph) == before
    bomb = await loaded(graph, written(tmp_path, packed({"a": bytes(archives.ALWAYS + 1)})))
    assert (bomb.unknown_files, bomb.exit_code) == (1, 1)


def test_standard_input_is_recognised_by_its_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for content, name in ((RELEASE, "stdin"), (packed({"a": RELEASE}), "stdin/a")):
        reading, writing = os.pipe()
        os.write(writing, content)
        os.close(writing)
        with io.TextIOWrapper(open(reading, "rb")) as piped:
            monkeypatch.setattr("sys.stdin", piped)
            files, report = opened(Path("-"))
        assert [(file.name, file.kind) for file in files] == [(name, "ocds")]
        assert [value for _, value in values(files[0], report)] == [release()]
    files, report = opened(Path("-"))  # closed by now
    assert files == []
    assert report.codes == {"UNREADABLE_FILE": 1}


def test_a_zip_archive_in_gzip_is_named_and_not_taken_for_text(tmp_path: Path) -> None:
    files, report = opened(written(tmp_path, gzip.compress(packed({"a.json": RELEASE}))))
    assert files == []
    [finding] = report.findings
    assert (finding.code, finding.refused) == ("UNKNOWN_FILE", True)
    assert "gunzip" in finding.advice
