"""Red flags: raised, not raised, and not computable, never clear, where bids are not published."""

from typing import Any

import pytest

from hub.ingest.compile import processes
from hub.ingest.quality.flags import Settings
from hub.ingest.quality.measure import Quality
from hub.ingest.quality.outliers import REASONS, RULES, fences
from hub.ingest.quality.subject import subject
from tests.hub.ingest.given import award, buyer, ready, release, supplier
from tests.hub.ingest.quality.test_checks import measured

Json = dict[str, Any]
CODES = ["R003", "R018", "R024", "R025", "R028", "R030", "R035", "R036", "R038", "R048", "R058"]
FIRMS = [supplier(f"Wrenfield {n} Ltd", f"s-{n}") for n in range(6)]
NOT_R038 = {"code": "R038", "rule": RULES["R038"], "computable": False, "reason": REASONS["R038"]}
DEADLINE = "2026-02-01T12:00:00Z"


def bid(firm: int, amount: float, status: str = "valid", date: str = "2026-01-20") -> Json:
    return {
        "id": f"b-{firm}",
        "status": status,
        "date": f"{date}T00:00:00Z",
        "tenderers": [{"id": f"s-{firm}", "name": f"Wrenfield {firm} Ltd"}],
        "value": {"amount": amount, "currency": "GBP"},
    }


def contest(*bids: Json, at: int = 1, winner: int = 0, **tender: Any) -> Json:
    """A process that firm `winner` won."""
    return release(
        ocid=f"ocds-zzzzzz-{at}",
        parties=[buyer(), *FIRMS],
        tender={
            "id": "t",
            "title": "Lamps",
            "procurementMethod": "open",
            "awardCriteria": "priceOnly",
            "tenderPeriod": {"endDate": DEADLINE},
            **tender,
        },
        bids={"details": list(bids)},
        awards=[award("a", FIRMS[winner])],
    )


def reference(firm: Json) -> Json:
    return {"id": firm["id"], "name": firm["name"]}


def flags(quality: Quality) -> dict[str, Any]:
    return {one["code"]: one for one in quality.record()["flags"]}


def counts(code: str, *releases: Json) -> tuple[int, int]:
    """How many are flagged, of how many."""
    told = flags(measured(*releases))[code]
    assert told["computable"] is True
    return told["flagged"], told["applicable"]


def test_without_bids_nothing_about_bids_is_computable() -> None:
    statistics = {"statistics": [{"id": "1", "measure": "lowestValidBidValue", "value": 5}]}
    told = flags(measured(release(bids=statistics)))
    assert sorted(told) == CODES
    for code in CODES:
        assert set(told[code]) == {"code", "rule", "computable", "reason"}
        assert told[code]["computable"] is False
        assert told[code]["reason"]


@pytest.mark.parametrize(
    ("end", "days", "flagged"),
    [("2026-01-20T09:00:00Z", 10, 0), ("2026-01-20T08:59:00Z", 10, 1), (DEADLINE, 25, 1)],
)
def test_r003_counts_whole_days_from_the_publication_in_the_uk_setting(
    end: str, days: int, flagged: int
) -> None:
    told = release(
        tag=["tender"], tender={"id": "t", "title": "x", "tenderPeriod": {"endDate": end}}
    )
    quality = Quality(Settings(days))
    (process,) = processes([ready(told)[0]])  # public on 10 January at nine
    found = subject(process)
    assert found is not None
    quality.add(found)
    assert flags(quality)["R003"]["flagged"] == flagged


@pytest.mark.parametrize(
    ("code", "raised", "quiet"),
    [
        ("R018", [bid(0, 9)], [bid(0, 9), bid(1, 10)]),
        ("R028", [bid(0, 9), bid(1, 9)], [bid(0, 9), bid(1, 10)]),
        ("R030", [bid(0, 9, date="2026-02-02")], [bid(0, 9)]),
        ("R035", [bid(0, 9), bid(1, 8, "disqualified")], [bid(0, 9), bid(1, 10)]),
        ("R036", [bid(0, 9), bid(1, 8, "disqualified")], [bid(0, 9), bid(1, 10, "disqualified")]),
    ],
)
def test_a_flag_of_one_process_is_raised_or_not(
    code: str, raised: list[Json], quiet: list[Json]
) -> None:
    assert counts(code, contest(*raised)) == (1, 1)
    assert counts(code, contest(*quiet)) == (0, 1)


def test_r018_reads_the_statistics_of_each_lot_and_leaves_direct_awards_out() -> None:
    told = contest()
    told["bids"] = {
        "statistics": [
            {"id": "1", "measure": "bidders", "value": 1, "relatedLot": "1"},
            {"id": "2", "measure": "bidders", "value": 4, "relatedLot": "2"},
        ]
    }
    assert counts("R018", told) == (1, 2)
    told["tender"]["procurementMethod"] = "direct"
    assert flags(measured(told))["R018"]["computable"] is False


