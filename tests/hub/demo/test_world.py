"""The fictional world: the same bytes for the same seed, in the forms that loaders read."""

import csv
import json
import re
from collections import Counter
from datetime import date
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from hub.demo.returns import COLUMNS, FRAMEWORK
from hub.demo.world import SIZES, write_world

STRICT_PPON = re.compile(
    r"P[BCDGHJLMNPQRTVWXYZ]{3}-[1-9]{4}-[BCDGHJLMNPQRTVWXYZ]{3}[CDGHJLMNPQRTVWXYZ]"
)
LOOSE_PPON = re.compile(r"[A-Z]{4}-[0-9]{4}-[A-Z]{4}")
World = tuple[list[dict[str, str]], list[dict[str, Any]]]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    paths = write_world(tmp_path_factory.mktemp("world"), "small", 1)
    with paths[0].open(newline="", encoding="utf-8") as file:
        lines = list(csv.DictReader(file))
    packages = [json.loads(path.read_text("utf-8")) for path in paths[1:]]
    return lines, [release for package in packages for release in package["releases"]]


def parties(releases: list[dict[str, Any]], role: str) -> set[tuple[str, str]]:
    return {
        (party["identifier"]["id"], party["name"])
        for release in releases
        for party in release["parties"]
        if role in party["roles"]
    }


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    def written(name: str, seed: int) -> list[bytes]:
        return [path.read_bytes() for path in write_world(tmp_path / name, "small", seed)]

    assert written("a", 7) == written("b", 7)
    assert written("c", 8) != written("a", 7)


def test_the_small_world_has_about_the_stated_size(world: World) -> None:
    lines, releases = world
    assert abs(len(lines) - SIZES["small"].lines) <= 120
    processes = {release["ocid"] for release in releases}
    assert 140 <= len(processes) <= SIZES["small"].processes
    buyers = {line["CustomerName"] for line in lines}
    buyers |= {name for _, name in parties(releases, "buyer")}
    assert 50 <= len(buyers) <= SIZES["small"].buyers


def test_every_name_and_set_says_that_it_is_fictional(world: World) -> None:
    lines, releases = world
    names = {line[key] for line in lines for key in ("CustomerName", "SupplierName", "Framework")}
    names |= {name for role in ("buyer", "supplier") for _, name in parties(releases, role)}
    assert all(name.endswith("(fictional)") for name in names)


def test_returns_are_whole_lines_of_known_form(world: World) -> None:
    lines, _ = world
    assert tuple(lines[0]) == COLUMNS
    assert [line["ID"] for line in lines] == [str(n) for n in range(1, len(lines) + 1)]
    assert {line["Framework"] for line in lines} == {FRAMEWORK}
    assert {line["LotDescription"] for line in lines} == set("1234")
    assert all(date.fromisoformat(line["ReturnMonth"]).day == 1 for line in lines)
    amounts = [Decimal(line["EvidencedSpend"]) for line in lines]
    assert min(amounts) < 0 < max(amounts)
    assert len({line["ProjectNameAndDescription"] for line in lines}) > 120


def test_no_invented_ppon_can_be_a_real_one(world: World) -> None:
    known = parties(world[1], "buyer") | parties(world[1], "supplier")
    for ppon, _ in known:
        assert LOOSE_PPON.fullmatch(ppon)
        assert not STRICT_PPON.fullmatch(ppon)
        assert set(ppon) & set("FKS")
    assert len({ppon for ppon, _ in known}) == len({name for _, name in known}) == len(known)


def test_release_ids_are_unique_and_later_releases_change_titles_values_and_suppliers(
    world: World,
) -> None:
    releases = world[1]
    assert len({release["id"] for release in releases}) == len(releases)
    tags = {tag for release in releases for tag in release["tag"]}
    assert {"tender", "tenderUpdate", "award", "contract", "contractUpdate", "awardUpdate"} <= tags
    changed: Counter[str] = Counter()
    awards: dict[str, dict[str, Any]] = {}
    for release in sorted(releases, key=lambda release: release["date"]):
        for award in release.get("awards", []):
            before = awards.setdefault(release["ocid"], award)
            changed.update(k for k in ("title", "value", "suppliers") if before[k] != award[k])
            awards[release["ocid"]] = award
    assert min(changed[key] for key in ("title", "value", "suppliers")) >= 3


def test_some_bodies_and_firms_are_in_both_channels(world: World) -> None:
    lines, releases = world
    for column, role in (("CustomerName", "buyer"), ("SupplierName", "supplier")):
        listed = {line[column] for line in lines}
        assert len(set(listed) & {name for _, name in parties(releases, role)}) >= 15


def test_peers_share_suppliers_more_often_than_strangers(world: World) -> None:
    def kind(name: str) -> str:
        return " ".join(word for word in name.split() if not word[0].isupper() or word in KINDS)

    bought: dict[str, set[str]] = {}
    for line in world[0]:
        bought.setdefault(line["CustomerName"], set()).add(line["SupplierName"])
    shared: dict[bool, list[float]] = {True: [], False: []}
    for a, b in combinations(sorted(bought), 2):
        overlap = len(bought[a] & bought[b]) / len(bought[a] | bought[b])
        shared[kind(a) == kind(b)].append(overlap)
    peers, strangers = (sum(shared[same]) / len(shared[same]) for same in (True, False))
    assert peers > 1.5 * strangers


KINDS = {"Borough", "District", "County", "NHS", "Police", "Fire", "University", "Department"}


@pytest.mark.parametrize("size", ["medium"])
def test_a_larger_world_keeps_names_apart(tmp_path: Path, size: str) -> None:
    paths = write_world(tmp_path, size, 1)
    releases = [
        release for path in paths[1:] for release in json.loads(path.read_text("utf-8"))["releases"]
    ]
    known = parties(releases, "buyer") | parties(releases, "supplier")
    assert len({name for _, name in known}) == len({ppon for ppon, _ in known}) == len(known)
