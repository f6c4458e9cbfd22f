"""Cardinal's red flags that compare processes or bodies with one another: Tukey's fences."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from statistics import quantiles

from hub.ingest.quality.bids import Bid, bids, sole_winner
from hub.ingest.quality.flags import NO_BIDS, margin
from hub.ingest.quality.subject import Judged, Subject

WHISKER = 1.5  # times the distance of the quartiles (Tukey)
FEWEST = 4  # values: fewer have no quartiles worth the name
LEAST_PROCESSES = 20  # of a supplier, for R048
LEAST_BIDS = 2  # made by a tenderer or to a body, for R038; Cardinal's own

REASONS: Mapping[str, str] = {
    "R024": f"{NO_BIDS}, with the winner's price and another, in {FEWEST} processes",
    "R058": f"{NO_BIDS}, with the winner's price and another, in {FEWEST} processes",
    "R025": f"{NO_BIDS}, of {FEWEST} tenderers",
    "R038": f"{NO_BIDS}, for {FEWEST} buyers, procuring entities or tenderers",
    "R048": f"fewer than {FEWEST} suppliers have {LEAST_PROCESSES} processes with classed items",
}
RULES: Mapping[str, str] = {
    "R024": "The second lowest bid is close to the winning one: at or below the lower fence.",
    "R025": "A tenderer with many bids (Q3 or more) wins at or below the lower fence.",
    "R038": "The share of bids disqualified is at or above the upper fence, for a body.",
    "R048": "A supplier's two-digit item classes are at or above the upper fence.",
    "R058": "The second lowest bid is far from the winning one: at or above the upper fence.",
}
Found = Iterator[tuple[str, Judged]]


@dataclass
class Market:
    """What is counted of processes and bodies; a body is named by role and id."""

    margins: list[tuple[str, float]] = field(default_factory=list[tuple[str, float]])
    made: Counter[str] = field(default_factory=Counter[str])
    won: Counter[str] = field(default_factory=Counter[str])
    shares: dict[str, list[int]] = field(default_factory=dict[str, list[int]])
    supplied: Counter[str] = field(default_factory=Counter[str])
    classes: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    firsts: dict[str, str] = field(default_factory=dict[str, str])

    def add(self, subject: Subject) -> None:
        """Count a process."""
        self._bids(subject)
        self._items(subject)

    def _bids(self, subject: Subject) -> None:
        offers, names = bids(subject), _names(subject)
        distance = margin(subject)
        if distance is not None:
            self.margins.append((subject.ocid, float(distance)))
        if winner := sole_winner(subject):
            self._tries(subject, offers, winner)
        hosts = [f"{role} {names.get(id, id)}" for role, id in _hosts(subject)]
        for bid in offers:
            who = [names.get(id, id) for id in bid.tenderers]
            for body in (*hosts, *(f"tenderer {one}" for one in who)):
                self.firsts.setdefault(body, subject.ocid)
                out = self.shares.setdefault(body, [0, 0])
                out[0] += int(bid.disqualified)
                out[1] += 1

    def _tries(self, subject: Subject, offers: list[Bid], winner: str) -> None:
        """Once a process, however often one bid in it."""
        names = _names(subject)
        tried = {
            id for bid in offers if bid.valid and len(bid.tenderers) == 1 for id in bid.tenderers
        }
        self.made.update(names.get(id, id) for id in tried)
        self.won.update(names.get(id, id) for id in tried & {winner})

    def _items(self, subject: Subject) -> None:
        """What a sole winner supplies; of several nobody can say who supplied what."""
        found = {str(id)[:2] for _, id in subject.places("tender", "items", "classification", "id")}
        found |= {
            str(id)[:2] for _, id in subject.places("awards", "items", "classification", "id")
        }
        who = sole_winner(subject)
        if found and who is not None:
            supplier = _names(subject).get(who, who)
            self.supplied[supplier] += 1
            self.classes[supplier] |= found
            self.firsts.setdefault(f"supplier {supplier}", subject.ocid)


@dataclass(frozen=True, slots=True)
class Fences:
    """Quartiles and the fences around them; where the quartiles are one, it never stands out."""

    first: float
    third: float

    def low(self, value: float) -> bool:
        """At or below the lower fence."""
        return value < self.first and value <= self.first - WHISKER * (self.third - self.first)

    def high(self, value: float) -> bool:
        """At or above the upper fence."""
        return value > self.third and value >= self.third + WHISKER * (self.third - self.first)


def fences(values: list[float]) -> Fences | None:
    """The fences of values; None of too few."""
    if len(values) < FEWEST:
        return None
    first, _, third = quantiles(values, n=4, method="inclusive")
    return Fences(first, third)


def outliers(market: Market) -> Mapping[str, Found]:
    """What each flag judges, by its code."""
    return {
        "R024": _margins(market, low=True),
        "R025": _losers(market),
        "R038": _disqualified(market),
        "R048": _varied(market),
        "R058": _margins(market, low=False),
    }


def _margins(market: Market, *, low: bool) -> Found:
    if limits := fences([value for _, value in market.margins]):
        for ocid, value in market.margins:
            sound = not (limits.low(value) if low else limits.high(value))
            yield ocid, Judged("/bids/details", f"{value:.4f}", sound)


def _losers(market: Market) -> Found:
    many = fences([float(count) for count in market.made.values()])
    ratios = {who: market.won[who] / count for who, count in market.made.items()}
    limits = fences([*ratios.values()])
    for who, ratio in ratios.items() if many and limits else ():
        if many and limits and market.made[who] >= many.third:
            said = f"{who}: {market.won[who]} of {market.made[who]} bids won"
            yield market.firsts[f"tenderer {who}"], Judged("/bids", said, not limits.low(ratio))


def _disqualified(market: Market) -> Found:
    for role in ("buyer", "procuringEntity", "tenderer"):
        shares = {
            body: out / made
            for body, (out, made) in market.shares.items()
            if body.startswith(f"{role} ") and made >= LEAST_BIDS
        }
        if limits := fences([*shares.values()]):
            for body, share in shares.items():
                yield (
                    market.firsts[body],
                    Judged("/bids", f"{body}: {share:.3f}", not limits.high(share)),
                )


def _varied(market: Market) -> Found:
    counts = {
        who: len(market.classes[who])
        for who, times in market.supplied.items()
        if times >= LEAST_PROCESSES
    }
    if limits := fences([float(count) for count in counts.values()]):
        for who, count in counts.items():
            said = f"{who}: {count} classes"
            yield market.firsts[f"supplier {who}"], Judged("/awards", said, not limits.high(count))


def _names(subject: Subject) -> dict[str, str]:
    """What names a party in all processes; its id may be that of one notice only."""
    return {
        str(one.get("id")): str(one.get("name") or one.get("id"))
        for _, one in subject.places("parties")
    }


def _hosts(subject: Subject) -> Iterator[tuple[str, str]]:
    for role, path in (
        ("buyer", ("buyer", "id")),
        ("procuringEntity", ("tender", "procuringEntity", "id")),
    ):
        if (id := subject.first_at(*path)) is not None:
            yield role, str(id)
