"""Whatever a release says, what is re-exported of it is valid, and the rest is told of."""

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from hub.ingest.fitting import RULES, Mends, fitted
from tests.hub.ingest.given import release
from tests.hub.ingest.ocdsschema import distilled, release_schema, validator, written

Json = dict[str, Any]
ROOT = {"initiationType": "tender"}
scalars = st.sampled_from(
    [None, True, 0, -1, Decimal("1.5"), Decimal(3), "", " ", "x", "Active", "sme", "2026-01-31"]
    + ["2026-01-31T09:00:00", "2026-13-41", "GBP", "www.ostermoor.example", "http://a b/", "#"]
)


@cache
def checking(folder: Path) -> Draft4Validator:
    """One validator for all examples."""
    return validator(folder)


@cache
def names(folder: Path) -> list[str]:
    """The names of all properties of the schema, and one that it does not know."""
    found = {"x_else"}

    def walk(spec: Any) -> None:
        if isinstance(spec, dict):
            found.update(spec.get("properties", {}))
            for one in spec.values():
                walk(one)

    walk(distilled(release_schema(folder)))
    return sorted(found)


def made(published: Json) -> tuple[Json, Mends]:
    """A release fitted, and what was done."""
    mends = Mends()
    return fitted({**ROOT, **published}, mends), mends


def test_the_rules_are_those_of_the_schema(data_dir: Path) -> None:
    schema = release_schema(data_dir / "reference")
    assert RULES.read_text("utf-8") == written(distilled(schema))


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_any_json_is_made_valid(data: st.DataObject, data_dir: Path) -> None:
    reference = data_dir / "reference"
    known = st.sampled_from(names(reference))
    anything = st.recursive(
        scalars,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(known, inner, max_size=4),
        max_leaves=25,
    )
    parts = ["tender", "awards", "contracts", "parties", "planning", "buyer", "relatedProcesses"]
    drawn = data.draw(st.dictionaries(st.sampled_from(parts), anything, max_size=4))
    found, mends = made({**release(), **drawn})
    wrong = [f"{list(e.absolute_path)} {e.message}" for e in checking(reference).iter_errors(found)]
    assert not wrong
    again, none = made(found)
    assert (again, none.record()) == (found, {})
    assert mends.counts().total() == len(mends.minted) + len(mends.mended)


@pytest.mark.parametrize(
    ("given_", "wanted", "mended"),
    [
        ({"tender": {"id": "t", "status": "Active"}}, {"id": "t", "status": "active"}, 1),
        ({"tender": {"id": "t", "status": "asleep"}}, {"id": "t"}, 1),
        ({"tender": {"id": "t", "status": None}}, {"id": "t", "status": None}, 0),
        ({"tender": {"id": "t", "title": 7}}, {"id": "t", "title": "7"}, 1),
        ({"tender": {"id": "t", "value": {"amount": "1,5x"}}}, {"id": "t", "value": {}}, 1),
        (
            {"tender": {"id": "t", "value": {"amount": "£1,500.50"}}},
            {"id": "t", "value": {"amount": Decimal("1500.50")}},
            1,
        ),
        (
            {"tender": {"id": "t", "tenderPeriod": {"endDate": "2026-07-01"}}},
            {"id": "t", "tenderPeriod": {"endDate": "2026-07-01T00:00:00Z"}},
            1,
        ),
        (
            {"tender": {"id": "t", "tenderPeriod": {"endDate": "2026-07-01T09:00:00"}}},
            {"id": "t", "tenderPeriod": {"endDate": "2026-07-01T08:00:00Z"}},
            1,
        ),
    ],
)
def test_a_mend_keeps_what_it_can_and_tells_what_was(
    given_: Json, wanted: Json, mended: int
) -> None:
    found, mends = made({**release(), **given_})
    assert found["tender"] == wanted
    assert len(mends.mended) == mended


def test_ids_that_the_source_lacks_are_minted_alike_and_marked() -> None:
    published = {**release(), "tender": {"items": [{"description": "a"}, {"description": "b"}]}}
    found, mends = made(published)
    first, second = (item["id"] for item in found["tender"]["items"])
    assert first.startswith("minted-")
    assert first != second
    assert mends.minted == ["/tender/items/0/id", "/tender/items/1/id", "/tender/id"]
    assert made(published)[0] == found
