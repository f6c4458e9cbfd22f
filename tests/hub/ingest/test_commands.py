"""`hub load` and `hub hash` as a user runs them: a process, its exit code and its output."""

import fcntl
import json
import os
import subprocess
import sys
from pathlib import Path

import anyio
import pytest

from graph.driver import Graph
from graph.hashing import content_hash
from graph.wipe import wipe
from tests.fixtures.engine import Server
from tests.hub.ingest.fts.notices import many
from tests.hub.ingest.fts.server import Fake, served
from tests.hub.ingest.given import line, returns
from tests.hub.ingest.worlds import files
from tests.tree import ROOT

pytestmark = pytest.mark.anyio


@pytest.fixture
def env(engine_server: Server, tmp_path: Path) -> dict[str, str]:
    """The environment of a hub on the server under test."""
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("HUB_")},
        "HUB_HOME": str(tmp_path / "home"),
        "HUB_GRAPH_URI": engine_server.uri,
        "HUB_GRAPH_USER": engine_server.user,
        "HUB_GRAPH_PASSWORD": engine_server.password,
        "HUB_GRAPH_DATABASE": engine_server.database,
    }


async def hub(
    env: dict[str, str], *words: str, given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "hub.gateway.cli", *words]
    return await anyio.run_process(command, input=given, env=env, cwd=ROOT, check=False)


async def test_load_reports_and_hash_agrees(
    graph: Graph, env: dict[str, str], tmp_path: Path
) -> None:
    folder, report = tmp_path / "data", tmp_path / "report.json"
    folder.mkdir()
    files(folder)
    returns(folder / "bad.csv", [line(ID="77", EvidencedSpend="lots")])
    (folder / "letter.txt").write_text("Dear hub")
    done = await hub(env, "load", str(folder), "--report", str(report), "--json")
    assert done.returncode == 3, done.stderr
    told = json.loads(done.stdout)
    assert (told["payments"], told["releases"], told["repeats"], told["refused_rows"]) == (
        7,
        5,
        1,
        1,
    )
    found = json.loads(report.read_text())
    (bad,) = [one for one in found["findings"] if one["code"] == "BAD_VALUE"]
    assert (bad["file"], bad["line"], bad["field"]) == ("bad.csv", 2, "EvidencedSpend")
    assert bad["advice"]
    assert found["codes"]["UNKNOWN_FILE"] == 1

    hashed = await hub(env, "hash")
    assert hashed.returncode == 0
    assert hashed.stdout.decode().splitlines() == [await content_hash(graph)]

    piped = await hub(env, "load", "-", "--json", given=(folder / "bad.csv").read_bytes())
    assert json.loads(piped.stdout)["codes"] == {"BAD_VALUE": 1}

    command = [sys.executable, "-m", "hub.gateway.cli", "load", "./-", "--json"]
    (folder / "-").write_bytes((folder / "bad.csv").read_bytes())
    python = {**env, "PYTHONPATH": str(ROOT)}
    named = await anyio.run_process(command, input=b"", env=python, cwd=folder, check=False)
    assert json.loads(named.stdout)["codes"] == {"BAD_VALUE": 1}
    (folder / "-").unlink()

    words = (await hub(env, "load", str(folder))).stdout.decode()
    assert "13 repeats" in words
    assert "BAD_VALUE bad.csv:2 EvidencedSpend" in words


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("load",), 2, "PATH"),
        (("load", "--url", "https://x.invalid/"), 2, "--from"),
        (("load", "x", "--from", "2026-09-01"), 2, "--url"),
        (("load", "--url", "https://x.invalid/", "--from", "soon"), 2, "soon is no day"),
        (("load", "--url", "ftp://x.invalid/", "--from", "2026-09-01"), 1, "https://"),
        (("load", "x", "--until", "2013-02-30"), 2, "2013-02-30 is no date"),
        (("load", "x", "--partition", "5/4"), 2, "1/4"),
        (
            ("load", "--url", "https://x.invalid/", "--from", "2026-09-01", "--partition", "1/2"),
            2,
            "one loader",
        ),
        (("load", "x", "--untl", "2013-02-01"), 2, "--untl"),
        (("load", "no-such-file"), 1, "UNREADABLE_FILE"),
    ],
)
async def test_wrong_usage_is_one_line_and_a_code(
    graph: Graph, env: dict[str, str], words: tuple[str, ...], code: int, said: str
) -> None:
    done = await hub(env, *words)
    assert done.returncode == code
    text = (done.stdout + done.stderr).decode()
    assert said in text
    assert "Traceback" not in text
    assert code != 2 or len(text.splitlines()) == 1


