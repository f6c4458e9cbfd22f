"""Records one by one: what is taken, what is refused and why, what is kept raw."""

import json
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from graph import performance
from graph.catalogue import OWN
from graph.ids import make_id
from hub.ingest.facts import Source
from hub.ingest.frameworks import code_of
from hub.ingest.own.kinds import KINDS
from hub.ingest.own.nouns import NOUNS
from hub.ingest.own.reading import Record, record_of, source_of
from tests.hub.ingest.given import Noted
from tests.hub.ingest.own.given import COUNCIL, HEADER, PRICE, product, record, records
from tests.tree import ROOT

Json = dict[str, Any]
PAGE = (ROOT / "docs" / "own-files.md").read_text("utf-8")


def read(value: Json, noted: Noted | None = None, fetched: date | None = None) -> Record | None:
    """A record as the loader reads it."""
    source = source_of(HEADER, Noted())
    assert source is not None
    return record_of(value, source, fetched, noted or Noted())


def values(value: Json) -> Mapping[str, Any]:
    """What a record that must be readable says."""
    noted = Noted()
    found = read(value, noted)
    assert found is not None, noted.found
    assert found.told is not None
    return found.told.values


def test_every_record_of_the_invented_world_is_read_without_a_remark() -> None:
    noted = Noted()
    assert all(read(one, noted) for one in records())
    assert noted.found == []


def offer(**changed: Any) -> Json:
    """An offer with other values."""
    return record("offer", "O", "2026-01-01", **{**PRICE, **changed})


def review(**changed: Any) -> Json:
    """A review with other values."""
    said = {"by": COUNCIL, "contract": {"ocid": "o", "id": 1}, "rating": 3}
    return record("review", "R", "2026-01-01", **{**said, **changed})


def framework(*lots: Json) -> Json:
    """A framework with these lots."""
    return record("framework", "F", "2026-01-01", name="x", lots=list(lots))


LOT: Json = {"code": "1", "name": "a"}
STEPS = [{"from": 5, "price": "1"}, {"from": 9, "price": "1"}]


@pytest.mark.parametrize(
    ("value", "code", "path"),
    [
        ({**product(), "noun": "gadget"}, "UNKNOWN_NOUN", "/noun"),
        ({**product(), "noun": "lot"}, "UNKNOWN_NOUN", "/noun"),
        ({**product(), "key": "  "}, "BAD_VALUE", "/key"),
        ({**product(), "key": "jo@ostermoor.invalid"}, "BAD_VALUE", "/key"),
        ({"noun": "product", "publicFrom": "2026-01-01"}, "MISSING_VALUE", "/key"),
        (product(public_from=None), "NO_PUBLIC_TIME", "/publicFrom"),
        (product(public_from="soon"), "BAD_VALUE", "/publicFrom"),
        ({**product(), "withdrawn": True}, "MISSING_VALUE", "/values"),
        (record("product", "P", "2026-01-01", name="x"), "MISSING_VALUE", "/values/supplier"),
        (product(resells={}), "MISSING_VALUE", "/values/resells/name"),
        (product(cpv=["4800"]), "BAD_VALUE", "/values/cpv"),
        (product(api="yes"), "BAD_VALUE", "/values/api"),
        (product(serviceAddOnType="may be"), "BAD_VALUE", "/values/serviceAddOnType"),
        (product(description="x" * 20_001), "BAD_VALUE", "/values/description"),
        (product(description="half \ud800"), "BAD_TEXT", "/values/description"),
        (offer(priceMin=12), "", ""),
        (offer(priceMin=Decimal("12.5")), "BAD_VALUE", "/values/priceMin"),
        (offer(priceMin="-1"), "BAD_VALUE", "/values/priceMin"),
        (offer(priceMin="1.000001"), "BAD_VALUE", "/values/priceMin"),
        (offer(priceMin="9" * 15), "BAD_VALUE", "/values/priceMin"),
        (offer(priceMax="1"), "BAD_VALUE", "/values/priceMax"),
        (offer(validTo="2025-01-01"), "BAD_VALUE", "/values/validTo"),
        (offer(validTo="2026-02-30"), "BAD_VALUE", "/values/validTo"),
        (offer(currency="pounds"), "BAD_VALUE", "/values/currency"),
        (offer(product={"key": "P-1"}), "BAD_VALUE", "/values/product"),
        (offer(tiers=STEPS), "BAD_VALUE", "/values/tiers"),
        (review(contract="c"), "BAD_VALUE", "/values/contract"),
        (review(rating=6), "BAD_VALUE", "/values/rating"),
        (review(rating=0), "BAD_VALUE", "/values/rating"),
        (framework({"code": "1"}), "MISSING_VALUE", "/values/lots/0/name"),
        (framework(LOT, LOT), "BAD_VALUE", "/values/lots/1/code"),
    ],
)
def test_what_is_wrong_is_refused_with_its_field(value: Json, code: str, path: str) -> None:
    noted = Noted()
    made = read(value, noted)
    assert (made is None) == bool(code)
    assert noted.found == ([(code, path)] if code else [])


