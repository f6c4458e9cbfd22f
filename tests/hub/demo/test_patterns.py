"""The planted reuse: seen by plain counting with patterns, gone without, all else equal."""

from collections import Counter, defaultdict
from itertools import combinations

from tests.hub.demo.worlds import World


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


def test_bodies_follow_their_peers_with_patterns_and_not_without(
    small: World, plain: World
) -> None:
    (far, near), (far_off, near_off) = map(share_that_follows, (small, plain))
    assert far > 1.2 * far_off
    assert near > 1.6 * near_off


def test_what_was_sold_when_and_for_how_much_is_the_same(small: World, plain: World) -> None:
    def sold(world: World) -> Counter[tuple[str, ...]]:
        names = ("ID", "CustomerName", "ReturnMonth", "EvidencedSpend", "LotDescription")
        return Counter(tuple(line[name] for name in names) for line in world.lines)

    def told(world: World) -> Counter[tuple[str, ...]]:
        return Counter(
            (release["ocid"], release["date"], release["tag"][0], release["buyer"]["name"])
            for release in world.releases
        )

    assert sold(small) == sold(plain)
    assert told(small) == told(plain)


def test_firms_stay_about_as_popular(small: World, plain: World) -> None:
    shares: list[list[int]] = []
    for world in (small, plain):
        firms = Counter(line["SupplierName"] for line in world.lines)
        shares.append(sorted(firms.values(), reverse=True))
    on, off = shares
    assert abs(len(on) - len(off)) <= 0.15 * len(off)
    assert abs(sum(on[:50]) - sum(off[:50])) <= 0.15 * sum(off[:50])


def adopted(world: World) -> set[tuple[str, str]]:
    """Which body ever used which product: the buyer of each contract and what it covers."""
    buyers = {release["ocid"]: release["buyer"]["name"] for release in world.releases}
    buyers |= {line["ID"]: line["CustomerName"] for line in world.lines}
    told = [record["values"] for record in world.of("adoption")]
    return {(buyers[v["contract"].get("ocid") or v["contract"]["key"]], v["product"]) for v in told}


def test_products_go_together_with_patterns_and_not_without(small: World, plain: World) -> None:
    def together(world: World) -> int:
        """Pairs of products where most of the users of the rarer one use the other as well."""
        held: dict[str, list[str]] = defaultdict(list)
        users: Counter[str] = Counter()
        for body, product in sorted(adopted(world)):
            held[body].append(product)
            users[product] += 1
        pairs = Counter(pair for products in held.values() for pair in combinations(products, 2))
        return sum(
            3 <= count and 0.6 * min(users[one], users[other]) <= count
            for (one, other), count in pairs.items()
        )

    assert together(small) > 2 * max(1, together(plain))


def test_each_product_is_chosen_as_often_without_patterns(small: World, plain: World) -> None:
    """Counted by choice: a renewal follows what it renews, so contracts may differ a little."""

    def products(world: World) -> Counter[str]:
        return Counter(record["values"]["product"] for record in world.of("adoption"))

    on, off = products(small), products(plain)
    assert on.keys() == off.keys()
    assert on.total() == off.total()
    assert sum(abs(on[p] - off[p]) for p in on) < 0.8 * on.total()