async def test_a_second_load_at_the_same_time_is_refused(
    graph: Graph, env: dict[str, str], tmp_path: Path
) -> None:
    home, data = Path(env["HUB_HOME"]), tmp_path / "returns.csv"
    home.mkdir()
    returns(data, [line(ID="1")])
    with (home / "load.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        refused = await hub(env, "load", str(data))
    assert refused.returncode == 1
    assert b"Another load is running" in refused.stderr
    assert (await hub(env, "load", str(data))).returncode == 0


async def test_export_and_import_as_commands(
    graph: Graph, env: dict[str, str], tmp_path: Path
) -> None:
    folder, path = tmp_path / "data", tmp_path / "all.ndjson.gz"
    folder.mkdir()
    files(folder)
    assert (await hub(env, "load", str(folder))).returncode == 0
    whole = await content_hash(graph)
    done = await hub(env, "export", str(path), "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["hash"] == whole
    refused = await hub(env, "import", str(path))
    assert refused.returncode == 1
    assert b"not empty" in refused.stderr
    await wipe(graph)
    done = await hub(env, "import", str(path))
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode().splitlines()[-1] == whole == await content_hash(graph)
    package = tmp_path / "all.json"
    done = await hub(env, "export", "--ocds", str(package), "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["processes"] == len(json.loads(package.read_text())["records"])
    nowhere = await hub(env, "export", str(tmp_path / "no" / "all.ndjson"))
    assert (nowhere.returncode, b"no folder" in nowhere.stderr) == (1, True)


async def test_load_from_an_api_says_what_it_could_show_complete(
    graph: Graph, env: dict[str, str], tmp_path: Path
) -> None:
    words = ("--from", "2026-09-01", "--to", "2026-09-01")
    with served(Fake([*many(3), *many(1, first=5)])) as fake:
        done = await hub(env, "load", "--url", fake.url, *words, "--json")
        assert done.returncode == 3, done.stderr
        told = json.loads(done.stdout)
        assert (told["releases"], told["windows"], told["incomplete"]) == (4, 1, 1)
        fake.notices = many(5)
        done = await hub(env, "load", "--url", fake.url, *words)
        assert done.returncode == 0, done.stderr
        assert b"1 windows: complete" in done.stdout
    assert len(list((Path(env["HUB_HOME"]) / "remote").iterdir())) == 1


async def test_the_report_of_a_load_that_broke_off_tells_what_was_loaded(
    graph: Graph, env: dict[str, str], tmp_path: Path
) -> None:
    words = ("--from", "2026-09-01", "--to", "2026-09-02", "--report", str(tmp_path / "r.json"))
    with served(Fake(many(3))) as fake:
        fake.behaviour.busy, fake.behaviour.retry_after = frozenset({2}), "86400"
        done = await hub(env, "load", "--url", fake.url, *words)
    assert done.returncode == 1
    assert b"86400" in done.stderr
    told = json.loads((tmp_path / "r.json").read_text())
    assert told["summary"]["releases"] == 3
    assert [file["loaded"] for file in told["files"]] == [3]


async def test_a_report_is_never_written_over_what_is_loaded(
    graph: Graph, env: dict[str, str], tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    returns(path, [line(ID="1")])
    before, empty = path.read_bytes(), await content_hash(graph)
    for report, wrong in ((path, b"would be overwritten"), (tmp_path, b"is a folder")):
        done = await hub(env, "load", str(path), "--report", str(report))
        assert (done.returncode, wrong in done.stderr) == (1, True), done.stderr
    assert path.read_bytes() == before
    assert await content_hash(graph) == empty
