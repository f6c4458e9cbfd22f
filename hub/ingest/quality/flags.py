"""Cardinal's red flags that one process shows (open-contracting/cardinal-rs @ b04158a).

A flag is raised or not raised only where the data tell; a process they do not tell about is not
counted, and a flag that no process tells about is not computable. It is never "clear".
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from hub.ingest.quality.bids import bids, sole_winner, tenderer_counts
from hub.ingest.quality.subject import Judged, Subject, moment

UK_DAYS = 10  # the UK's setting of R003: the law allows 10 after a planned notice; Cardinal has 15


@dataclass(frozen=True, slots=True)
class Settings:
    """Thresholds that a jurisdiction sets; whole days."""

    tender_days: int = UK_DAYS


Flag = Callable[[Subject, Settings], Iterator[Judged]]


def short_period(subject: Subject, settings: Settings) -> Iterator[Judged]:
    """The tender period is shorter than the least number of whole days.

    Without a start in the data it starts when the tender's first release was public.
    """
    start = subject.first_at("tender", "tenderPeriod", "startDate") or subject.opened
    end = subject.first_at("tender", "tenderPeriod", "endDate")
    since, until = moment(start), moment(end)
    if since and until and until >= since:
        days = (until - since).days
        said = f"{start} to {end}: {days} days"
        yield Judged("/tender/tenderPeriod", said, days >= settings.tender_days)


def one_tenderer(subject: Subject, settings: Settings) -> Iterator[Judged]:
    """One tenderer only in an open or selective procedure."""
    if subject.first_at("tender", "procurementMethod") in ("open", "selective"):
        for at, count in tenderer_counts(subject):
            if count:
                yield Judged(at, count, count > 1)


def same_price(subject: Subject, settings: Settings) -> Iterator[Judged]:
    """Different tenderers bid the same price."""
    by_price: defaultdict[tuple[Decimal, str], set[frozenset[str]]] = defaultdict(set)
    for bid in bids(subject):
        if bid.price:
            by_price[bid.price].add(bid.tenderers)
    if len({who for group in by_price.values() for who in group}) > 1:
        same = [price for price, who in by_price.items() if len(who) > 1]
        said = ", ".join(f"{amount} {currency}" for amount, currency in same)
        yield Judged("/bids/details", said, not same)


def late_winner(subject: Subject, settings: Settings) -> Iterator[Judged]:
    """The winning bid was received after the deadline."""
    end = moment(subject.first_at("tender", "tenderPeriod", "endDate"))
    for bid in bids(subject):
        if bid.won and bid.date and end:
            yield Judged(f"{bid.path}/date", bid.date.isoformat(), bid.date <= end)


def others_out(subject: Subject, settings: Settings) -> Iterator[Judged]:
    """All bids but the winner's are disqualified, and there is at least one other."""
    made = bids(subject)
    others = [bid for bid in made if not bid.won]
    if others and len(others) < len(made):
        out = all(bid.disqualified for bid in others)
        yield Judged("/bids/details", f"{len(others)} others", not out)


def lowest_out(subject: Subject, settings: Settings) -> Iterator[Judged]:
    """The lowest bid is disqualified although price is the only criterion."""
    offers = [(bid, bid.price) for bid in bids(subject) if bid.price]
    price_only = subject.first_at("tender", "awardCriteria") == "priceOnly"
    if price_only and len(offers) > 1 and len({price[1] for _, price in offers}) == 1:
        bid, price = min(offers, key=lambda one: one[1][0])
        yield Judged(bid.path, f"{price[0]} {price[1]}", not bid.disqualified)


def margin(subject: Subject) -> Decimal | None:
    """(Second lowest − winning) ÷ winning, of valid bids in one currency with a sole winner.

    None where a lower bid lost: then price was not the criterion.
    """
    winner = sole_winner(subject)
    alone = [bid for bid in bids(subject) if bid.valid and bid.price and len(bid.tenderers) == 1]
    prices = [(bid.price, winner in bid.tenderers) for bid in alone if bid.price]
    won = [price[0] for price, winning in prices if winning]
    rest = [price[0] for price, winning in prices if not winning]
    if not won or not rest or len({price[1] for price, _ in prices}) > 1:
        return None
    least, second = min(won), min(rest)
    return (second - least) / least if 0 < least <= second else None


NO_BIDS = "no process publishes its bids one by one (bids.details)"
FLAGS: Mapping[str, tuple[Flag, str]] = {
    "R003": (short_period, "no process has a tender period with an end after its start"),
    "R018": (one_tenderer, "no open or selective process says how many tendered"),
    "R028": (same_price, f"{NO_BIDS}, with prices, of two tenderers"),
    "R030": (late_winner, f"{NO_BIDS}, with the date of the winner's and a deadline"),
    "R035": (others_out, f"{NO_BIDS}, the winner's and another's"),
    "R036": (lowest_out, f"{NO_BIDS}, with prices, under the criterion priceOnly"),
}
