"""The texts of an import: one for everything that is stored, each of the right label."""

from graph import restoring
from graph.catalogue import EDGES, NODES


def test_there_is_a_text_to_restore_everything_that_is_stored() -> None:
    assert restoring.NODES.keys() == {node.label for node in NODES}
    assert restoring.EDGES.keys() == {(edge.type, edge.source, edge.target) for edge in EDGES}
    for label, statement in restoring.NODES.items():
        assert f"CREATE (n:{label} {{id: row.id}})" in statement.text
    for (type, start, end), statement in restoring.EDGES.items():
        assert f"MATCH (a:{start} {{id: row.start}})" in statement.text
        assert f"MATCH (b:{end} {{id: row.end}})" in statement.text
        assert f"CREATE (a)-[r:{type}]->(b)" in statement.text


def test_each_text_is_counted_under_a_name_of_its_own() -> None:
    statements = [*restoring.NODES.values(), *restoring.EDGES.values()]
    assert len({statement.name for statement in statements}) == len(statements)
