"""Each check with an invented process that passes, one that fails, one it does not apply to."""

from decimal import Decimal
from typing import Any

import pytest

from hub.ingest.compile import processes
from hub.ingest.quality.dataset import Census, buyer_share
from hub.ingest.quality.measure import CHECKS, DATASET, Quality
from hub.ingest.quality.subject import subject
from tests.hub.ingest.given import award, buyer, ready, release, supplier

Json = dict[str, Any]
WREN = supplier("Wrenfield Lamps Ltd", "s-1")
PARTIES = [buyer(), WREN]


def measured(*releases: Json) -> Quality:
    """The quality of the processes that releases make."""
    quality = Quality()
    by_ocid: dict[str, list[Json]] = {}
    for one in releases:
        by_ocid.setdefault(str(one["ocid"]), []).append(one)
    for told in by_ocid.values():
        for process in processes(ready(one)[0] for one in told):
            found = subject(process)
            assert found is not None
            quality.add(found)
    quality.finish()
    return quality


def tender(**more: Any) -> Json:
    return release(tender={"id": "t-1", "title": "Lamp posts", **more})


def awarded(*, contract: Json | None = None, tender: Json | None = None, **more: Any) -> Json:
    """A process with an award to Wrenfield, and a contract where one is given."""
    made = release(parties=PARTIES, awards=[award("a", WREN, **more)])
    if contract is not None:
        made["contracts"] = [{"id": "c", "awardID": "a", **contract}]
    return {**made, "tender": {"id": "t-1", "title": "Lamp posts", **(tender or {})}}


def priced(amount: float, currency: str = "GBP") -> Json:
    return {"value": {"amount": amount, "currency": currency}}


def period(start: str, end: str, **more: Any) -> Json:
    return {"startDate": f"{start}T00:00:00Z", "endDate": f"{end}T00:00:00Z", **more}


def documents(url: str) -> Json:
    return tender(documents=[{"id": "d", "url": url}])


FEB, MARCH = "2026-02-01", "2026-03-01"
FEB_T, MARCH_T = f"{FEB}T00:00:00Z", f"{MARCH}T00:00:00Z"
BARE = release(tender=None)
FOREIGN = {"parties": [buyer()]}
NO_ROLE = {"parties": [buyer(), {**WREN, "roles": ["tenderer"]}]}

