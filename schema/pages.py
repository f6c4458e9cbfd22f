"""What is selected of a connection, and how a page of rows is read."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from graph.selection import Page
from schema.aggregating import Told
from schema.complete import LEAVES, Body, Row, Shown, Values, written
from schema.paging import PageInfo, write_cursor
from schema.record import Builder, Layout, Record, tried


@dataclass(slots=True, kw_only=True)
class ConnectionLayout(Layout):
    """One selected connection: a row is `[rows, total, groups]`, each only if wanted.

    A row of `rows` is `[key, id, row]` when cursors are wanted, else the row itself. `asked.size`
    is the slot of the page's size and one: the row too many tells of another page.
    """

    asked: Page
    wants_rows: bool = False
    wants_cursors: bool = False
    wants_total: bool = False
    told: Told = field(init=False)

    def __post_init__(self) -> None:
        self.told = Told(self.builder.shape)

    @property
    def page(self) -> Page:
        """The page with what turned out to be wanted of it."""
        return replace(
            self.asked,
            rows=self.wants_rows,
            cursors=self.wants_cursors,
            total=self.wants_total,
            aggregate=self.told.asked,
        )

    def shown(self, row: Row, values: Values) -> list[Row]:
        """The rows of the page in its order, without the one that only tells of another page."""
        rows = row[0][: values[self.asked.size] - 1]
        return rows[::-1] if self.asked.backward else rows

    def cursor(self, keyed: Row) -> str:
        """The cursor of a row."""
        return write_cursor(self.asked.order, keyed[0], keyed[1])

    def write(self, body: Body, row: str) -> str:
        """The connection for a row, whose parts are `rows`, `total` and `groups` of a place."""
        n, parts = body.name(""), {"rows": self.wants_rows, "total": self.wants_total}
        parts["groups"] = self.told.wanted
        names = [f"{name}{n}" for name, wanted in parts.items() if wanted]
        body.line(f"[{', '.join(names)}] = {row}")
        if self.wants_rows:
            body.top.append(f"size{n} = values[{self.asked.size}] - 1")
            turned = "[::-1]" if self.asked.backward else ""
            body.line(f"shown{n} = rows{n}[:size{n}]{turned}")
        return self.object(body, n)

    def each(self, body: Body, n: str, pattern: str, layout: Layout, inner: str) -> str:
        """A list made of the rows that are shown, each unpacked by a pattern for place `inner`."""
        made = body.name("list")
        body.line(f"{made} = []")
        with body.block(f"for {pattern} in shown{n}:"):
            body.line(f"{made}.append({layout.object(body, inner)})")
        return made


@dataclass(frozen=True, slots=True)
class Many:
    """A to-many hop: a connection."""

    at: int
    builder: Builder
    page: ConnectionLayout

    def read(self, row: Row, values: Values) -> Record:
        """The connection's record."""
        return self.page.record(self.builder.hop_in(row, self.at), values)

    def write(self, body: Body, n: str, where: str) -> str:
        """The connection."""
        return self.page.write(body, f"h{n}_{self.at}")


@dataclass(frozen=True, slots=True)
class Count:
    """`totalCount`."""

    page: ConnectionLayout

    def read(self, row: Row, values: Values) -> object:
        """How many there are in all."""
        return row[1 if self.page.wants_rows else 0]

    def write(self, body: Body, n: str, where: str) -> str:
        """How many there are in all."""
        return body.leaf(f"total{n}", LEAVES["Int"], where)


@dataclass(frozen=True, slots=True)
class Aggregated:
    """`aggregate`: what is selected of it is laid out over the groups that the graph tells."""

    each: Layout

    def read(self, row: Row, values: Values) -> Record:
        """The record of what is told."""
        return self.each.record(row[-1], values)

    def write(self, body: Body, n: str, where: str) -> str:
        """The object."""
        return self.each.object(body, n)


