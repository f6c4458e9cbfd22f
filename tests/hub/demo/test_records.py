"""The fictional world's own files: whole, fictional, pointing at what is there."""

from collections import Counter, defaultdict
from decimal import Decimal

import pytest

from hub.demo.sizes import SIZES
from tests.hub.demo.worlds import World

NOUNS = {
    "product",
    "offer",
    "framework",
    "deal",
    "claim",
    "exclusion",
    "review",
    "kpi",
    "assessment",
    "failure",
    "adoption",
    "pilot",
    "need",
}
END = "2026-04-01"


def test_every_own_file_begins_with_its_source_that_says_it_is_fictional(small: World) -> None:
    assert len(small.headers) >= 20
    for header in small.headers:
        assert header["hub"] == 1
        assert header["fictional"] is True


def test_every_noun_is_told_of_and_none_after_the_end(small: World) -> None:
    assert {record["noun"] for record in small.records} == NOUNS
    assert max(record["publicFrom"] for record in small.records) <= END
    keys = [(record["noun"], record["key"], record["publicFrom"]) for record in small.records]
    assert len(set(keys)) == len(keys)


def test_there_are_about_as_many_as_stated(small: World) -> None:
    size = SIZES["small"]
    assert len({record["key"] for record in small.of("product")}) == size.products
    reviews = {record["key"] for record in small.of("review")}
    assert abs(len(reviews) - size.reviews) <= 0.1 * size.reviews
    assert len(small.of("adoption")) == size.contracts


def test_names_say_that_they_are_fictional(small: World) -> None:
    told = [record["values"] for record in small.records if "values" in record]
    names = {values["name"] for noun in ("product", "framework") for values in named(small, noun)}
    for field in ("supplier", "by", "buyer", "owner", "negotiator"):
        names |= {values[field]["name"] for values in told if field in values}
    assert all(name.endswith("(fictional)") for name in names)


def named(world: World, noun: str) -> list[dict[str, str]]:
    return [record["values"] for record in world.of(noun)]


def test_what_a_record_refers_to_is_in_the_files(small: World) -> None:
    contracts = {
        (release["ocid"], contract["id"])
        for release in small.releases
        for contract in release.get("contracts", [])
    }
    lines = {line["ID"] for line in small.lines}
    keys: dict[str, set[str]] = defaultdict(set)
    for record in small.records:
        keys[record["noun"]].add(record["key"])
    referred: Counter[str] = Counter()
    for record in small.records:
        values = record.get("values", {})
        for field, noun in (("product", "product"), ("replaces", "product"), ("kpi", "kpi")):
            if field in values:
                assert values[field] in keys[noun]
                referred[field] += 1
        if "framework" in values:
            assert values["framework"] in keys["framework"]
        if told := values.get("contract"):
            referred["contract"] += 1
            known = told.get("key") in lines or (told.get("ocid"), told.get("id")) in contracts
            assert known, record
    assert min(referred[field] for field in ("product", "replaces", "kpi", "contract")) >= 100


@pytest.mark.parametrize("noun", ["offer", "deal"])
def test_prices_fall_from_tier_to_tier(small: World, noun: str) -> None:
    for record in small.of(noun):
        values = record["values"]
        tiers = values["tiers"]
        prices = [Decimal(tier["price"]) for tier in tiers]
        assert prices == sorted(prices, reverse=True)
        assert [values["priceMax"], values["priceMin"]] == [tiers[0]["price"], tiers[-1]["price"]]
        assert min(prices) > 0
        for tier, following in zip(tiers, tiers[1:], strict=False):
            assert tier["to"] + 1 == following["from"]
        assert "to" not in tiers[-1]


def test_a_national_price_is_below_the_offer_when_it_was_made(small: World) -> None:
    first = {
        record["values"]["product"]: record["values"] for record in reversed(small.of("offer"))
    }
    for record in small.of("deal"):
        offered = first[record["values"]["product"]]
        assert Decimal(record["values"]["priceMax"]) <= Decimal(offered["priceMax"])


def test_assurance_and_deals_run_out_and_some_hold(small: World) -> None:
    for noun in ("claim", "deal", "exclusion"):
        ends = [record["values"]["validTo"] for record in small.of(noun)]
        assert any(end < END for end in ends)
        assert any(end >= END for end in ends)


def test_small_firms_enter_the_market_all_the_time(small: World) -> None:
    first: dict[str, str] = {}
    for record in sorted(small.of("product"), key=lambda record: record["publicFrom"]):
        if record["values"]["supplier"]["sizeClass"] == "sme":
            first.setdefault(record["values"]["supplier"]["name"], record["publicFrom"])
    entered = Counter(day[:4] for day in first.values())
    assert all(entered[str(year)] >= 5 for year in range(2017, 2026))


def test_better_rated_firms_meet_more_of_their_indicators(small: World) -> None:
    """Reviews, ratings and notices tell of the same firms alike."""
    supplier = {
        record["key"]: record["values"]["supplier"]["name"] for record in small.of("product")
    }
    stars: dict[str, list[int]] = defaultdict(list)
    for record in small.of("review"):
        stars[supplier[record["values"]["product"]]].append(record["values"]["rating"])
    met: dict[str, list[bool]] = defaultdict(list)
    for release in small.releases:
        for contract in release.get("contracts", []):
            for metric in contract.get("implementation", {}).get("metrics", []):
                seen = metric["observations"][0]["measureClassification"]["id"] == "met"
                met[release["parties"][1]["name"]].append(seen)
    known = sorted(met.keys() & stars.keys(), key=lambda firm: sum(stars[firm]) / len(stars[firm]))
    half = len(known) // 2
    low, high = (
        [one for firm in firms for one in met[firm]] for firms in (known[:half], known[half:])
    )
    assert sum(high) / len(high) > sum(low) / len(low)
