"""When a value of a release becomes a field of the graph: the conditions of the table of paths.

Each docstring is the words of the table. A condition speaks of one release, compiled alone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from hub.ingest.distinct import PUBLISHED, published
from hub.ingest.facts import Json
from hub.ingest.identifiers import NEVER, of_party_id
from hub.ingest.identity import kind_of, place_of
from hub.ingest.notices import SECTIONS
from hub.ingest.parties import (
    MENTION,
    PROCURING,
    TAKING,
    Directory,
    buying_parties,
    failures,
    numbers,
)
from hub.ingest.performance import is_actual
from hub.ingest.roles import roles, taking_part

Way = tuple[str | int, ...]
BLAMED = "responsible"
MAKING = ("buyer", "supplier", *sorted(TAKING))  # roles that make a mention, in order


class Telling:
    """What the conditions ask of a whole release; `body` is as it is compiled, `contracts`: any."""

    def __init__(self, body: Json, contracts: bool) -> None:
        self.body, self.contracts = body, contracts
        self.directory = Directory(body.get("parties") or [])
        self._refs = list(_references(body))

    @cached_property
    def references(self) -> list[tuple[str, Json, Json | None]]:
        """Kind, reference and the party that it means."""
        return [(kind, ref, self.directory.find(ref)) for kind, ref in self._refs]

    @cached_property
    def referenced(self) -> set[int]:
        """Objects that are referred to, or are all that there is of a party."""
        return {id(party or ref) for _, ref, party in self.references}

    @cached_property
    def linked(self) -> set[int]:
        """Objects of parties with a purchase or a sale."""
        bought = buying_parties(self.body, self.directory) if self.contracts else ()
        return {id(one) for one in bought if MENTION in one} | self.supplying

    @cached_property
    def supplying(self) -> set[int]:
        """Objects of parties with a sale."""
        sold = [ref or party for kind, party, ref in self.references if kind == "supplier"]
        return {id(one) for one in sold if MENTION in one} if self.contracts else set()

    @cached_property
    def taking(self) -> set[int]:
        """Objects of parties with another role in a contract."""
        found = taking_part(self.body, self.directory) if self.contracts else ()
        return {id(one) for one, _ in found if MENTION in one}

    @cached_property
    def notices(self) -> set[int]:
        """Documents that are notices, each by its section and id the first."""
        found: dict[tuple[str, str], int] = {}
        for section in SECTIONS:
            held = self.body.get(section) or {}
            holders: list[Json] = held if isinstance(held, list) else [held]
            for document in (d for holder in holders for d in holder.get("documents") or []):
                if "noticeType" in document and "id" in document:
                    found.setdefault((section, str(document["id"])), id(document))
        return set(found.values())

    def matters(self, kind: str, ref: Json, party: Json) -> bool:
        """Would it change anything if that reference did not mean that party?"""
        if kind == "supplier" or (kind == "buyer" and self.contracts):
            return True
        own = "name" in ref and (ref["name"] != party.get("name") or bool(_told(party)))
        return own or ("name" not in ref and kind not in roles(party))


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value, the way to it, and the objects on that way, the release first."""

    value: object
    path: Way
    way: tuple[Json, ...]
    telling: Telling

    @property
    def key(self) -> str:
        """The name that it stands under."""
        return next(str(part) for part in reversed(self.path) if isinstance(part, str))

    @property
    def holder(self) -> Json:
        """The object that it stands in."""
        return self.way[-1]

    @property
    def party(self) -> Json:
        """The party, or the reference to one, that it stands in."""
        if self.path[0] in ("parties", "buyer"):
            return self.way[1]
        return self.way[4 if self.path[0] == "contracts" else 2]


When = Callable[[Scalar], bool]


def always(scalar: Scalar) -> bool:
    """always"""
    return True


def titled(scalar: Scalar) -> bool:
    """when the tender has none"""
    return not (scalar.telling.body.get("tender") or {}).get(scalar.key)


def coded(scalar: Scalar) -> bool:
    """with an id or a description"""
    return "id" in scalar.holder or "description" in scalar.holder


def unidentified(scalar: Scalar) -> bool:
    """when it has no id"""
    return "id" not in scalar.holder


def deprecated(scalar: Scalar) -> bool:
    """when the list of that name is missing"""
    return not scalar.way[1].get("terminationRationaleClassifications") and coded(scalar)


def deprecated_unidentified(scalar: Scalar) -> bool:
    """when that list is missing and it has no id"""
    return deprecated(scalar) and unidentified(scalar)


def classed(scalar: Scalar) -> bool:
    """of an item with a classification"""
    item = scalar.holder
    return any(item.get(name) for name in ("classification", "additionalClassifications"))


def named(scalar: Scalar) -> bool:
    """of a party that buys, supplies or takes part"""
    return MENTION in scalar.party


def choosing(scalar: Scalar) -> bool:
    """of a reference, when several parties have its id and the name chooses"""
    if scalar.path[0] == "parties":
        return False
    find, ref = scalar.telling.directory.find, scalar.party
    return find(ref) is not find({key: item for key, item in ref.items() if key != "name"})