@dataclass(frozen=True, slots=True)
class Computed:
    """A value made of all groups."""

    compute: Callable[[Row], Any]
    shown: Shown

    def read(self, row: Row, values: Values) -> Any:
        """The GraphQL value, or what kept it from being made."""
        return tried(self.compute, row)

    def write(self, body: Body, n: str, where: str) -> str:
        """The value, completed by its type."""
        v = body.made(f"{body.module.name('compute', self.compute)}(groups{n})")
        return body.value(v, self.shown, where)


@dataclass(frozen=True, slots=True)
class Nodes:
    """`nodes`."""

    page: ConnectionLayout
    each: Layout

    def read(self, row: Row, values: Values) -> list[Record]:
        """The records of the page."""
        rows = self.page.shown(row, values)
        plain = [keyed[2] for keyed in rows] if self.page.wants_cursors else rows
        return [self.each.record(one, values) for one in plain]

    def write(self, body: Body, n: str, where: str) -> str:
        """The objects of the page."""
        inner = body.name("")
        pattern = self.each.builder.pattern(inner)
        if self.page.wants_cursors:
            pattern = f"[_, _, {pattern}]"
        return self.page.each(body, n, pattern, self.each, inner)


@dataclass(frozen=True, slots=True)
class Edges:
    """`edges`: what is selected of one is laid out over `[key, id, row]`."""

    page: ConnectionLayout
    each: Layout

    def read(self, row: Row, values: Values) -> list[Record]:
        """The records of the page's edges."""
        return [self.each.record(keyed, values) for keyed in self.page.shown(row, values)]

    def write(self, body: Body, n: str, where: str) -> str:
        """The page's edges."""
        inner = body.name("")
        pattern = f"[key{inner}, id{inner}, row{inner}]"
        return self.page.each(body, n, pattern, self.each, inner)


@dataclass(frozen=True, slots=True)
class Cursor:
    """An edge's cursor."""

    page: ConnectionLayout

    def read(self, row: Row, values: Values) -> str:
        """The cursor of `[key, id, row]`."""
        return self.page.cursor(row)

    def write(self, body: Body, n: str, where: str) -> str:
        """The cursor."""
        return f"cursor({self.page.asked.order!r}, key{n}, id{n})"


@dataclass(frozen=True, slots=True)
class Node:
    """An edge's node."""

    each: Layout

    def read(self, row: Row, values: Values) -> Record:
        """The record of `[key, id, row]`."""
        return self.each.record(row[2], values)

    def write(self, body: Body, n: str, where: str) -> str:
        """The object."""
        return self.each.write(body, f"row{n}")


@dataclass(frozen=True, slots=True)
class Info:
    """`pageInfo`. A cursor belongs to a node that lies on its other side, or did."""

    page: ConnectionLayout
    shown: Shown

    def read(self, row: Row, values: Values) -> PageInfo:
        """Where the page stands."""
        page, asked = self.page, self.page.asked
        rows, more = page.shown(row, values), len(row[0]) >= values[asked.size]
        return PageInfo(
            has_next_page=asked.before is not None or (more and not asked.backward),
            has_previous_page=asked.after is not None or (more and asked.backward),
            start_cursor=page.cursor(rows[0]) if rows else None,
            end_cursor=page.cursor(rows[-1]) if rows else None,
        )

    def write(self, body: Body, n: str, where: str) -> str:
        """The same."""
        asked, more, shown = self.page.asked, f"len(rows{n}) > size{n}", f"shown{n}"
        said = {
            "": repr("PageInfo"),
            "has_next_page": "True" if asked.before else str(not asked.backward and more),
            "has_previous_page": "True" if asked.after else str(asked.backward and more),
            "start_cursor": f"cursor({asked.order!r}, *{shown}[0][:2]) if {shown} else None",
            "end_cursor": f"cursor({asked.order!r}, *{shown}[-1][:2]) if {shown} else None",
        }
        return written({key: said[name] for key, (name, _) in self.shown.parts.items()})
