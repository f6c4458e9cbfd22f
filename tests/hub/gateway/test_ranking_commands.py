"""`hub train`, `hub models` and `hub evaluate`, as a person runs them."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

import pytest
from anyio import to_thread

from graph.driver import Graph
from hub.gateway.cli import parser
from hub.gateway.commands import evaluate, registry, train
from hub.gateway.settings import Settings
from tests.factories import Market
from tests.fixtures.engine import Server
from tests.ranking.worlds import World, month, snapshot

pytestmark = pytest.mark.anyio
ROOT = Path(__file__).parents[3]


def asked(*words: str) -> Namespace:
    made: ArgumentParser = parser([words[0]])
    return made.parse_args(words)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An invented market of a year, without models."""
    snapshot(tmp_path, World(seed=6).grow(range(13), deals=7).finished(), "fictional")
    return tmp_path


def test_evaluate_trains_what_is_missing_and_reports(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "report.json"
    settings = Settings(home=home)
    assert evaluate.run(asked("evaluate", "--report", str(file)), settings) == 0
    told = capsys.readouterr().out
    assert "the last half of the quarters of the data" in told
    report = json.loads(file.read_text())
    assert report["settings"]["file"] == "ranking/hyperparameters.py"
    rankers = {row["ranker"]: row["measures"]["mrr@10"] for row in report["rows"]}
    assert {"random", "BM25", "sector and lot", "linear", "fallback", "served"} <= set(rankers)
    assert all(i["low"] <= i["mean"] <= i["high"] for i in rankers.values())
    assert f"served         {rankers['served']['mean']:.3f}" in told
    assert registry.run(asked("models", "--json"), settings) == 0
    listed = json.loads(capsys.readouterr().out)
    assert listed
    assert all(model["refused"] is None for model in listed)


def test_the_commit_of_the_settings_is_one_of_this_repository() -> None:
    told = evaluate.settings_commit(ROOT)
    assert (ROOT / told["file"]).is_file()
    if told["commit"] is not None:  # None in a copy without its history
        assert len(told["commit"]) == 40


def test_models_says_why_one_is_refused(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = Settings(home=home)
    assert registry.run(asked("models"), settings) == 0
    assert "the fallback ranker serves" in capsys.readouterr().out
    evaluate.run(asked("evaluate", "--json"), settings)
    capsys.readouterr()
    newest = sorted((home / "models").iterdir())[-1]
    (newest / "model.txt").write_text("spoilt")
    assert registry.run(asked("models"), settings) == 0
    assert "refused: its file was changed" in capsys.readouterr().out


async def test_train_writes_the_snapshot_of_the_graph_and_says_when_there_is_too_little(
    graph: Graph, engine_server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world = Market()
    world.deal(world.body("Ostermoor Council"), world.body("Quillhaven Ltd"), "Looms", month(1))
    await world.write(graph)
    settings = Settings(
        home=tmp_path,
        graph_uri=engine_server.uri,
        graph_user=engine_server.user,
        graph_password=engine_server.password,
        graph_database=engine_server.database,
    )
    assert (
        await to_thread.run_sync(train.run, asked("train", "--as-of", "2022-01-01"), settings) == 0
    )
    assert "the fallback ranker serves" in capsys.readouterr().out
    assert (tmp_path / "snapshots" / "current").is_file()
