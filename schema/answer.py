"""How a match is filled: pages of a ranking, explained, and one statement for all that is shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphql import FieldNode

from graph.errors import BadInput
from graph.read import read
from ranking.reasons import Reason
from ranking.service import Explanation
from resolvers import matching
from resolvers.matching import Asked, Matched
from schema.paging import PageInfo, page_size, read_cursor, write_cursor
from schema.places import Place, Witnesses
from schema.planned import Found, Info, moment, root_nodes, walk
from schema.record import Record
from schema.selection import Grouped, Walk

Value = Callable[["Shown"], Any]
EXPLAINED = frozenset({"contributions", "reasons"})
NOT_WANTED = "You asked not to see this supplier."


@dataclass(frozen=True, slots=True)
class Shown:
    """A supplier that is shown: its id, its rank and what the ranker says of it."""

    id: str
    rank: int = 0
    score: float = 0.0
    explanation: Explanation | None = None


@dataclass(slots=True)
class Answer:
    """One match being filled."""

    info: Info
    walker: Walk
    matched: Matched
    explained: Mapping[str, Explanation] = field(default_factory=dict[str, Explanation])
    places: list[Place | Witnesses] = field(default_factory=list["Place | Witnesses"])

    @classmethod
    async def to(cls, info: Info, asked: Asked) -> Record:
        """The record of the whole answer."""
        walker = walk(info)
        answer = cls(info, walker, await matching.match(info.context, asked))
        fields = walker.fields("Match", root_nodes(info))
        await answer.explain(fields)
        values = {key: answer.match_field(nodes) for key, nodes in fields.items()}
        await answer.read()
        return Record("Match", {key: make() for key, make in values.items()})

    async def explain(self, fields: Grouped) -> None:
        """Explains the suppliers of every page that shows contributions or reasons."""
        wanted: dict[str, None] = {}
        for nodes in fields.values():
            if nodes[0].name.value == "suppliers" and self.shows_reasons(nodes):
                wanted |= dict.fromkeys(shown.id for shown in self.page(nodes)[0])
        if wanted:
            self.explained = await matching.explain(self.info.context, self.matched, list(wanted))

    def shows_reasons(self, nodes: list[FieldNode]) -> bool:
        """Does a selected connection show what needs explaining?"""
        for same in self.walker.fields("MatchConnection", nodes).values():
            inner = same
            if same[0].name.value == "edges":
                edge = self.walker.fields("MatchEdge", same).values()
                inner = [n for group in edge for n in group if n.name.value == "node"]
            elif same[0].name.value != "nodes":
                continue
            chosen = self.walker.fields("MatchedSupplier", inner).values()
            if any(group[0].name.value in EXPLAINED for group in chosen):
                return True
        return False

    def page(self, nodes: list[FieldNode]) -> tuple[list[Shown], int, bool]:
        """The suppliers of a selected page, where it starts, and whether more follow."""
        given = self.walker.given("Match", nodes[0])
        (first, _), start = page_size(given.get("first"), None, 10), 0
        if given.get("after") is not None:
            hash, rank = read_cursor("after", "match", str(given["after"]))
            if hash != self.matched.hash:
                raise BadInput("The market or the need has changed since; start again.")
            start = int(rank)
        rows = self.matched.ranking.rows[start : start + first]
        shown = [
            Shown(row.supplier_id, start + n, row.score, self.explained.get(row.supplier_id))
            for n, row in enumerate(rows, 1)
        ]
        return shown, start, start + first < len(self.matched.ranking.rows)

    def match_field(self, nodes: list[FieldNode]) -> Callable[[], Any]:
        """The value of a selected field of the match, to be made once all is read."""
        matched, name = self.matched, nodes[0].name.value
        if name == "suppliers":
            return self.connection(nodes)
        if name == "excluded":
            return self.exclusions(nodes)
        plain = {
            "modelVersion": matched.ranking.model_version,
            "asOf": matched.as_of,
            "degraded": matched.ranking.degraded,
            "understood": matched.ranking.understood,
            "hash": matched.hash,
            "tookMs": matched.took_ms,
        }
        return lambda: plain[name]

    def connection(self, nodes: list[FieldNode]) -> Callable[[], Record]:
        """A selected page of suppliers."""
        shown, start, more = self.page(nodes)
        fields = self.walker.fields("MatchConnection", nodes)
        values = {key: self.page_field(same, shown, start, more) for key, same in fields.items()}
        return lambda: Record("MatchConnection", {key: make() for key, make in values.items()})

    def page_field(
        self, nodes: list[FieldNode], shown: list[Shown], start: int, more: bool
    ) -> Callable[[], Any]:
        """A selected field of a page."""
        name = nodes[0].name.value
        if name == "totalCount":
            return lambda: len(self.matched.ranking.rows)
        if name == "nodes":
            return self.each(shown, self.supplier(nodes, shown))
        if name == "edges":
            edges = self.walker.fields("MatchEdge", nodes)
            edge = {key: self.edge_field(same, shown) for key, same in edges.items()}
            return self.each(shown, lambda one: record("MatchEdge", edge, one))
        return lambda: PageInfo(
            has_next_page=more,
            has_previous_page=start > 0,
            start_cursor=self.cursor(shown[0]) if shown else None,
            end_cursor=self.cursor(shown[-1]) if shown else None,
        )

    def each(self, shown: list[Shown], make: Value) -> Callable[[], list[Any]]:
        """What is made of each supplier; one that was hidden since the snapshot is left out."""
        seen = self.place("Supplier", [], [one.id for one in shown])
        return lambda: [make(one) for one in shown if one.id in seen.records]

    def edge_field(self, nodes: list[FieldNode], shown: list[Shown]) -> Value:
        """A selected field of an edge."""
        return self.cursor if nodes[0].name.value == "cursor" else self.supplier(nodes, shown)

    def cursor(self, one: Shown) -> str:
        """The cursor of a supplier: it holds for this very match only."""
        return write_cursor("match", self.matched.hash, str(one.rank))

    def supplier(self, nodes: list[FieldNode], shown: list[Shown]) -> Value:
        """A matched supplier."""
        fields = self.walker.fields("MatchedSupplier", nodes)
        values = {key: self.supplier_field(same, shown) for key, same in fields.items()}
        return lambda one: record("MatchedSupplier", values, one)

    def supplier_field(self, nodes: list[FieldNode], shown: list[Shown]) -> Value:
        """A selected field of a matched supplier."""
        name = nodes[0].name.value
        if name == "supplier":
            place = self.place("Supplier", nodes, [one.id for one in shown])
            return lambda one: place.records[one.id]
        if name == "reasons":
            return self.reasons(nodes, shown)
        if name == "contributions":
            return lambda one: one.explanation.contributions if one.explanation else ()
        if name == "probability":
            return lambda one: None
        return lambda one: getattr(one, name)

    def reasons(self, nodes: list[FieldNode], shown: list[Shown]) -> Value:
        """The reasons of a supplier: those whose evidence the reader may see."""
        ids = [id for one in shown for reason in reasons_of(one) for id in reason.evidence]
        fields = self.walker.fields("Reason", nodes)
        inner = [n for group in fields.values() for n in group if n.name.value == "evidence"]
        witnesses = self.witnesses(ids)
        evidence = self.evidence(inner, ids, witnesses)

        def make(one: Shown) -> list[Record]:
            answers: list[Record] = []
            for reason in reasons_of(one):
                kept = [id for id in reason.evidence if id in witnesses.texts]
                if kept:
                    values: dict[str, Any] = {"text": reason.text, "positive": reason.positive}
                    values["evidence"] = [evidence(id) for id in kept]
                    named = {key: values[same[0].name.value] for key, same in fields.items()}
                    answers.append(Record("Reason", named))
            return answers

        return make

    def witnesses(self, ids: Sequence[str]) -> Witnesses:
        """What the records behind reasons show, and whether the reader may see them at all."""
        witnesses = Witnesses(self.walker.slots.add(list(dict.fromkeys(ids))))
        self.places.append(witnesses)
        return witnesses

    def evidence(
        self, nodes: list[FieldNode], ids: Sequence[str], witnesses: Witnesses
    ) -> Callable[[str], Record]:
        """A record behind a reason."""
        fields = self.walker.fields("Evidence", nodes)
        places = {
            key: self.place("Contract", same, ids)
            for key, same in fields.items()
            if same[0].name.value == "node"
        }

        def make(id: str) -> Record:
            plain = {"id": id, "text": witnesses.texts[id]}
            return Record(
                "Evidence",
                {
                    key: places[key].records[id] if key in places else plain[same[0].name.value]
                    for key, same in fields.items()
                },
            )

        return make

    def exclusions(self, nodes: list[FieldNode]) -> Callable[[], list[Record]]:
        """Those who were left out at the caller's wish."""
        first, _ = page_size(self.walker.given("Match", nodes[0]).get("first"), None, 20)
        ids = list(self.matched.left_out[:first])
        fields = self.walker.fields("Exclusion", nodes)
        places = {
            key: self.place("Supplier", same, ids)
            for key, same in fields.items()
            if same[0].name.value == "supplier"
        }
        seen = self.place("Supplier", [], ids)
        plain = {"rule": "not-wanted", "text": NOT_WANTED}

        def values(id: str) -> dict[str, Any]:
            return {
                key: places[key].records[id] if key in places else plain[same[0].name.value]
                for key, same in fields.items()
            }

        return lambda: [Record("Exclusion", values(id)) for id in ids if id in seen.records]

    def place(self, type: str, nodes: Sequence[FieldNode], ids: Sequence[str]) -> Place:
        """A new place for the nodes of a type behind ids."""
        slot = self.walker.slots.add(list(dict.fromkeys(ids)))
        place = Place(Found.of(self.walker, type, nodes, "id", slot))
        self.places.append(place)
        return place

    async def read(self) -> None:
        """The one statement that fills every place."""
        if not self.places:
            return
        roots = [place.root for place in self.places]
        as_of = moment(self.matched.as_of) if self.matched.need.known_until else None
        ctx, slots = self.info.context, self.walker.slots
        values = slots.fill(self.walker.variables, ctx.most_nodes)
        name = self.info.field_name
        answers = await read(ctx.graph, name, roots, ctx.scope, as_of, values)
        for place, rows in zip(self.places, answers, strict=True):
            place.fill(rows, values)


def record(type: str, values: Mapping[str, Value], one: Shown) -> Record:
    """The record of a supplier that is shown."""
    return Record(type, {key: value(one) for key, value in values.items()})


def reasons_of(one: Shown) -> Sequence[Reason]:
    """The reasons that the ranker gives for a supplier."""
    return one.explanation.reasons if one.explanation else ()
