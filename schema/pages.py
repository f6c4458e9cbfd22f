"""How a selected connection is read: rows by position to a connection's record."""

from dataclasses import dataclass, field, replace
from typing import Any

from graph.selection import Page
from schema.paging import PageInfo, write_cursor
from schema.record import Builder, Layout, Reader, Record, Row


@dataclass(slots=True)
class ConnectionLayout:
    """One selected connection: a row is `[rows, total]`, each only if wanted.

    A row of `rows` is `[key, id, row]` when cursors are wanted, else the row itself.
    """

    type: str
    builder: Builder
    asked: Page
    size: int
    wants_rows: bool = False
    wants_cursors: bool = False
    wants_total: bool = False
    readers: dict[str, Reader] = field(default_factory=dict[str, Reader])

    @property
    def page(self) -> Page:
        """The page with what turned out to be wanted of it."""
        return replace(
            self.asked,
            rows=self.wants_rows,
            cursors=self.wants_cursors,
            total=self.wants_total,
        )

    def counts(self, key: str) -> None:
        """`totalCount` is wanted under that name."""
        self.wants_total = True
        self.readers[key] = lambda row: row[-1]

    def nodes(self, key: str, layout: Layout) -> None:
        """`nodes` is wanted under that name."""
        self.wants_rows = True
        self.readers[key] = lambda row: [layout.record(r) for r in self.plain(row)]

    def edges(self, key: str, layout: Layout) -> None:
        """`edges` is wanted under that name."""
        self.wants_rows = self.wants_cursors = True
        self.readers[key] = lambda row: [layout.record(r) for r in self.shown(row)]

    def page_info(self, key: str) -> None:
        """`pageInfo` is wanted under that name."""
        self.wants_rows = self.wants_cursors = True
        self.readers[key] = self.info

    def shown(self, row: Row) -> list[Row]:
        """The rows of the page in its order, without the one that only tells of another page."""
        rows = row[0][: self.size]
        return rows[::-1] if self.asked.backward else rows

    def plain(self, row: Row) -> list[Row]:
        """The rows of the page without their cursors."""
        rows = self.shown(row)
        return [keyed[2] for keyed in rows] if self.wants_cursors else rows

    def cursor(self, keyed: Row) -> str:
        """The cursor of a row."""
        return write_cursor(self.asked.order, keyed[0], keyed[1])

    def info(self, row: Row) -> PageInfo:
        """Where the page stands."""
        rows, more = self.shown(row), len(row[0]) > self.size
        back = self.asked.backward
        # A cursor belongs to a node that lies on its other side, if nobody took it away since.
        return PageInfo(
            has_next_page=self.asked.before is not None or (more and not back),
            has_previous_page=self.asked.after is not None or (more and back),
            start_cursor=self.cursor(rows[0]) if rows else None,
            end_cursor=self.cursor(rows[-1]) if rows else None,
        )

    def record(self, row: Row) -> Record:
        """The connection's record."""
        values: dict[str, Any] = {key: read(row) for key, read in self.readers.items()}
        return Record(self.type, values)
