"""The client can ask whatever the schema offers."""

import pytest
from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    GraphQLObjectType,
    OperationDefinitionNode,
    get_named_type,
    is_leaf_type,
    parse,
)

from hub.gateway.trusted import OWN, Trusted
from ndx_client import HubClient
from ndx_client.sync_client import SyncHubClient
from schema.build import schema
from schema.nouns import NOUNS
from tests.tree import ROOT

BUILT = schema._schema  # pyright: ignore[reportPrivateUsage]
TEXTS = [path.read_text() for path in sorted((ROOT / "ndx_client/operations").glob("*.graphql"))]
NODES = [node for text in TEXTS for node in parse(text).definitions]
OPERATIONS = {
    node.name.value: node
    for node in NODES
    if isinstance(node, OperationDefinitionNode) and node.name
}
DETAILS = {node.name.value: node for node in NODES if isinstance(node, FragmentDefinitionNode)}
SUBORDINATE = ("offers", "lots", "awards", "notices", "amendments", "kpis", "assessments")


def capital(name: str) -> str:
    """A name with its first letter upper."""
    return name[:1].upper() + name[1:]


def methods(client: type) -> set[str]:
    """What a client can ask."""
    return {name for name, value in vars(client).items() if callable(value) and name[0] != "_"}


def test_each_root_and_each_noun_has_an_operation_of_its_name() -> None:
    assert BUILT.query_type is not None
    roots = {capital(name) for name in BUILT.query_type.fields if not name.startswith("_")}
    assert roots | {noun.__name__ for noun in NOUNS} <= OPERATIONS.keys()


def test_an_operation_of_a_root_takes_all_its_arguments() -> None:
    assert BUILT.query_type is not None
    for name, field in BUILT.query_type.fields.items():
        if not name.startswith("_"):
            asked = OPERATIONS[capital(name)].selection_set.selections[0]
            assert isinstance(asked, FieldNode)
            assert {argument.name.value for argument in asked.arguments or ()} == set(field.args)


@pytest.mark.parametrize("noun", [noun.__name__ for noun in NOUNS])
def test_the_details_of_a_noun_are_all_its_fields_but_its_lists(noun: str) -> None:
    type = BUILT.type_map[noun]
    assert isinstance(type, GraphQLObjectType)
    selected = DETAILS[f"{noun}Details"].selection_set.selections
    names = {node.name.value for node in selected if isinstance(node, FieldNode)}
    kinds = {name: get_named_type(field.type) for name, field in type.fields.items()}
    lists = {name for name, kind in kinds.items() if kind.name.endswith("Connection")}
    assert any(is_leaf_type(kind) for kind in kinds.values())
    assert names - lists == kinds.keys() - lists


def test_what_only_another_noun_leads_to_can_be_paged() -> None:
    paged = {name for name in OPERATIONS if name.lower().endswith(SUBORDINATE)}
    assert len(paged) >= 12
    for name in paged:
        variables = {v.variable.name.value for v in OPERATIONS[name].variable_definitions or ()}
        assert {"first", "after", "asOf"} <= variables, name


def test_both_clients_have_the_same_methods_and_send_the_same_texts() -> None:
    assert methods(HubClient) == methods(SyncHubClient)
    assert len(methods(HubClient)) == len(OPERATIONS)
    known = Trusted.read([OWN])
    assert len(known.texts) == len(OPERATIONS)
    assert Trusted.read([OWN.with_name("sync_client.py")]).texts == known.texts
