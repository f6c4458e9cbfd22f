"""Who takes part in a release: parties as mentions, and which party a reference means."""

from collections.abc import Iterable, Iterator

from graph.text import name_key
from hub.ingest.distinct import published
from hub.ingest.facts import Json, Mention
from hub.ingest.identifiers import NEVER, normal, of_party_id
from hub.ingest.identity import kind_of, place_of

MENTION = "mentionId"
PROCURING = "procuringEntity"
# Roles beside buyer and supplier in which a body takes part in a contract. Contact points name
# persons and stay out; tenderers lost, and who decides on complaints is no part of the contract.
TAKING = frozenset(
    "procuringEntity centralPurchasingBody leadBuyer jointBuyer agent wholesaleBuyer funder payer "
    "payee subcontractor removedSupplier".split()
)


def with_mentions(body: Json, source: str, public_from: str) -> tuple[Json, list[Mention]]:
    """The release with a mention's id on each party that takes part, and these mentions."""
    marking = _Marking(body, source, public_from)
    made = dict(body)
    if "parties" in body:
        made["parties"] = [marking.party(item) for item in body["parties"]]
    if "buyer" in body:
        made["buyer"] = marking.reference(body["buyer"], "buyer")
    if "procuringEntity" in (body.get("tender") or {}):
        entity = marking.reference(body["tender"]["procuringEntity"], PROCURING)
        made["tender"] = {**body["tender"], "procuringEntity": entity}
    if "awards" in body:
        made["awards"] = [
            {**award, "suppliers": [marking.reference(r, "supplier") for r in award["suppliers"]]}
            if "suppliers" in award
            else award
            for award in body["awards"]
        ]
    if any("implementation" in contract for contract in body.get("contracts") or []):
        made["contracts"] = [_blamed(contract, marking) for contract in body["contracts"]]
    return made, list(marking.found.values())


def _blamed(contract: Json, marking: "_Marking") -> Json:
    """The contract with mentions on those who are responsible for its breaches."""
    implementation: Json = contract.get("implementation") or {}
    if "performanceFailures" not in implementation:
        return contract
    failures = [
        {**one, "suppliers": [marking.reference(r, "supplier") for r in one["suppliers"]]}
        if "suppliers" in one
        else one
        for one in implementation["performanceFailures"]
    ]
    return {**contract, "implementation": {**implementation, "performanceFailures": failures}}


class Directory:
    """The parties of one release, by the id that references use."""

    def __init__(self, parties: Iterable[Json]) -> None:
        self.parties = list(parties)
        self._by_id: dict[str, list[Json]] = {}
        for party in self.parties:
            self._by_id.setdefault(published(party), []).append(party)

    def find(self, reference: Json) -> Json | None:
        """The party of that id; of several with one id the one with that name."""
        found = self._by_id.get(published(reference), []) if "id" in reference else []
        if len(found) > 1 and "name" in reference:
            wanted = name_key(str(reference["name"]))
            named = [party for party in found if name_key(str(party.get("name", ""))) == wanted]
            found = named or found
        return found[0] if found else None


def buying_parties(body: Json, directory: Directory) -> Iterator[Json]:
    """The buyers: `buyer` and every party with that role; an agent is none (cases.md L9, W10)."""
    first = body.get("buyer")
    party = directory.find(first) if first else None
    if party is not None:
        yield party
    elif first:
        yield first
    for other in directory.parties:
        if other is not party and "buyer" in (other.get("roles") or ()):
            yield other


def failures(body: Json) -> list[Json]:
    """The breaches of all contracts."""
    told = ((one.get("implementation") or {}) for one in body.get("contracts") or [])
    return [one for each in told for one in each.get("performanceFailures") or []]


def numbers(item: Json) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Identifiers of valid form, and those as written that have none."""
    valid: set[str] = set()
    unread: set[str] = set()
    for identifier in (item.get("identifier") or {}, *(item.get("additionalIdentifiers") or ())):
        scheme, number = identifier.get("scheme"), identifier.get("id")
        if not number or str(scheme).upper() in NEVER:
            continue
        found = normal(scheme, number)
        (valid if found else unread).add(found or f"{scheme or ''}-{number}")
    if inside := of_party_id(published(item)):
        valid.add(inside)
    return tuple(sorted(valid)), tuple(sorted(unread))


class _Marking:
    """Puts the id of its mention on each party that buys or supplies."""

    def __init__(self, body: Json, source: str, public_from: str) -> None:
        self.found: dict[str, Mention] = {}
        self._source, self._public_from = source, public_from
        self._directory = directory = Directory(body.get("parties") or [])
        awarded = [ref for award in body.get("awards") or [] for ref in award.get("suppliers", ())]
        self._buying = {id(party) for party in buying_parties(body, directory)}
        entity = (body.get("tender") or {}).get(PROCURING)
        self._procuring = id(directory.find(entity)) if entity else None
        awarded += [ref for failure in failures(body) for ref in failure.get("suppliers", ())]
        self._supplying = {id(directory.find(reference)) for reference in awarded}

    def party(self, item: Json) -> Json:
        if id(item) in self._buying:
            return self._marked(item, "buyer")
        roles: list[str] = item.get("roles") or []
        if id(item) in self._supplying or "supplier" in roles:
            return self._marked(item, "supplier")
        taking = sorted(TAKING.intersection(roles))
        if id(item) == self._procuring:
            taking.insert(0, PROCURING)
        return self._marked(item, taking[0]) if taking else item

    def reference(self, item: Json, role: str) -> Json:
        """A reference to a party of this release stays; any other is all there is of it."""
        return item if self._directory.find(item) else self._marked(item, role)

    def _marked(self, item: Json, role: str) -> Json:
        mention = mention_of(item, role, self._source, self._public_from)
        if mention is None:
            return item
        known = self.found.get(mention.id)
        self.found[mention.id] = known.joined(mention) if known else mention
        return {**item, MENTION: mention.id}


def mention_of(item: Json, role: str, source: str, public_from: str) -> Mention | None:
    """The mention of a party or reference; None when it has no name."""
    legal = (item.get("identifier") or {}).get("legalName")
    name = " ".join(str(item.get("name") or legal or "").split())
    if not name:
        return None
    address = item.get("address") or {}
    valid, unread = numbers(item)
    place = place_of(address.get("postalCode") or address.get("locality"))
    kind = kind_of(name, role)
    return Mention(source, name, kind, place, valid, unread, public_from, public_from, (role,))