CASES: dict[str, tuple[Json, Json, Json | None, int]] = {
    # check: passes, fails, does not apply (None: it always does), how many it judges in the second
    "codes": (tender(status="active"), tender(status="open-ish"), BARE, 1),
    "title": (tender(), tender(title="  "), BARE, 1),
    "buyer_name": (tender(), release(buyer=None, parties=[]), None, 1),
    "ocid_form": (tender(), {**tender(), "ocid": "zz-1"}, None, 1),
    "date_form": (tender(), awarded(date="soon"), None, 2),
    "date_range": (awarded(date=FEB_T), awarded(date="1900-01-01T00:00:00Z"), None, 2),
    "amount_range": (awarded(**priced(9)), awarded(**priced(-9)), BARE, 1),
    "document_address": (documents("https://a.example/x"), documents("see below"), BARE, 1),
    "periods": (
        awarded(contractPeriod=period(FEB, MARCH)),
        awarded(contractPeriod=period(MARCH, FEB)),
        awarded(contractPeriod={"startDate": FEB_T}),
        1,
    ),
    "awarded_after_tender": (
        awarded(date=MARCH_T, tender={"tenderPeriod": {"endDate": FEB_T}}),
        awarded(date=FEB_T, tender={"tenderPeriod": {"endDate": MARCH_T}}),
        awarded(date=FEB_T),
        1,
    ),
    "signed_after_award": (
        awarded(date=FEB_T, contract={"dateSigned": MARCH_T}),
        awarded(date=MARCH_T, contract={"dateSigned": FEB_T}),
        awarded(date=MARCH_T, contract={}),
        1,
    ),
    "tender_status": (
        tender(status="active"),
        awarded(tender={"status": "withdrawn"}),
        awarded(tender={"status": "complete"}),
        1,
    ),
    "award_status": (
        awarded(status="cancelled"),
        awarded(status="cancelled", contract={}),
        awarded(contract={}),
        1,
    ),
    "contract_status": (
        awarded(contract={"status": "pending"}),
        awarded(contract={"status": "pending", "implementation": {"transactions": [{"id": "p"}]}}),
        awarded(contract={"status": "active"}),
        1,
    ),
    "direct_tenderers": (
        tender(procurementMethod="direct", numberOfTenderers=1),
        tender(procurementMethod="direct", numberOfTenderers=2),
        tender(procurementMethod="open", numberOfTenderers=2),
        1,
    ),
    "tenderer_count": (
        tender(numberOfTenderers=1, tenderers=[{"id": "s-1"}]),
        tender(numberOfTenderers=2, tenderers=[{"id": "s-1"}]),
        tender(numberOfTenderers=2),
        1,
    ),
    "duration": (
        awarded(contractPeriod=period(FEB, MARCH, durationInDays=28)),
        awarded(contractPeriod=period(FEB, MARCH, durationInDays=365)),
        awarded(contractPeriod=period(FEB, MARCH)),
        1,
    ),
    "contract_values": (
        awarded(**priced(100), contract=priced(150)),
        awarded(**priced(100), contract=priced(151)),
        awarded(**priced(100), contract=priced(151, "EUR")),
        1,
    ),
    "planned_value": (
        {**tender(**priced(100)), "planning": {"budget": {"amount": priced(150)["value"]}}},
        {**tender(**priced(100)), "planning": {"budget": {"amount": priced(151)["value"]}}},
        tender(**priced(49)),
        1,
    ),
    "roles": (awarded(), {**awarded(), **NO_ROLE}, {**BARE, "parties": []}, 2),
    "parties": (awarded(), {**awarded(), **FOREIGN}, release(buyer=None, parties=[]), 2),
    "contract_award": (awarded(contract={}), awarded(contract={"awardID": "z"}), BARE, 1),
}


def test_every_check_on_one_process_has_a_case() -> None:
    names = {
        check.__name__
        for level in ("field", "coherent", "consistent", "reference")
        for check in CHECKS[level]
    }
    assert set(CASES) == names
    assert sum(map(len, CHECKS.values())) + len(DATASET) >= 15


@pytest.mark.parametrize("name", CASES)
def test_a_sound_process_passes(name: str) -> None:
    tally = measured(CASES[name][0]).checks[name]
    assert tally.applicable == tally.passed > 0
    assert tally.examples == []
    assert tally.share == 1


@pytest.mark.parametrize("name", CASES)
def test_an_unsound_process_fails_with_an_example(name: str) -> None:
    _, fails, _, judged = CASES[name]
    tally = measured(fails).checks[name]
    assert (tally.applicable, tally.passed) == (judged, judged - 1)
    (example,) = tally.examples
    assert example.ocid == fails["ocid"]
    assert example.path.startswith("/")


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case[2]])
def test_a_process_without_the_data_is_not_counted(name: str) -> None:
    without = CASES[name][2]
    assert without is not None
    tally = measured(without).checks[name]
    assert (tally.applicable, tally.share) == (0, None)


def test_over_time_a_title_that_changes_is_found() -> None:
    first = awarded()
    kept = {**first, "id": "r-2", "date": "2026-04-01T09:00:00Z"}
    changed = {**kept, "tender": {"id": "t-1", "title": "Benches"}}
    told = [
        measured(*one).checks["same_title"] for one in ([first], [first, kept], [first, changed])
    ]
    assert [(one.applicable, one.passed) for one in told] == [(0, 0), (1, 1), (1, 0)]
    assert told[2].examples[0].value == "Lamp posts → Benches"


def test_at_most_five_examples_are_kept_and_all_are_counted() -> None:
    many = [{**awarded(**priced(-1)), "ocid": f"ocds-zzzzzz-{n}"} for n in range(7)]
    tally = measured(*many).checks["amount_range"]
    assert (tally.applicable, tally.passed, len(tally.examples)) == (7, 0, 5)


