"""The fictional world: fictional through and through, in the forms that loaders read."""

import re
from collections import Counter
from datetime import date
from decimal import Decimal
from typing import Any

from hub.demo.returns import COLUMNS
from hub.demo.sizes import SIZES
from tests.hub.demo.worlds import World

STRICT_PPON = re.compile(
    r"P[BCDGHJLMNPQRTVWXYZ]{3}-[1-9]{4}-[BCDGHJLMNPQRTVWXYZ]{3}[CDGHJLMNPQRTVWXYZ]"
)
LOOSE_PPON = re.compile(r"[A-Z]{4}-[0-9]{4}-[A-Z]{4}")
# Numbers at Companies House had reached 17 million in 2026; none begins with 99.
NO_COMPANY = re.compile(r"99\d{6}")


def contracts(world: World) -> int:
    """Contracts as the hub counts them: one a process with an award, one a purchase returned."""
    awarded = {release["ocid"] for release in world.releases if "awards" in release}
    names = ("CustomerName", "SupplierName", "Framework", "LotDescription")
    texts = {
        (*(line[name] for name in names), line["ProjectNameAndDescription"]) for line in world.lines
    }
    return len(awarded) + len(texts)


def test_the_small_world_has_about_the_stated_size(small: World) -> None:
    size = SIZES["small"]
    buyers = {line["CustomerName"] for line in small.lines}
    buyers |= {name for _, name in small.parties("buyer")}
    suppliers = {line["SupplierName"] for line in small.lines}
    suppliers |= {name for _, name in small.parties("supplier")}
    assert 0.98 * size.buyers <= len(buyers) <= size.buyers
    assert 0.6 * size.suppliers <= len(suppliers) <= size.suppliers
    assert abs(contracts(small) - size.contracts) <= 0.05 * size.contracts


def test_it_tells_of_ten_years_and_ends_on_a_fixed_day(small: World) -> None:
    days = [release["date"][:10] for release in small.releases]
    months = {line["ReturnMonth"] for line in small.lines}
    assert len({day[:7] for day in days} | {month[:7] for month in months}) >= 120
    assert max(days) <= "2026-03-31"
    assert max(months) == "2026-03-01"
    assert min(months) == "2016-04-01"


def test_every_name_and_set_says_that_it_is_fictional(small: World) -> None:
    columns = ("CustomerName", "SupplierName", "Framework")
    names = {line[key] for line in small.lines for key in columns}
    names |= {name for role in ("buyer", "supplier") for _, name in small.parties(role)}
    names |= {
        link["identifier"]
        for release in small.releases
        for link in release.get("relatedProcesses", [])
        if link["relationship"] == ["framework"]
    }
    assert all(name.endswith("(fictional)") for name in names)


def test_returns_are_whole_lines_of_known_form(small: World) -> None:
    assert tuple(small.lines[0]) == COLUMNS
    assert len({line["ID"] for line in small.lines}) == len(small.lines)
    assert {line["LotDescription"] for line in small.lines} == set("1234")
    assert all(date.fromisoformat(line["ReturnMonth"]).day == 1 for line in small.lines)
    amounts = [Decimal(line["EvidencedSpend"]) for line in small.lines]
    assert min(amounts) < 0 < max(amounts)
    assert len({line["ProjectNameAndDescription"] for line in small.lines}) > 1_000


def test_no_invented_number_can_be_a_real_one(small: World) -> None:
    known = small.parties("buyer") | small.parties("supplier")
    for ppon, _ in known:
        assert LOOSE_PPON.fullmatch(ppon)
        assert not STRICT_PPON.fullmatch(ppon)
        assert set(ppon) & set("FKS")
    assert len({ppon for ppon, _ in known}) == len({name for _, name in known}) == len(known)
    companies = {
        (other["id"], party["name"])
        for release in small.releases
        for party in release["parties"]
        for other in party.get("additionalIdentifiers", [])
    }
    assert len({number for number, _ in companies}) == len(companies) > 100
    assert all(NO_COMPANY.fullmatch(number) for number, _ in companies)


def test_releases_tell_every_stage_of_a_contract(small: World) -> None:
    assert len({release["id"] for release in small.releases}) == len(small.releases)
    tags = Counter(tag for release in small.releases for tag in release["tag"])
    for tag in ("tender", "tenderUpdate", "tenderCancellation", "award", "awardUpdate", "contract"):
        assert tags[tag] >= 50
    for tag in ("contractUpdate", "contractAmendment", "contractTermination", "implementation"):
        assert tags[tag] >= 50
    links = Counter(
        link["relationship"][0]
        for release in small.releases
        for link in release.get("relatedProcesses", [])
    )
    assert min(links["framework"], links["renewalProcess"]) >= 200


def test_a_renewal_is_with_the_firm_of_what_it_renews(small: World) -> None:
    sold: dict[str, list[Any]] = {}
    for release in small.releases:
        if release["tag"] == ["award", "contract"]:
            sold[release["ocid"]] = release["awards"][0]["suppliers"] + [release["buyer"]]
    renewals = 0
    for release in small.releases:
        for link in release.get("relatedProcesses", []):
            if link["relationship"] == ["renewalProcess"] and release["ocid"] in sold:
                assert sold[release["ocid"]] == sold[link["identifier"]]
                renewals += 1
    assert renewals >= 200


def test_later_releases_change_titles_values_and_suppliers(small: World) -> None:
    changed: Counter[str] = Counter()
    awards: dict[str, Any] = {}
    for release in sorted(small.releases, key=lambda release: release["date"]):
        for award in release.get("awards", []):
            before = awards.setdefault(release["ocid"], award)
            changed.update(k for k in ("title", "value", "suppliers") if before[k] != award[k])
            awards[release["ocid"]] = award
    assert min(changed[key] for key in ("title", "value", "suppliers")) >= 30


def test_some_bodies_and_firms_are_in_both_channels(small: World) -> None:
    for column, role in (("CustomerName", "buyer"), ("SupplierName", "supplier")):
        listed = {line[column] for line in small.lines}
        assert len(set(listed) & {name for _, name in small.parties(role)}) >= 100
