"""A fictional catalogue that changes: own files about the firms and contracts of the market."""

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

Json = dict[str, Any]
HEADER = {
    "hub": 1,
    "source": "travel-catalogue",
    "name": "Catalogue of the travellers",
    "publisher": "Time Travel Press (fictional)",
    "licence": "invented",
    "fictional": True,
}
FRAMEWORK = "Demo-Cloud (fictional)"
UNITS = ("user", "licence", "instance")


class Catalogue:
    """Records of every noun that the API shows: told again, corrected, withdrawn, told anew."""

    def __init__(
        self,
        chance: random.Random,
        moment: Callable[[], str],
        firms: tuple[str, ...],
        buyers: tuple[str, ...],
    ) -> None:
        self.chance, self.moment = chance, moment
        self.firms, self.buyers = firms, buyers

    def write(self, path: Path) -> Path:
        """A file with all of it in no order."""
        told = [one for n in range(6) for one in self._several("product", f"P{n}", self._product)]
        told += [one for n in range(9) for one in self._several("offer", f"O{n}", self._offer)]
        told += [one for n in range(4) for one in self._several("deal", f"D{n}", self._deal)]
        told += [one for n in range(9) for one in self._several("review", f"R{n}", self._review)]
        told += [one for n in range(6) for one in self._several("adoption", f"A{n}", self._use)]
        told += [one for n in range(3) for one in self._several("need", f"N{n}", self._need)]
        for code in (FRAMEWORK, "Heron-Frame (fictional)"):
            told += self._several("framework", code, self._framework)
        self.chance.shuffle(told)
        lines = [json.dumps(one) + "\n" for one in (HEADER, *told)]
        path.write_text("".join(lines), "utf-8")
        return path

    def _several(self, noun: str, key: str, values: Callable[[], Json]) -> list[Json]:
        """One to four records of a thing; some withdraw it."""
        made: list[Json] = []
        for _ in range(self.chance.randint(1, 4)):
            said = {"withdrawn": True} if self.chance.random() < 0.2 else {"values": values()}
            made.append({"noun": noun, "key": key, "publicFrom": self.moment(), **said})
        return made

    def _product(self) -> Json:
        chance = self.chance
        return {
            "name": f"Product {chance.choice('XYZ')}",
            "supplier": {
                "name": chance.choice(self.firms),
                "sizeClass": chance.choice(("micro", "large")),
            },
            "cloudDeploymentModel": chance.sample(("public", "private"), chance.randint(0, 2)),
            "api": chance.choice((True, False)),
        }

    def _price(self) -> Json:
        chance = self.chance
        return {
            "product": f"P{chance.randrange(7)}",  # P6 never comes
            "framework": FRAMEWORK,
            "lot": chance.choice("134"),
            "priceMin": f"{chance.randint(1, 50)}.{chance.choice(('5', '25', '99999'))}",
            "unit": chance.choice(UNITS),
            "tiers": [{"from": 1, "to": 9, "price": "5"}, {"from": 10, "price": "4.5"}],
        }

    def _offer(self) -> Json:
        return self._price()

    def _deal(self) -> Json:
        named = {"name": f"Deal {self.chance.choice('XY')}"}
        dates = {"validFrom": "2013-01-01", "validTo": "2013-12-31"}
        return {**self._price(), **named, **dates}

    def _contract(self) -> Json:
        if self.chance.random() < 0.3:
            line = str(self.chance.randrange(45))
            return {"source": "fictional-sales-returns", "line": line}
        return {"ocid": f"ocds-travel-{self.chance.randrange(9):04}", "id": "1"}

    def _review(self) -> Json:
        return {
            "by": {"name": self.chance.choice(self.buyers)},
            "contract": self._contract(),
            "product": f"P{self.chance.randrange(6)}",
            "rating": self.chance.randint(1, 5),
            "text": f"Said {self.chance.randint(1, 3)}",
        }

    def _use(self) -> Json:
        return {"contract": self._contract(), "product": f"P{self.chance.randrange(6)}"}

    def _need(self) -> Json:
        sector = self.chance.choice(("Health", "Police"))
        who = {"name": self.chance.choice((*self.buyers, "Heron Guild Council")), "sector": sector}
        return {"buyer": who, "title": "Wanted"}

    def _framework(self) -> Json:
        chance = self.chance
        codes = chance.sample("134", chance.randint(1, 3))
        return {
            "name": f"Frame {chance.choice('XY')}",
            "endsOn": f"201{chance.randint(4, 9)}-01-01",
            "callOff": ["direct"],
            "lots": [{"code": code, "name": f"Lot {chance.choice('XY')}"} for code in codes],
        }
