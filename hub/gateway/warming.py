"""Trusted documents are planned at start: a text that is new to Neo4j costs it 80 ms and more."""

from collections.abc import Iterator
from typing import Any, cast

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLSchema,
    OperationDefinitionNode,
    is_required_input_field,
    type_from_ast,
)

from graph.errors import HubError
from hub.gateway.documents import Refused
from hub.gateway.executing import Executor, Operation

SAMPLES: dict[str, Any] = {
    "ID": "org-0",
    "Int": 1,
    "Float": 1.0,
    "Boolean": True,
    "Date": "2020-01-01",
    "DateTime": "2020-01-01T00:00:00Z",
    "Decimal": "1",
}


async def warm(executor: Executor, context: Any) -> None:
    """Reads for each trusted query once: with what it demands, and with each of the rest alone.

    What can't be read now is left for whoever asks first.
    """
    for text in executor.persisted.trusted.by_hash.values():
        for sent in asked(executor, text):
            try:
                await executor.run(sent, executor.asked(sent), context)
            except (Refused, HubError):
                continue


def asked(executor: Executor, text: str) -> Iterator[Operation]:
    """The operations of a document with variables made up; none when it is refused."""
    try:
        document = executor.documents.checked(text).document
    except Refused:
        return
    for node in document.definitions:
        if isinstance(node, OperationDefinitionNode):
            name = node.name.value if node.name else None
            for variables in made_up(executor.core, node):
                yield Operation(text, variables, name)


def made_up(schema: GraphQLSchema, operation: OperationDefinitionNode) -> Iterator[dict[str, Any]]:
    """Variables of an operation: those that it demands, then with each other one."""
    demanded: dict[str, Any] = {}
    others: dict[str, Any] = {}
    for definition in operation.variable_definitions or ():
        type: Any = type_from_ast(schema, definition.type)
        needed = isinstance(type, GraphQLNonNull) and definition.default_value is None
        (demanded if needed else others)[definition.variable.name.value] = sample(type)
    yield demanded
    for name, value in others.items():
        yield {**demanded, name: value}


def sample(type: Any) -> Any:
    """A value of a type; of an input what it demands."""
    if isinstance(type, GraphQLNonNull):
        return sample(cast(Any, type).of_type)
    if isinstance(type, GraphQLList):
        return [sample(cast(Any, type).of_type)]
    if isinstance(type, GraphQLEnumType):
        return next(iter(type.values))
    if isinstance(type, GraphQLInputObjectType):
        fields = cast(dict[str, Any], type.fields)
        return {k: sample(f.type) for k, f in fields.items() if is_required_input_field(f)}
    return SAMPLES.get(type.name, "a")
