"""What is selected of a connection, and how a page of rows is read."""

from dataclasses import dataclass, field, replace

from graph.selection import Page
from schema.aggregating import Told
from schema.complete import LEAVES, Body, Row, Shown, Values, written
from schema.paging import PageInfo, write_cursor
from schema.record import Builder, Layout, Record


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

    def unpacked(self) -> list[str]:
        """The same as lines: `rows`, `total`, `groups`, `size` and `shown`."""
        parts = ["rows"] * self.wants_rows + ["total"] * self.wants_total
        parts += ["groups"] * self.told.wanted
        lines = [f"[{', '.join(parts)}] = row"]
        if self.wants_rows:
            lines.append(f"size = values[{self.asked.size}] - 1")
            lines.append("shown = rows[:size]" + ("[::-1]" if self.asked.backward else ""))
        return lines


@dataclass(frozen=True, slots=True)
class Many:
    """A to-many hop: a connection."""

    at: int
    builder: Builder
    page: ConnectionLayout

    def read(self, row: Row, values: Values) -> Record:
        """The connection's record."""
        return self.page.record(self.builder.hop_in(row, self.at), values)

    def write(self, body: Body, where: str) -> str:
        """The connection."""
        return f"{self.page.function(body.module)}(h{self.at}, values)"


@dataclass(frozen=True, slots=True)
class Count:
    """`totalCount`."""

    page: ConnectionLayout

    def read(self, row: Row, values: Values) -> object:
        """How many there are in all."""
        return row[1 if self.page.wants_rows else 0]

    def write(self, body: Body, where: str) -> str:
        """How many there are in all."""
        return body.leaf("total", LEAVES["Int"], where)


@dataclass(slots=True)
class ToldLayout(Layout):
    """What is selected of an `aggregate`: a row is the groups that the graph tells."""

    def unpacked(self) -> list[str]:
        """Nothing: each field is made of all groups."""
        return []


@dataclass(frozen=True, slots=True)
class Aggregated:
    """`aggregate`."""

    each: ToldLayout

    def read(self, row: Row, values: Values) -> Record:
        """The record of what is told."""
        return self.each.record(row[-1], values)

    def write(self, body: Body, where: str) -> str:
        """The object."""
        return f"{self.each.function(body.module)}(groups, values)"


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

    def write(self, body: Body, where: str) -> str:
        """The objects of the page."""
        row = "row[2]" if self.page.wants_cursors else "row"
        return f"[{self.each.function(body.module)}({row}, values) for row in shown]"


@dataclass(slots=True)
class EdgeLayout(Layout):
    """One selected edge: a row is `[key, id, row]`."""

    def unpacked(self) -> list[str]:
        """The parts by their names."""
        return ["[key, id, node] = row"]


@dataclass(frozen=True, slots=True)
class Edges:
    """`edges`."""

    page: ConnectionLayout
    each: EdgeLayout

    def read(self, row: Row, values: Values) -> list[Record]:
        """The records of the page's edges."""
        return [self.each.record(keyed, values) for keyed in self.page.shown(row, values)]

    def write(self, body: Body, where: str) -> str:
        """The page's edges."""
        return f"[{self.each.function(body.module)}(row, values) for row in shown]"


@dataclass(frozen=True, slots=True)
class Cursor:
    """An edge's cursor."""

    page: ConnectionLayout

    def read(self, row: Row, values: Values) -> str:
        """The cursor of `[key, id, row]`."""
        return self.page.cursor(row)

    def write(self, body: Body, where: str) -> str:
        """The cursor."""
        return f"cursor({self.page.asked.order!r}, key, id)"


@dataclass(frozen=True, slots=True)
class Node:
    """An edge's node."""

    each: Layout

    def read(self, row: Row, values: Values) -> Record:
        """The record of `[key, id, row]`."""
        return self.each.record(row[2], values)

    def write(self, body: Body, where: str) -> str:
        """The object."""
        return f"{self.each.function(body.module)}(node, values)"


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

    def write(self, body: Body, where: str) -> str:
        """The same."""
        asked, more = self.page.asked, "len(rows) > size"
        said = {
            "": repr("PageInfo"),
            "has_next_page": "True" if asked.before else str(not asked.backward and more),
            "has_previous_page": "True" if asked.after else str(asked.backward and more),
            "start_cursor": f"cursor({asked.order!r}, *shown[0][:2]) if shown else None",
            "end_cursor": f"cursor({asked.order!r}, *shown[-1][:2]) if shown else None",
        }
        return written({key: said[name] for key, (name, _) in self.shown.parts.items()})
