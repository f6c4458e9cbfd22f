"""The registry: a model is served with its own file, code, features and data, or not at all."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from graph.clock import end_of
from ranking import registry
from ranking.need import Need
from ranking.service import Ranker
from ranking.snapshot import write
from ranking.training import train
from tests.ranking.conftest import TRAINED, Home, silent
from tests.ranking.worlds import World, snapshot

NEED = Need(text="kiln glaze")


@pytest.fixture
def home(trained: Home, tmp_path: Path) -> Path:
    """A copy that a test may spoil."""
    return Path(shutil.copytree(trained.folder, tmp_path / "home"))


def newest(home: Path) -> Path:
    return registry.folder(home, registry.cut_offs(home)[-1])


def test_one_model_for_each_quarter_that_learnt_something(trained: Home) -> None:
    found = registry.cut_offs(trained.folder)
    assert found
    assert all(day.day == 1 and day.month in (1, 4, 7, 10) for day in found)
    assert len(found) == len(set(found)) >= 4


@pytest.mark.parametrize(
    "key", ["model_sha256", "features_sha256", "code_sha256", "facts_sha256", "versions"]
)
def test_a_manifest_that_does_not_match_refuses_the_model(home: Path, key: str) -> None:
    file = newest(home) / registry.MANIFEST
    told = json.loads(file.read_text())
    assert key in told
    file.write_text(json.dumps({**told, key: "0" * 64}))
    found = Ranker(home).match(NEED)
    assert found.degraded
    assert found.model_version == "fallback-1"


def test_features_in_another_order_refuse_the_model(home: Path) -> None:
    file = newest(home) / registry.MANIFEST
    told = json.loads(file.read_text())
    file.write_text(json.dumps({**told, "features": told["features"][::-1]}))
    assert Ranker(home).match(NEED).degraded


@pytest.mark.parametrize("spoil", ["changed", "gone", "no manifest", "nonsense"])
def test_a_spoilt_model_is_refused(home: Path, spoil: str) -> None:
    model, told = newest(home) / registry.MODEL, newest(home) / registry.MANIFEST
    if spoil == "changed":
        model.write_text(model.read_text().replace("leaf_value=", "leaf_value=1", 1))
    elif spoil == "gone":
        model.unlink()
    elif spoil == "no manifest":
        told.unlink()
    else:
        told.write_text("{")
    assert Ranker(home).match(NEED).degraded


def test_an_unspoilt_copy_is_served(home: Path) -> None:
    assert not Ranker(home).match(NEED).degraded


def test_other_data_before_the_cut_off_means_training_anew(home: Path) -> None:
    rows = World(seed=5).grow(range(21)).finished()
    rows["payments"] = rows["payments"][1:]
    write(home, "other", rows)
    service = Ranker(home)
    assert service.match(NEED).degraded
    before = {c: registry.manifest(registry.folder(home, c)) for c in registry.cut_offs(home)}
    train(snapshot(home, rows, "other"), home, TRAINED, silent)
    after = {c: registry.manifest(registry.folder(home, c)) for c in registry.cut_offs(home)}
    assert before.keys() == after.keys()
    assert before != after
    assert not service.match(NEED).degraded, "a running hub takes the model that was trained"


def test_the_same_seed_and_snapshot_give_a_byte_equal_model(trained: Home, tmp_path: Path) -> None:
    made = snapshot(tmp_path, World(seed=5).grow(range(21)).finished())
    train(made, tmp_path, TRAINED, silent)
    for cut_off in registry.cut_offs(trained.folder):
        one, other = (registry.folder(h, cut_off) for h in (trained.folder, tmp_path))
        assert (one / "model.txt").read_bytes() == (other / "model.txt").read_bytes()
        assert (one / "manifest.json").read_bytes() == (other / "manifest.json").read_bytes()


def test_training_again_changes_nothing(home: Path, trained: Home) -> None:
    said: list[str] = []
    before = (newest(home) / registry.MODEL).stat().st_mtime_ns
    train(trained.snapshot, home, TRAINED, said.append)
    assert said
    assert all("up to date" in line for line in said)
    assert (newest(home) / registry.MODEL).stat().st_mtime_ns == before


def test_training_as_of_a_day_makes_no_later_model(trained: Home, tmp_path: Path) -> None:
    made = snapshot(tmp_path, World(seed=5).grow(range(21)).finished())
    train(made, tmp_path, date(2022, 4, 30), silent)
    found = registry.cut_offs(tmp_path)
    assert found == [c for c in registry.cut_offs(trained.folder) if c <= date(2022, 4, 30)]


def test_a_need_gets_the_newest_model_that_it_may_know(trained: Home) -> None:
    models = registry.Registry(trained.folder, trained.snapshot)
    cut_off = registry.cut_offs(trained.folder)[1]
    assert models.at(end_of(cut_off)).version.startswith(cut_off.isoformat())
    assert not models.at(end_of(cut_off)[:-1]).version.startswith(cut_off.isoformat())