def unnamed(scalar: Scalar) -> bool:
    """of such a party without a name"""
    return named(scalar) and not scalar.party.get("name")


def numbered(scalar: Scalar) -> bool:
    """of such a party, when there is a number: also a portal's own, which is none"""
    return named(scalar) and bool(scalar.holder.get("id"))


def kept_identifier(scalar: Scalar) -> bool:
    """of such a party, unless the number is a portal's own"""
    return numbered(scalar) and str(scalar.holder.get("scheme")).upper() not in NEVER


def placed(scalar: Scalar) -> bool:
    """of such a party; a locality only when there is no postcode"""
    hidden = scalar.key == "locality" and scalar.holder.get("postalCode")
    return named(scalar) and not hidden and place_of(str(scalar.value)) is not None


def of_region(scalar: Scalar) -> bool:
    """of a buyer or supplier of a contract"""
    return id(scalar.party) in scalar.telling.linked


def made_supplier(scalar: Scalar) -> bool:
    """of a supplier of a contract"""
    return id(scalar.party) in scalar.telling.supplying


def role_kept(scalar: Scalar) -> bool:
    """of a party of a contract, or when it is what makes the party take part"""
    party, telling = scalar.party, scalar.telling
    if id(party) in telling.linked or (scalar.value in TAKING and id(party) in telling.taking):
        return True
    making = [role for role in MAKING if role in roles(party)]
    if id(party) in telling.referenced or not named(scalar) or scalar.value not in making:
        return False
    rest = [role for role in making if role != scalar.value]
    name = str(party.get("name", ""))
    return not rest or kind_of(name, making[0]) != kind_of(name, rest[0])


def party_id(scalar: Scalar) -> bool:
    """when a reference needs it, or a register's number is in it"""
    party, telling = scalar.party, scalar.telling
    if named(scalar) and _only_in_id(party):
        return True
    meant = [(kind, ref) for kind, ref, found in telling.references if found is party]
    return any(telling.matters(kind, ref, party) for kind, ref in meant)


def reference_id(scalar: Scalar) -> bool:
    """when it means a party, or a register's number is in it"""
    ref, telling = scalar.party, scalar.telling
    party = telling.directory.find(ref)
    if party is None:
        return named(scalar) and _only_in_id(ref)
    (kind,) = {kind for kind, one, _ in telling.references if one is ref}
    return telling.matters(kind, ref, party)


def notice(scalar: Scalar) -> bool:
    """of a document with a notice type and an id; of several alike the first"""
    document = scalar.holder
    if scalar.key == "id":
        return "noticeType" in document
    return id(document) in scalar.telling.notices


def first_metric(scalar: Scalar) -> bool:
    """of several of one indicator the first"""
    contract, metric = scalar.way[1], scalar.holder
    measured: Json = contract.get("implementation") or {}
    for one in (*(contract.get("agreedMetrics") or ()), *(measured.get("metrics") or ())):
        if one.get("id") == metric.get("id") and scalar.key in one:
            return one is metric
    return False


def actual(scalar: Scalar) -> bool:
    """of an observation that was made"""
    observation, made = _observed(scalar)
    return made and "id" in observation


def target(scalar: Scalar) -> bool:
    """of an observation that was made, or agreed as a target"""
    observation, made = _observed(scalar)
    return "id" in observation or not made


def target_value(scalar: Scalar) -> bool:
    """of an observation that was agreed, without a measure"""
    observation, made = _observed(scalar)
    return not made and "measure" not in observation


def _observed(scalar: Scalar) -> tuple[Json, bool]:
    measured = scalar.path[2] == "implementation"
    observation = scalar.way[4 if measured else 3]
    return observation, is_actual(observation, measured)


def _told(party: Json) -> bool:
    """Has the party more to tell than its name?"""
    address: Json = party.get("address") or {}
    place = place_of(address.get("postalCode") or address.get("locality"))
    return place is not None or numbers(party) != ((), ())


def _only_in_id(party: Json) -> bool:
    """Is there a register's number in its id that is nowhere else?"""
    inside = of_party_id(published(party))
    rest = {key: item for key, item in party.items() if key not in ("id", PUBLISHED)}
    return inside is not None and inside not in numbers(rest)[0]


def _references(body: Json) -> list[tuple[str, Json]]:
    found: list[tuple[str, Json]] = []
    if body.get("buyer"):
        found.append(("buyer", body["buyer"]))
    if entity := (body.get("tender") or {}).get(PROCURING):
        found.append((PROCURING, entity))
    for award in body.get("awards") or []:
        if "id" in award:
            found += [("supplier", ref) for ref in award.get("suppliers") or []]
    for contract in body.get("contracts") or []:
        if "id" in contract:
            blamed = (one for one in failures({"contracts": [contract]}) if "id" in one)
            found += [(BLAMED, ref) for one in blamed for ref in one.get("suppliers") or []]
    return found