def test_all_that_is_wrong_with_a_line_is_said_at_once() -> None:
    noted = Noted()
    wrong = {"priceMin": "x", "unit": "y", "validFrom": "z"}
    assert read(record("offer", "O", "2026-01-01", **wrong), noted) is None
    assert {path for _, path in noted.found} == {
        "/values/priceMin",
        "/values/unit",
        "/values/validFrom",
        "/values/product",
    }


def test_money_is_exact_and_tiers_say_their_quantities() -> None:
    told = values(record("offer", "O", "2026-01-01", **PRICE))
    assert told["priceMinE5"] == 1_250_000
    assert told["priceMaxE5"] == 2_000_000
    assert told["tiers"] == ["1 99 1250000", "100 - 800001"]
    assert told["currency"] == "GBP"


def test_what_is_personal_is_in_no_record() -> None:
    party = {**COUNCIL, "contactPoint": {"name": "Jo Doe", "email": "jo@ostermoor.invalid"}}
    made = read(
        record(
            "review",
            "R",
            "2026-01-01",
            by=party,
            contract={"ocid": "o", "id": "1", "note": "ask Jo Doe"},
            rating=3,
            text="Ask jo@ostermoor.invalid or 020 7946 0000",
            owner={"contactPoint": {"name": "Jo Doe"}},
        )
    )
    assert made is not None
    assert not re.search("ostermoor.invalid|Jo Doe|7946", made.raw)


def test_of_a_supplier_who_is_a_person_no_address_is_kept() -> None:
    address = {"streetAddress": "7 Heron Row", "locality": "Ostermoor", "postalCode": "ZZ9 9ZZ"}
    who = {"name": "Jane Quillhaven (sole trader)", "address": address, "sizeClass": "micro"}
    made = read(record("product", "P", "2026-01-01", name="Lamps", supplier=who))
    assert made is not None
    assert not re.search("Heron Row|9ZZ", made.raw)
    assert made.told is not None
    assert made.told.parties["supplier"]["sizeClass"] == "micro"


def test_a_line_of_returns_is_named_by_its_id_or_as_the_key_of_g_cloud() -> None:
    said = {"product": "P-1", "quantity": 1}
    ways = [{"source": "g-cloud-sales-returns", name: "10"} for name in ("line", "key")]
    made = [read(record("adoption", "A", "2026-01-01", contract=way, **said)) for way in ways]
    found = [one.told.refers["contractRef"] for one in made if one and one.told]
    assert found == [make_id("pay", make_id("src", "g-cloud-sales-returns"), "10")] * 2


def test_numbers_and_keys_are_no_telephones() -> None:
    claim = record(
        "claim", "0123456789", "2026-01-01", supplier=COUNCIL, scheme="x", number="0123456789",
        product="01234567890", validFrom="2026-01-01",
    )  # fmt: skip
    made = read(claim)
    assert made is not None
    assert made.key == "0123456789"
    assert json.loads(made.raw)["product"] == "01234567890"
    assert values(claim)["number"] == "0123456789"


def test_an_unknown_field_is_named_and_nothing_of_it_is_kept() -> None:
    person = "Quenby Invented"
    council = {**COUNCIL, "officer": person, "address": {"region": "UKZ1", "attn": person}}
    for told, paths in (
        (product(reviewer=person), ["/values/reviewer"]),
        (framework({**LOT, "owner": {"name": person}}), ["/values/lots/0/owner"]),
        (
            record("need", "N", "2026-01-01", buyer=council, title="x"),
            ["/values/buyer/officer", "/values/buyer/address/attn"],
        ),
        ({**product(), "author": person}, ["/author"]),
    ):
        noted = Noted()
        made = read(told, noted)
        assert made is not None
        assert noted.found == [("UNKNOWN_FIELD", path) for path in paths]
        assert person not in repr(made)


