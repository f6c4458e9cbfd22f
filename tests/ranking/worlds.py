"""Invented markets as rows of a snapshot, what may come later, and a cut at an instant."""

import random
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from graph.clock import start_of
from ranking.snapshot import TABLES, Snapshot, write

Rows = dict[str, list[tuple[Any, ...]]]

TOPICS = (
    "orchard survey pruning saplings",
    "kiln firing glaze clay",
    "lantern wiring dimmer glass",
    "ferry timetable mooring rope",
    "beekeeping hive smoker frames",
    "bell tower tuning casting",
)
NAMES = ("Ostermoor", "Quillhaven", "Brackwater", "Thistledown", "Fennimore", "Larkspur")
SECTORS = ("Health", "Local Government", "Police")
CODES = ("45000000-7", "45210000-2", "45211000-9", "72000000-5", "72200000-7")
PLACES = {
    name: schema.names.index("publicFrom")
    for name, schema in TABLES.items()
    if name not in ("organisations", "names")
}


def month(number: int) -> str:
    """The first instant of a month, counted from January 2021."""
    return start_of(date(2021 + number // 12, number % 12 + 1, 1))


class World:
    """A market of fictional buyers and suppliers that grows month by month."""

    def __init__(self, seed: int, buyers: int = 24, suppliers: int = 18) -> None:
        self.dice = random.Random(seed)
        self.rows: Rows = {name: [] for name in TABLES}
        self.count = 0
        self.buyers = [self.body("buyer", i) for i in range(buyers)]
        self.suppliers = [self.body("supplier", i) for i in range(suppliers)]
        self.roles: dict[tuple[str, int], str] = {}
        self.skill = {s: TOPICS[i % len(TOPICS)] for i, s in enumerate(self.suppliers)}

    def body(self, role: str, number: int) -> str:
        """An organisation with one name; its first facts give it its roles."""
        id = f"org-{role}-{number:03}"
        self.rows["names"].append((id, f"{NAMES[number % len(NAMES)]} {role} {number}"))
        return id

    def deal(self, at: int, buyer: str, supplier: str, words: str | None = None) -> str:
        """A contract with lines, public in a month."""
        self.count += 1
        contract, since = f"con-{self.count:05}", month(at)
        skill = self.skill.get(supplier, self.dice.choice(TOPICS)).split()
        text = words or " ".join(self.dice.sample(skill, 3) + [str(self.dice.randrange(9))])
        lot = self.dice.choice("123")
        value = self.dice.randrange(1, 900) * 10_000_000
        add = self.rows
        title = text if self.dice.random() < 0.6 else None
        add["contracts"].append((contract, title, None, lot, value, "GBP", since, None))
        sector = SECTORS[hash_of(buyer) % len(SECTORS)]
        region = "UKD" if hash_of(buyer) % 2 else None
        add["bought"].append((contract, buyer, sector, region, since, None))
        add["supplied"].append((contract, supplier, since, None))
        add["frameworks"].append((contract, "Fictional framework", since, None))
        if self.dice.random() < 0.7:
            add["categories"].append((contract, self.dice.choice(CODES), since, None))
        for n in range(self.dice.randrange(3)):
            paid = (f"pay-{self.count:05}-{n}", contract, value // 3, "GBP", since[:7], text)
            add["payments"].append((*paid, month(at + n), None))
        self.role(buyer, 3, since)
        self.role(supplier, 4, since)
        return contract

    def role(self, body: str, at: int, since: str) -> None:
        """A body buys (3) or supplies (4) since then."""
        self.roles[body, at] = min(since, self.roles.get((body, at), since))

    def grow(self, months: Iterable[int], deals: int = 8) -> "World":
        """Random deals in each of these months."""
        for at in months:
            for _ in range(deals):
                buyer, supplier = self.dice.choice(self.buyers), self.dice.choice(self.suppliers)
                self.deal(at, buyer, supplier)
        return self

    def finished(self) -> Rows:
        """All rows, with the organisations and what is known of them."""
        rows: Rows = {name: list(found) for name, found in self.rows.items()}
        for id in sorted({body for body, _ in self.roles}):
            buys, supplies = self.roles.get((id, 3)), self.roles.get((id, 4))
            rows["organisations"].append((id, f"Fictional {id}", "public", buys, supplies))
            since = min(d for d in (buys, supplies) if d)
            size = "sme" if hash_of(id) % 2 else "large"
            rows["organisation_states"].append((id, None, None, size, since, None))
        return rows


def hash_of(text: str) -> int:
    """A small number that does not change between runs."""
    return sum(text.encode())


def superseded(rows: Rows, dice: random.Random, at: int, share: float = 0.3) -> Rows:
    """Some facts cease to hold in a month: texts, values, parties and sizes are replaced."""
    found: Rows = {name: list(these) for name, these in rows.items()}
    for name in ("contracts", "bought", "supplied", "organisation_states", "categories"):
        for i, row in enumerate(found[name]):
            since, until = row[-2], row[-1]
            if until is None and since < month(at) and dice.random() < share:
                found[name][i] = (*row[:-1], month(at))
                found[name].append(_replaced(name, row, at))
    return found


def _replaced(name: str, row: tuple[Any, ...], at: int) -> tuple[Any, ...]:
    since = (month(at), None)
    if name == "contracts":
        return (row[0], "another title altogether", "later words", row[3], 1, "GBP", *since)
    if name == "bought":
        return (*row[:2], "Education", "UKM", *since)
    if name == "supplied":
        return (row[0], "org-supplier-000", *since)
    if name == "organisation_states":
        return (row[0], "Education", "UKM", "large", *since)
    return (row[0], "98000000-3", *since)


def cut(rows: Rows, until: str) -> Rows:
    """What `hub load --until` leaves: later facts dropped, all names kept."""
    found: Rows = {"names": list(rows["names"]), "organisations": []}
    for id, name, kind, *roles in rows["organisations"]:
        early = [since if since and since <= until else None for since in roles]
        if any(early):
            found["organisations"].append((id, name, kind, *early))
    for name, at in PLACES.items():
        kept = [row for row in rows[name] if row[at] <= until]
        found[name] = [(*r[:-1], r[-1] if r[-1] and r[-1] <= until else None) for r in kept]
    return found


def snapshot(home: Path, rows: Rows, version: str = "test") -> Snapshot:
    """Write rows as the current snapshot of a home."""
    return Snapshot.open(write(home, version, rows))