def test_r024_and_r058_compare_the_margins_of_processes() -> None:
    # Margins 0.20, 0.21, 0.22, 0.23 and one that is far off: Q1 and Q3 stay close together.
    usual = [contest(bid(0, 100), bid(1, 120 + n), at=n) for n in range(6)]
    near, far = contest(bid(0, 100), bid(1, 101), at=9), contest(bid(0, 100), bid(1, 900), at=9)
    assert counts("R024", *usual, near) == (1, 7)
    assert counts("R058", *usual, near) == (0, 7)
    assert counts("R024", *usual, far) == (0, 7)
    assert counts("R058", *usual, far) == (1, 7)
    assert flags(measured(*usual[:3]))["R024"]["computable"] is False


@pytest.mark.parametrize("strange", ["lost", "joint", "open", "two", "shared"])
def test_r024_leaves_out_what_price_did_not_decide(strange: str) -> None:
    usual = [contest(bid(0, 100), bid(1, 120 + n), at=n) for n in range(6)]
    one = contest(bid(0, 100), bid(1, 101), at=9)
    assert counts("R024", *usual, one) == (1, 7)
    if strange == "lost":  # a lower bid lost
        one["bids"]["details"].append(bid(2, 99))
    elif strange == "joint":  # the award has two suppliers
        one["awards"][0]["suppliers"].append(reference(FIRMS[2]))
    elif strange == "open":  # another award is not decided
        one["awards"].append({**award("b", FIRMS[2]), "status": "pending"})
    elif strange == "two":  # two awards in force
        one["awards"].append(award("b", FIRMS[2]))
    else:  # the near bid is one of a consortium
        one["bids"]["details"][1]["tenderers"].append(reference(FIRMS[2]))
    assert counts("R024", *usual, one) == (0, 6)


def test_r024_takes_the_lowest_of_the_winners_bids_and_passes_over_awards_that_failed() -> None:
    usual = [contest(bid(0, 100), bid(1, 120 + n), at=n) for n in range(6)]
    one = contest(bid(0, 118), {**bid(0, 100), "id": "b-9"}, bid(1, 119), at=9)
    one["awards"].append({**award("b", FIRMS[2]), "status": "unsuccessful"})
    assert counts("R024", *usual, one) == (0, 7)


def test_r025_finds_the_one_that_bids_often_and_never_wins() -> None:
    # Firm 5 bids on all of 20 and wins none; 0 to 3 win all five they bid on, each for its own.
    world = [contest(bid(n % 4, 9), bid(5, 10), at=n, winner=n % 4) for n in range(20)]
    told = flags(measured(*world))["R025"]
    assert (told["flagged"], told["applicable"]) == (1, 5)  # the third quartile of bids is five
    assert told["examples"][0]["value"] == "Wrenfield 5 Ltd: 0 of 20 bids won"


def test_r038_finds_the_tenderer_whose_bids_are_thrown_out() -> None:
    made = [bid(0, 9), bid(1, 10), bid(2, 11), bid(3, 12)]
    twice = [contest(*made, bid(4, 5, "disqualified"), at=n) for n in range(2)]
    assert counts("R038", *twice) == (1, 5)
    assert counts("R038", *(contest(*made, bid(4, 13), at=n) for n in range(2))) == (0, 5)
    assert flags(measured(*(contest(*made[:3], at=n) for n in range(2))))["R038"] == NOT_R038
    # Of one bid a share says nothing.
    assert flags(measured(contest(*made, bid(4, 5, "disqualified"))))["R038"] == NOT_R038


def test_r048_finds_the_supplier_of_everything() -> None:
    def sold(firm: int, at: int, code: str) -> Json:
        items = [{"id": "i", "classification": {"scheme": "CPV", "id": code}}]
        return contest(at=at, winner=firm, items=items)

    usual = [sold(n % 4, n, "48000000") for n in range(80)]
    wide = [sold(4, 100 + n, f"{10 + n}000000") for n in range(20)]
    assert counts("R048", *usual, *wide) == (1, 5)
    assert flags(measured(*usual[:60]))["R048"]["computable"] is False


def test_fences_are_tukeys_and_alike_values_never_stand_out() -> None:
    found = fences([1.0, 2.0, 3.0, 4.0, 5.0])  # quartiles 2 and 4, so fences at -1 and 7
    assert found is not None
    assert [found.low(value) for value in (-1.0, -0.9)] == [True, False]
    assert [found.high(value) for value in (7.0, 6.9)] == [True, False]
    alike = fences([3.0] * 4)
    assert alike is not None
    assert not alike.low(3.0)
    assert not alike.high(3.0)
    assert fences([1.0, 2.0, 3.0]) is None