@pytest.mark.parametrize(
    ("written", "one"),
    [
        ("rm1557.14", "RM1557.14"),
        (" RM 1557.14 ", "RM1557.14"),
        ("RM1557xiv", "RM1557XIV"),
        ("rm6100", "RM6100"),
        ("G-Cloud I", "G-Cloud I"),
        ("ocds-h6vhtk-0a1b", "ocds-h6vhtk-0a1b"),
        ("Invented  Cloud", "Invented Cloud"),
    ],
)
def test_a_framework_has_one_code_however_it_is_typed(written: str, one: str) -> None:
    assert code_of(written) == one
    told = read(record("framework", written, "2026-01-01", name="x"))
    offer = read(record("offer", "O", "2026-01-01", product="P", priceMin="1", unit="user",
                        framework=written))  # fmt: skip
    assert told is not None
    assert offer is not None
    assert offer.told is not None
    assert (told.key, told.thing) == (one, make_id("fwk", one))
    assert offer.told.refers["frameworkRef"] == told.thing


def test_what_is_stored_reads_as_it_was_read_at_first() -> None:
    for one in records():
        first = read(one)
        assert first is not None
        kept = json.loads(first.raw)
        again = read({**one, "values": kept}) if kept else first
        assert again is not None
        assert (again.id, again.told) == (first.id, first.told)


def test_the_day_of_fetching_stands_in_for_a_public_time() -> None:
    one = read(product(public_from=None), fetched=date(2026, 7, 1))
    other = read(product(public_from=None), fetched=date(2026, 8, 1))
    assert one is not None
    assert other is not None
    assert (one.public_from, one.basis) == ("2026-06-30T23:00:00Z", "fetched")
    assert one.id != other.id
    assert one.thing == other.thing


@pytest.mark.parametrize(
    "header",
    [
        {**HEADER, "hub": 2},
        {**HEADER, "source": "Ostermoor"},
        {**HEADER, "licence": ""},
        {name: value for name, value in HEADER.items() if name != "publisher"},
    ],
)
def test_a_header_that_does_not_say_whose_data_it_is_names_no_source(header: Json) -> None:
    noted = Noted()
    assert source_of(header, noted) is None
    assert noted.codes == {"BAD_VALUE"}


def test_a_header_names_the_source_and_not_its_file() -> None:
    source = source_of(HEADER, Noted())
    assert isinstance(source, Source)
    assert (source.name, source.fictional) == ("Catalogue of Ostermoor", True)


def documented() -> dict[str, dict[str, tuple[str, bool]]]:
    """Of each noun on the page its fields: what they are, and whether they are required."""
    found: dict[str, dict[str, tuple[str, bool]]] = {}
    for section in PAGE.split("\n## ")[1:]:
        noun = re.split(r"[:,]", section, maxsplit=1)[0]
        for line in section.splitlines():
            cells = [cell.strip() for cell in line.strip("|").split(" | ")]
            if line.startswith("| ") and len(cells) in (2, 3) and "`" in cells[-2]:
                told = found.setdefault(cells[0] if len(cells) == 3 else noun, {})
                for name, star in re.findall(r"`(\w+)`(\*?)", cells[-2]):
                    told[name] = (cells[-1], bool(star))
    return found


def test_the_page_lists_every_field_that_is_read() -> None:
    page = documented()
    for noun in NOUNS.values():
        if noun.name != "lot":
            needed = {field.name: field.required for field in noun.fields}
            needed |= {name: name in noun.needed for name in (*noun.bodies, *noun.refers)}
            needed |= {"lot": False} if "framework" in noun.refers else {}
            needed |= {"lots": False} if noun.name == "framework" else {}
            assert {name: star for name, (_, star) in page[noun.name].items()} == needed, noun.name


def test_every_value_that_can_be_chosen_is_on_the_page() -> None:
    for noun in NOUNS.values():
        for field in noun.fields:
            if field.kind not in KINDS and field.kind != "body":
                for value in field.kind.split(" of ", 1)[1].split(", "):
                    assert f"`{value}`" in PAGE, (noun.name, field.name, value)


def test_every_field_has_a_column_of_its_type() -> None:
    labels = (*OWN, *performance.NODES)
    stored = {node.label: {c.name: c.type for c in node.versioned} for node in labels}
    shared = {node.label for node in performance.NODES}  # releases tell more of these
    lists = ("texts", "codes", "tiers", "any of")
    for noun in NOUNS.values():
        if noun.name != "framework":
            for field in noun.fields:
                type = stored[noun.label][field.column]
                assert (type == list[str]) == field.kind.startswith(lists), field
                assert (type is int) == (field.kind in ("money", "whole", "stars")), field
                assert (type is bool) == (field.kind == "yes/no"), field
            others = stored[noun.label].keys() - set(noun.columns)
            assert noun.label in shared or not others, noun.name
