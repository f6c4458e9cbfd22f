"""Every way in which a column or a relation of a shape can be filtered."""

from collections.abc import Iterator

from graph.selection import Comparison, Filter, Operator, Opposite, Slot, Through
from graph.shape import Shape, Stored

# By the type of a column: how it can be compared, and the slot of a value to compare with.
VALUES = {1: "x", 2: ["x"], 3: 1, 4: [1], 5: True}
OPERATORS: dict[Stored, list[tuple[Operator, Slot]]] = {
    str: [
        ("eq", 1),
        ("in", 2),
        ("gt", 1),
        ("gte", 1),
        ("lt", 1),
        ("lte", 1),
        ("startsWith", 1),
        ("contains", 1),
        ("isNull", 5),
    ],
    int: [("eq", 3), ("in", 4), ("gt", 3), ("gte", 3), ("lt", 3), ("lte", 3), ("isNull", 5)],
    bool: [("eq", 5), ("isNull", 5)],
    list[str]: [("has", 1), ("isNull", 5)],
}


def compared(shape: Shape) -> list[Filter]:
    """A column of each kind compared in each way."""
    columns = {(column.type, column.versioned, column.expr): column for column in shape.columns}
    return [
        Comparison(column.name, operator, slot)
        for column in columns.values()
        for operator, slot in OPERATORS[column.type]
    ]


def throughs(shape: Shape) -> list[Filter]:
    """Each hop led through."""
    return [Through(hop.name, Comparison("id", "eq", 1)) for hop in shape.hops]


def filters(shape: Shape) -> Iterator[Filter]:
    """Each of them alone, and its opposite."""
    for one in (*compared(shape), *throughs(shape)):
        yield one
        yield Opposite(one)
