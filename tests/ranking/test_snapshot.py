"""The snapshot: equal in, equal out; what stood at an instant and nothing later."""

import random
from pathlib import Path

import pytest

from graph.errors import Unavailable
from ranking.snapshot import TABLES, Snapshot, write
from tests.ranking.worlds import World, cut, month, snapshot, superseded


def test_equal_rows_in_any_order_give_equal_bytes(tmp_path: Path) -> None:
    rows = World(seed=1).grow(range(6)).finished()
    one = write(tmp_path / "one", "v", rows)
    for found in rows.values():
        random.Random(3).shuffle(found)
    other = write(tmp_path / "other", "v", rows)
    files = sorted(file.name for file in one.iterdir())
    assert files == sorted([*(f"{name}.parquet" for name in TABLES), "manifest.json"])
    assert all((one / f).read_bytes() == (other / f).read_bytes() for f in files)


def test_the_newest_snapshot_is_current_and_the_one_before_is_kept(tmp_path: Path) -> None:
    rows = World(seed=1).grow(range(3)).finished()
    for version in ("a", "b", "c"):
        write(tmp_path, version, rows)
    assert Snapshot.current(tmp_path).version == "c"
    assert {f.name for f in (tmp_path / "snapshots").iterdir()} == {"b", "c", "current"}


def test_without_a_snapshot_one_line_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="hub load"):
        Snapshot.current(tmp_path)


def test_data_up_to_is_the_last_instant_at_which_something_changed(tmp_path: Path) -> None:
    world = World(seed=1)
    world.deal(2, world.buyers[0], world.suppliers[0])
    rows = world.finished()
    closed = [(*row[:-1], month(9)) for row in rows["supplied"]]
    made = snapshot(tmp_path, {**rows, "supplied": closed})
    assert made.data_up_to == month(9)
    assert made.newest(month(8)) is not None
    assert str(made.newest(month(8))) < month(9)


def test_the_hash_of_facts_ignores_later_ones_and_sees_earlier_ones(tmp_path: Path) -> None:
    world = World(seed=2).grow(range(6))
    before = snapshot(tmp_path / "a", world.finished())
    whole = superseded(world.grow(range(6, 9)).finished(), random.Random(1), 7)
    after = snapshot(tmp_path / "b", whole)
    left = snapshot(tmp_path / "c", cut(whole, month(5)))
    assert before.hash_until(month(5)) == after.hash_until(month(5)) == left.hash_until(month(5))
    assert before.hash_until(month(4)) != before.hash_until(month(5))
    assert after.hash_until(month(7)) != after.hash_until(month(6))
