"""What is asked of both gateways: the same question in each one's words, and answers made alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

Json = dict[str, Any]
UNIT = 100_000  # the graph holds money in 10⁻⁵ currency units

PUBLIC = "withheld: {eq: null}"
OPEN = f"publicTo: {{eq: null}}, {PUBLIC}"
NEWEST = "sort: [{publicFrom: DESC}, {id: ASC}]"


@dataclass(frozen=True, slots=True)
class Question:
    """A document for each gateway, and the variables of each request in turn."""

    name: str
    ours: str
    peer: str
    variables: Sequence[Json] = ({},)

    def bodies(self, *, peer: bool) -> list[Json]:
        """The bodies of the requests."""
        query = self.peer if peer else self.ours
        return [{"query": query, "variables": _spelt(each, peer)} for each in self.variables]


def _spelt(variables: Json, peer: bool) -> Json:
    """The graph stores one id for a body in all its roles, and the peer asks for that."""
    if peer and "id" in variables:
        return {**variables, "id": _stored(variables["id"])}
    return variables


def _stored(id: str) -> str:
    return "org-" + id[4:] if id.startswith(("buy-", "sup-")) else id


NESTED = Question(
    "nested list, 100 × 5",
    """{ suppliers(first: 100) { nodes { id name region sizeClass contracts(first: 5) {
      nodes { id title status startsOn value { amount currency } } } } } }""",
    f"""{{ suppliers(limit: 100, sort: [{{name: ASC}}, {{id: ASC}}],
      where: {{suppliesFrom: {{gt: ""}}, {PUBLIC}}}) {{ id name region sizeClass
      contracts(limit: 5, {NEWEST}, where: {{{OPEN}}}) {{
        id title status startsOn valueE5 currency }} }} }}""",
)


def page(days: Sequence[str]) -> Question:
    """A filtered, sorted page and how many there are; each request from another day on."""
    return Question(
        "filtered, sorted page with totalCount",
        """query ($day: Date!) { contracts(first: 50, where: {status: {eq: "active"},
          startsOn: {gte: $day}}, orderBy: NEWEST) { totalCount pageInfo { hasNextPage endCursor }
          nodes { id title status startsOn endsOn value { amount currency } } } }""",
        f"""query ($day: String!) {{ contracts: contractsConnection(first: 50, {NEWEST},
          where: {{status: {{eq: "active"}}, startsOn: {{gte: $day}}, {OPEN}}}) {{
          totalCount pageInfo {{ hasNextPage endCursor }}
          edges {{ node {{ id title status startsOn endsOn valueE5 currency }} }} }} }}""",
        [{"day": day} for day in days],
    )


def peers(ids: Sequence[str]) -> Question:
    """Who else bought what a buyer bought: three hops, and the buyers at their end."""
    return Question(
        "three hops: peers who bought the same",
        """query ($id: ID!) { buyer(id: $id) { id name contracts(first: 10) { nodes { id title
          products(first: 3) { nodes { id name contracts(first: 5) { nodes { id
          buyer { id name region } } } } } } } } }""",
        f"""query ($id: String!) {{ buyer: buyers(where: {{id: {{eq: $id}}, {PUBLIC}}}) {{ id name
          contracts(limit: 10, {NEWEST}, where: {{{OPEN}}}) {{ id title
          products(limit: 3, {NEWEST}, where: {{{OPEN}}}) {{ id name
          contracts(limit: 5, {NEWEST}, where: {{{OPEN}}}) {{ id
          buyer(limit: 1, sort: [{{id: ASC}}], where: {{{PUBLIC}}}) {{ id name region }}
          }} }} }} }} }}""",
        [{"id": id} for id in ids],
    )


def node(ids: Sequence[str]) -> Question:
    """One supplier with two levels below it."""
    return Question(
        "one node with two levels",
        """query ($id: ID!) { supplier(id: $id) { id name region sizeClass contracts(first: 10) {
          nodes { id title status startsOn value { amount currency } buyer { id name } } } } }""",
        f"""query ($id: String!) {{ supplier: suppliers(where: {{id: {{eq: $id}}, {PUBLIC}}}) {{
          id name region sizeClass contracts(limit: 10, {NEWEST}, where: {{{OPEN}}}) {{
          id title status startsOn valueE5 currency
          buyer(limit: 1, sort: [{{id: ASC}}], where: {{{PUBLIC}}}) {{ id name }} }} }} }}""",
        [{"id": id} for id in ids],
    )


def alike(value: Any, key: str = "") -> Any:
    """An answer without what only one of both APIs has around it: pages, roles in ids, `Money`."""
    match value:
        case {"nodes": nodes, **rest}:
            return {"nodes": alike(nodes), **alike(rest)} if rest else alike(nodes)
        case {"edges": edges, **rest}:
            return {"nodes": [alike(edge["node"]) for edge in edges], **alike(rest)}
        case dict():
            return {name: alike(each, name) for name, each in _money(value).items()}
        case list() if key in ("buyer", "supplier"):  # to-one with us, a list of one with the peer
            return alike(value[0]) if value else None
        case list():
            return [alike(each) for each in value]
        case str() if key == "id":
            return _stored(value)
        case _:
            return None if key == "endCursor" else value


def _money(found: Mapping[str, Any]) -> Json:
    """`value` as the graph stores it; the currency of no amount says nothing."""
    plain = dict(found)
    if "value" in plain:
        value = plain.pop("value") or {"amount": None, "currency": None}
        amount = value["amount"]
        plain["valueE5"] = None if amount is None else int(Decimal(amount) * UNIT)
        plain["currency"] = value["currency"]
    elif "valueE5" in plain:
        amount = plain["valueE5"]
        plain["valueE5"] = None if amount is None else int(amount)
        plain["currency"] = None if amount is None else plain["currency"]
    return plain
