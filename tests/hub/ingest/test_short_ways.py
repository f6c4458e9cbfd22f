"""The short ways of a load give what the long ones do: each saves work on nearly every release."""

import json
from contextlib import suppress
from typing import Any

from hypothesis import given, settings
from ocdsmerge.exceptions import OCDSMergeError
from ocdsmerge.merge import CompiledRelease

from hub.ingest.canonical import canonical, leniently_parsed
from hub.ingest.compile import alone
from hub.ingest.contents import contents
from hub.ingest.mergerules import RULES
from hub.ingest.ocds import cleaned_release, prepared
from hub.ingest.soundness import misshapen
from tests.hub.ingest.given import Noted, ready
from tests.hub.ingest.test_fuzz import releases
from tests.hub.ingest.test_histories import published
from tests.hub.ingest.wholerelease import whole

Json = dict[str, Any]


ODD = (OCDSMergeError, TypeError, AttributeError, KeyError, ValueError)  # what merging can't take


def demand_same(value: Json) -> None:
    """What was cleaned is read as its stored text is, and alone it is what merging makes of it."""
    made = cleaned_release(value, None, Noted())
    if made is None:
        return
    release, cleaned = made
    at_hand, mentions = prepared(release, Noted(), cleaned)
    read_back, same = prepared(release, Noted())
    assert canonical(at_hand.body) == canonical(read_back.body)
    assert mentions == same
    merged = CompiledRelease(merge_rules=RULES)
    with suppress(*ODD):
        merged.append(at_hand.body)
        assert canonical(alone(at_hand.body)) == canonical(merged.asdict())
        assert contents(alone(at_hand.body), ("o",)) == contents(merged.asdict(), ("o",))


@settings(deadline=None, max_examples=300)
@given(releases)
def test_any_release_is_read_and_merged_alike_on_both_ways(value: Json) -> None:
    value = leniently_parsed(json.dumps(value))
    if not misshapen(value):
        demand_same(value)


@settings(deadline=None)
@given(published())
def test_a_likely_release_is_read_and_merged_alike_on_both_ways(value: Json) -> None:
    demand_same(value)


def test_a_release_with_everything_is_read_and_merged_alike_on_both_ways() -> None:
    demand_same(leniently_parsed(json.dumps(whole())))
    assert ready(whole())[0].body["awards"]
