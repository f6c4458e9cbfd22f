"""The bids of a process, as far as its compiled body tells them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from hub.ingest.quality.subject import Subject, moment, number, priced

# A bid that was made; OCDS bid extension, code list bidStatus: invited and withdrawn are none.
MADE = frozenset({"pending", "valid", "disqualified"})
DECIDED = frozenset({"active", "cancelled", "unsuccessful"})


@dataclass(frozen=True, slots=True)
class Bid:
    """One bid that was made; `won` when all its tenderers are the suppliers of an active award."""

    path: str
    tenderers: frozenset[str]
    price: tuple[Decimal, str] | None
    date: datetime | None
    valid: bool
    disqualified: bool
    won: bool


def bids(subject: Subject) -> list[Bid]:
    """The bids that were made, in the order published; none when only statistics are."""
    winners = [
        frozenset(_ids(award.get("suppliers")))
        for _, award in subject.places("awards")
        if award.get("status", "active") == "active"
    ]
    found: list[Bid] = []
    for at, bid in subject.objects("bids", "details"):
        status, tenderers = bid.get("status"), frozenset(_ids(bid.get("tenderers")))
        if status in MADE and tenderers:
            valid, out = status == "valid", status == "disqualified"
            won = valid and tenderers in winners
            price, date = priced(bid), moment(bid.get("date"))
            found.append(Bid(at, tenderers, price, date, valid, out, won))
    return found


def sole_winner(subject: Subject) -> str | None:
    """The only supplier of the only award in force, once all awards are decided; else None.

    Bids compete for one thing only then; with several awards the lots would have to say which do
    (Cardinal does the same).
    """
    awards = [award for _, award in subject.objects("awards")]
    if any(award.get("status") not in DECIDED for award in awards):
        return None
    won = [[*_ids(award.get("suppliers"))] for award in awards if award["status"] == "active"]
    return won[0][0] if len(won) == 1 and len(won[0]) == 1 else None


def tenderer_counts(subject: Subject) -> list[tuple[str, int]]:
    """How many tendered, with where it says so: a figure, a list, statistics a lot, or bids."""
    figure = subject.first_at("tender", "numberOfTenderers")
    if isinstance(figure, int):
        return [("/tender/numberOfTenderers", figure)]
    if listed := list(subject.places("tender", "tenderers", "id")):
        return [("/tender/tenderers", len({str(value) for _, value in listed}))]
    told = [
        (at, int(count))
        for at, one in subject.objects("bids", "statistics")
        if one.get("measure") == "bidders" and (count := number(one.get("value"))) is not None
    ]
    who = {id for bid in bids(subject) for id in bid.tenderers}
    return told or ([("/bids/details", len(who))] if who else [])


def _ids(organisations: object) -> Iterator[str]:
    """The ids in a list of references; where the mention is known, it is the same across ocids."""
    if isinstance(organisations, list):
        for one in organisations:
            if isinstance(one, dict) and one.get("id"):
                yield str(one["id"])
