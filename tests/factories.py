"""A small invented market, written straight into the graph; all names are fictional."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, LiteralString, cast

from graph.driver import Graph, Statement, Step
from graph.ids import make_id

EARLY = "2020-01-01T00:00:00Z"
Row = dict[str, Any]


@dataclass
class Market:
    """Nodes by label and edges by (type, source label, target label), to be written at once."""

    nodes: dict[str, dict[str, Row]] = field(default_factory=lambda: defaultdict(dict))
    edges: dict[tuple[str, str, str], list[Row]] = field(default_factory=lambda: defaultdict(list))

    def body(self, name: str, **more: Any) -> str:
        """An organisation with the one mention that means it; gives its id."""
        id = make_id("org", name)
        self.nodes["Organisation"][id] = {"id": id, "name": name, "kind": "public", **more}
        self.mention(id, name, id)
        return id

    def mention(self, organisation: str, name: str, id: str | None = None) -> str:
        """Another mention of an organisation; gives its id."""
        from graph.text import name_key

        id = id or make_id("org", "mention", name)
        self.nodes["Mention"][id] = {"id": id, "name": name, "nameKey": name_key(name)}
        self.edge("MEANS", "Mention", id, "Organisation", organisation, basis="name", score=100)
        return id

    def contract(self, title: str, public: str = EARLY, **more: Any) -> str:
        """A contract without parties; gives its id."""
        id = make_id("con", title)
        base = {"id": id, "origin": "contract", "title": title, "publicFrom": public}
        self.nodes["Contract"][id] = {**base, "basis": "stated", "source": "src-test", **more}
        return id

    def deal(self, buyer: str, supplier: str, title: str, public: str = EARLY, **more: Any) -> str:
        """A contract between two bodies, who take on their roles; gives its id."""
        id = self.contract(title, public, **more)
        self.bought(buyer, id, public)
        self.supplied(supplier, id, public)
        return id

    def bought(self, buyer: str, contract: str, public: str, **more: Any) -> None:
        """A BOUGHT edge."""
        self._role("buysFrom", buyer, public)
        self.edge("BOUGHT", "Organisation", buyer, "Contract", contract, **dated(public, more))

    def supplied(self, supplier: str, contract: str, public: str, **more: Any) -> None:
        """A SUPPLIED edge."""
        self._role("suppliesFrom", supplier, public)
        self.edge("SUPPLIED", "Organisation", supplier, "Contract", contract, **dated(public, more))

    def payment(self, contract: str, amount_e5: int, public: str = EARLY, **more: Any) -> str:
        """A payment under a contract; gives its id."""
        id = make_id("pay", contract, str(amount_e5), public)
        base = {"id": id, "amountE5": amount_e5, "currency": "GBP", "month": public[:7]}
        base |= {"reference": id, "publicFrom": public, "basis": "assumed", "source": "src-test"}
        self.nodes["Payment"][id] = {**base, **more}
        self.edge("PAID_UNDER", "Payment", id, "Contract", contract, **dated(public, {}))
        return id

    def framework(self, code: str, *contracts: str, public: str = EARLY) -> str:
        """A framework with its contracts; gives its id."""
        id = make_id("fwk", code)
        row = {"id": id, "code": code, "name": code, "publicFrom": public, "basis": "stated"}
        self.nodes["Framework"][id] = {**row, "source": "src-test"}
        for contract in contracts:
            self.edge("UNDER", "Contract", contract, "Framework", id, **dated(public, {}))
        return id

    def category(self, code: str, *contracts: str, public: str = EARLY) -> str:
        """A category of the CPV with its contracts; gives its id."""
        id = make_id("cat", "CPV", code)
        row = {"id": id, "scheme": "CPV", "code": code, "name": code, "publicFrom": public}
        self.nodes["Category"][id] = {**row, "basis": "stated", "source": "src-test"}
        for contract in contracts:
            self.edge("IN", "Contract", contract, "Category", id, **dated(public, {}))
        return id

    def was(self, label: str, id: str, start: str, end: str, **values: Any) -> None:
        """A superseded state of a node, from start until (exclusive) end."""
        state = {"id": f"{id}~{start}", "publicFrom": start, "publicTo": end, **values}
        self.nodes[label + "State"][state["id"]] = state
        self.edge("WAS", label, id, label + "State", state["id"])

    def edge(self, type: str, tail: str, start: str, head: str, end: str, /, **values: Any) -> None:
        """Any edge."""
        self.edges[type, tail, head].append({"a": start, "b": end, "values": values})

    def _role(self, role: str, body: str, public: str) -> None:
        row = self.nodes["Organisation"][body]
        row[role] = min(public, row.get(role) or public)

    async def write(self, graph: Graph) -> None:
        """All of it in one transaction."""
        steps = [
            Step(Statement("given " + label, create_nodes(label)), {"rows": list(rows.values())})
            for label, rows in self.nodes.items()
        ]
        steps += [
            Step(Statement("given " + key[0], create_edges(*key)), {"rows": rows})
            for key, rows in self.edges.items()
        ]
        await graph.write(*steps)


def dated(public: str, more: Mapping[str, Any]) -> Row:
    """The properties of a market edge."""
    return {"publicFrom": public, "source": "src-test", "mention": "org-test", **more}


def create_nodes(label: str) -> LiteralString:
    """Test data only: the label is one of ours."""
    return cast(LiteralString, f"UNWIND $rows AS row CREATE (n:{label}) SET n = row")


def create_edges(type: str, source: str, target: str) -> LiteralString:
    """Test data only: type and labels are ours."""
    return cast(
        LiteralString,
        f"UNWIND $rows AS row MATCH (a:{source} {{id: row.a}}) MATCH (b:{target} {{id: row.b}}) "
        f"CREATE (a)-[r:{type}]->(b) SET r = row.values",
    )
