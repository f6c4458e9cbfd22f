"""The planted reuse: seen by plain counting with patterns, gone without, all else equal."""

from collections import Counter, defaultdict
from pathlib import Path

import pytest

from hub.demo.sizes import Order
from tests.hub.demo.worlds import World, made

Worlds = tuple[World, World]


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Worlds:
    """With and without patterns."""
    folder: Path = tmp_path_factory.mktemp("worlds")
    return tuple(made(folder / str(on), Order("small", 3, on)) for on in (True, False))  # type: ignore[return-value]


def kind(body: str) -> str:
    """The kind of a body as its name tells it."""
    words = body.split()
    return words[0] if words[0] in ("University", "Department") else " ".join(words[1:])


def share_that_follows(world: World) -> tuple[float, float]:
    """Of all first purchases from a firm the share where a peer had bought from it before.

    A peer is a body of the same kind; then one of the same kind in the same region.
    """
    regions = {
        release["buyer"]["name"]: release["parties"][0]["address"]["region"]
        for release in world.releases
    }
    used: dict[str, set[str]] = defaultdict(set)
    far = near = 0
    deals = world.first_deals()
    for _, body, firm in deals:
        peers, neighbours = kind(body), f"{kind(body)} {regions.get(body)}"
        far += firm in used[peers]
        near += firm in used[neighbours]
        used[peers].add(firm)
        used[neighbours].add(firm)
    return far / len(deals), near / len(deals)


def test_bodies_follow_their_peers_with_patterns_and_not_without(worlds: Worlds) -> None:
    (far, near), (far_off, near_off) = map(share_that_follows, worlds)
    assert far > 1.2 * far_off
    assert near > 1.6 * near_off


def test_what_was_sold_when_and_for_how_much_is_the_same(worlds: Worlds) -> None:
    def sold(world: World) -> Counter[tuple[str, ...]]:
        names = ("ID", "CustomerName", "ReturnMonth", "EvidencedSpend", "LotDescription")
        return Counter(tuple(line[name] for name in names) for line in world.lines)

    def told(world: World) -> Counter[tuple[str, ...]]:
        return Counter(
            (release["ocid"], release["date"], release["tag"][0], release["buyer"]["name"])
            for release in world.releases
        )

    on, off = worlds
    assert sold(on) == sold(off)
    assert told(on) == told(off)


def test_firms_stay_about_as_popular(worlds: Worlds) -> None:
    shares: list[list[int]] = []
    for world in worlds:
        firms = Counter(line["SupplierName"] for line in world.lines)
        shares.append(sorted(firms.values(), reverse=True))
    on, off = shares
    assert abs(len(on) - len(off)) <= 0.15 * len(off)
    assert abs(sum(on[:50]) - sum(off[:50])) <= 0.15 * sum(off[:50])