@pytest.mark.parametrize("odd", [0, -1, "none", True, ["x"], [[1]]])
def test_extensions_of_another_shape_say_nothing(odd: object) -> None:
    """What OCDS itself does not type is stored as published, and must not end the measuring."""
    made = awarded(contract={"status": "pending", "implementation": odd}, tender={"id": "t-1"})
    made["tender"]["procurementMethod"] = "open"
    for bids in ({"details": odd}, {"statistics": odd}, odd):
        found = measured({**made, "bids": bids})
        tally = found.checks["contract_status"]
        assert (tally.applicable, tally.passed) == (1, 1)
        assert found.flags["R018"].applicable == 0


def test_a_party_that_is_listed_twice_is_there() -> None:
    """As published; what the hub adds to ids that repeat is no fault of the publisher."""
    other = {**WREN, "name": "Wrenfield Lamps Limited"}
    for listed in ([buyer(), WREN, other], [buyer(), WREN]):
        found = measured(release(parties=listed, awards=[award("a", WREN, other)]))
        told = [found.checks[name] for name in ("parties", "roles")]
        assert [(one.applicable, one.passed) for one in told] == [(3, 3), (3, 3)]


@pytest.mark.parametrize("amount", ["9E+999999", "1E-999999"])
def test_amounts_beyond_all_money_are_no_amounts(amount: str) -> None:
    price = {"value": {"amount": Decimal(amount), "currency": "GBP"}}
    made = awarded(contract=price, value={"amount": Decimal("9E+999999"), "currency": "GBP"})
    made["contracts"].append({"id": "c-2", "awardID": "a", **price})
    tally = measured(made).checks["contract_values"]
    assert tally.applicable == 0


def test_over_the_data_set_ids_values_and_statuses_repeat() -> None:
    def world(count: int, *, alike: bool) -> list[Json]:
        return [
            {
                **awarded(
                    **priced(1 if alike else n + 1),
                    tender={
                        "id": "t" if alike else f"t-{n}",
                        "status": "active" if alike or n else "withdrawn",
                    },
                ),
                "ocid": f"ocds-zzzzzz-{n}",
            }
            for n in range(count)
        ]

    alike, unlike, none = (
        measured(*world(40, alike=True)),
        measured(*world(40, alike=False)),
        measured(BARE),
    )
    told = {
        name: [(one.checks[name].applicable, one.checks[name].passed) for one in (alike, unlike)]
        for name in ("unique_tender", "value_repetition", "status_shares")
    }
    assert told == {
        "unique_tender": [(40, 0), (40, 40)],
        "value_repetition": [(1, 0), (1, 1)],  # 40 of 40; 3 of 40
        "status_shares": [(1, 0), (1, 1)],  # all active; 39 of 40
    }
    assert all(none.checks[name].applicable == 0 for name in told)


@pytest.mark.parametrize(
    ("count", "other", "counts"), [(999, 500, (0, 0)), (1000, 500, (1, 0)), (1000, 501, (1, 1))]
)
def test_one_buyer_may_not_be_half_of_a_thousand_processes(
    count: int, other: int, counts: tuple[int, int]
) -> None:
    # 499 of 1,000 for the commonest is under a half: the others share the rest.
    census = Census()
    for n in range(count):
        name = "Ostermoor" if n < count - other else f"Body {n}"
        census.buyers[name] += 1
        census.firsts.setdefault(("buyer", name), "ocds-zzzzzz-1")
    found = [judged for _, judged in buyer_share(census)]
    assert (len(found), sum(one.passed for one in found)) == counts


@pytest.mark.parametrize(("days", "sound"), [(27, 0), (28, 1), (29, 1), (30, 0)])
def test_a_duration_may_be_rounded_up_or_down_to_a_whole_day(days: int, sound: int) -> None:
    # 1 February to noon of 1 March: 28.5 days, here as the latest end where no end is given.
    latest = {"startDate": FEB_T, "maxExtentDate": f"{MARCH}T12:00:00Z", "durationInDays": days}
    tally = measured(awarded(contractPeriod=latest)).checks["duration"]
    assert (tally.applicable, tally.passed) == (1, sound)
