"""The catalogue and the shapes: what is read is stored, orders are total, nothing hidden leaks."""

import re
from collections.abc import Iterator

from graph.catalogue import EDGES, NODES
from graph.registry import SHAPES
from graph.shape import Column, Hop, Node, Shape

STORED: dict[str, Node] = {node.label: node for node in NODES}
PROPERTY = re.compile(r"\{(?:x|p)\}\.(\w+)")
PATTERN = re.compile(r"\(\{p\}\)(?P<back><)?-\[\{r\}:(?P<type>\w+)\]->?\(\{x\}:(?P<label>\w+)\)")
SELF = re.compile(r"\(\{x\}:(\w+) \{id: \{p\}\.id\}\)")
# Never to be read: what hides a fact, and what tells when it will end.
CLOSED = {"withheld", "publicTo"}


def hops() -> Iterator[tuple[Shape, Hop]]:
    """Every hop with the shape that it starts from."""
    return ((shape, hop) for shape in SHAPES.values() for hop in shape.hops)


def stored(shape: Shape, name: str) -> Column:
    """The stored column of that name under a shape's label."""
    return next(c for c in STORED[shape.label].stored if c.name == name)


def bare(predicate: str) -> str:
    """A predicate without what stands in brackets."""
    shorter = re.sub(r"\([^()]*\)", "", predicate)
    return shorter if shorter == predicate else bare(shorter)


def test_labels_and_edge_types_are_disjoint_and_said_once() -> None:
    labels = [node.label for node in NODES]
    assert len(labels) == len(set(labels))
    assert not {label.upper() for label in labels} & {edge.type for edge in EDGES}
    ends = [(edge.type, edge.source, edge.target) for edge in EDGES]
    assert len(ends) == len(set(ends))
    assert {edge.source for edge in EDGES} | {edge.target for edge in EDGES} <= set(labels)


def test_columns_are_said_once_and_described() -> None:
    for thing in (*NODES, *EDGES, *SHAPES.values()):
        names = [column.name for column in thing.columns]
        assert len(names) == len(set(names)), thing
        assert all(column.doc.endswith(".") for column in thing.columns), thing


def test_each_column_of_a_shape_is_stored_as_declared_or_computed() -> None:
    for shape in SHAPES.values():
        for column in shape.columns:
            if column.expr is None:
                assert column == stored(shape, column.name), (shape.name, column.name)
            else:
                used = PROPERTY.findall(column.expr)
                assert used
                assert not any(stored(shape, name).versioned for name in used)


def test_only_what_has_states_is_versioned() -> None:
    kept = [node for node in NODES if not node.label.endswith("State")]
    assert [n.label for n in kept if n.versioned] == [n.label for n in kept if n.states]
    assert all(node.label + "State" in STORED for node in kept if node.states)
    assert not [c for node in NODES for c in node.versioned if c.required]


def test_no_shape_shows_what_hides_a_fact_or_tells_its_end() -> None:
    for shape in SHAPES.values():
        assert not CLOSED & {column.name for column in shape.columns}, shape.name
        assert not [c for c in shape.columns if c.bookkeeping]
        assert not [c for c in shape.columns if c.expr and CLOSED & set(PROPERTY.findall(c.expr))]


def test_an_order_is_never_null_and_never_versioned() -> None:
    for shape in SHAPES.values():
        for order in shape.orders.values():
            column = stored(shape, order.column)
            assert not column.versioned, (shape.name, order)
            known = f"{{x}}.{order.column} IS NOT NULL" in shape.now
            assert column.required or known, (shape.name, order)


def test_no_key_or_predicate_reads_a_versioned_column() -> None:
    for shape in SHAPES.values():
        for text in (*shape.keys.values(), *shape.scopes.values(), shape.now, shape.then):
            for name in PROPERTY.findall(text):
                assert not stored(shape, name).versioned, (shape.name, text)


def test_a_predicate_can_be_joined_with_and() -> None:
    for shape in SHAPES.values():
        for text in (*shape.scopes.values(), shape.now, shape.then):
            assert not re.search(r"\bX?OR\b", bare(text)), (shape.name, text)


def test_every_hop_ends_at_a_shape_and_in_one_of_its_orders() -> None:
    for shape, hop in hops():
        target = SHAPES[hop.to]
        assert hop.order in target.orders or not hop.many, (shape.name, hop.name)
        assert hop.doc.endswith("."), (shape.name, hop.name)


def test_every_hop_follows_a_stored_edge_the_right_way() -> None:
    ends = {(edge.type, edge.source, edge.target) for edge in EDGES}
    for shape, hop in hops():
        same, edge = SELF.fullmatch(hop.pattern), PATTERN.fullmatch(hop.pattern)
        if same:
            assert same[1] == shape.label == SHAPES[hop.to].label
            continue
        assert edge, hop.pattern
        away = (shape.label, edge["label"])
        assert (edge["type"], *(reversed(away) if edge["back"] else away)) in ends, hop.pattern
        assert edge["label"] == SHAPES[hop.to].label


def test_a_hop_over_edges_of_mentions_gives_each_node_once() -> None:
    per_mention = {e.type for e in EDGES if any(c.name == "mention" for c in e.columns)}
    assert {"BOUGHT", "SUPPLIED", "RESPONSIBLE", "TAKES_PART", "SELLS", "WROTE"} <= per_mention
    for shape, hop in hops():
        edge = PATTERN.fullmatch(hop.pattern)
        if edge and edge["type"] in per_mention and hop.many:
            assert hop.distinct, (shape.name, hop.name)


def test_a_total_adds_each_node_once_and_in_one_currency() -> None:
    for shape in SHAPES.values():
        for total in shape.totals:
            hop = shape.hop(total.hop)
            assert hop.many
            assert not hop.distinct, (shape.name, total.name)
            summed = [stored(SHAPES[hop.to], name) for name in (total.column, "currency")]
            assert not [c for c in summed if c.versioned], (shape.name, total.name)
            assert [c.type for c in summed] == [int, str]
