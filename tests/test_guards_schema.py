"""What is offered: a policy per root, a description of everything, an access level per route."""

import re
from collections.abc import Iterator
from pathlib import Path

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLSchema,
    build_schema,
    is_introspection_type,
)
from graphql.type import GraphQLArgument, GraphQLField, GraphQLInterfaceType, GraphQLObjectType
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute

from auth.policies import ROOTS, ROWS
from graph.registry import SHAPES
from hub.gateway import app
from hub.gateway.settings import NEEDED, Settings
from schema.build import schema
from schema.export import sdl
from tests.tree import ROOT

BUILT: GraphQLSchema = schema._schema  # pyright: ignore[reportPrivateUsage]
SETTINGS = (ROOT / "docs" / "settings.md").read_text()
# Roots that are not asked as of a day: figures of the hub itself, what routers ask, and a match,
# whose need says the day.
TODAY = {"hub", "_service", "_entities", "matchSuppliers"}
EVERYBODY = "everybody"  # the hub holds open data only, and nobody signs in yet
OPERATOR = "operator"  # open on the listener; a proxy keeps it inside
ACCESS = {
    "/graphql": "each root by its policy",
    "/schema.graphql": EVERYBODY,
    "/livez": OPERATOR,
    "/readyz": OPERATOR,
    "/metrics": OPERATOR,
    "/static/graphiql": EVERYBODY,
    "/": EVERYBODY,
    "/match": EVERYBODY,
    "/suppliers/{id}": EVERYBODY,
    "/buyers/{id}": EVERYBODY,
    "/contracts/{id}": EVERYBODY,
    "/about/licences": EVERYBODY,
    "/accessibility": EVERYBODY,
    "/privacy": EVERYBODY,
    "/cookies": EVERYBODY,
    "/assets/{name}": EVERYBODY,
}


def roots() -> dict[str, GraphQLField]:
    """Every root field."""
    types = (BUILT.query_type, BUILT.mutation_type, BUILT.subscription_type)
    return {name: field for type in types if type for name, field in type.fields.items()}


def described() -> Iterator[tuple[str, str | None]]:
    """Everything that can have a description, with it; graphql's own types left out."""
    for name, type in BUILT.type_map.items():
        if is_introspection_type(type) or name.startswith(("_", "link__")):  # Federation's own
            continue
        yield name, type.description
        if isinstance(type, GraphQLEnumType):
            yield from ((f"{name}.{key}", v.description) for key, v in type.values.items())
        elif isinstance(type, GraphQLInputObjectType):
            yield from ((f"{name}.{key}", f.description) for key, f in type.fields.items())
        elif isinstance(type, (GraphQLObjectType, GraphQLInterfaceType)):
            for key, field in type.fields.items():
                yield f"{name}.{key}", "Federation." if key.startswith("_") else field.description
                yield from arguments(f"{name}.{key}", field.args)


def arguments(of: str, args: dict[str, GraphQLArgument]) -> Iterator[tuple[str, str | None]]:
    """The arguments of a field with their descriptions."""
    return ((f"{of}({key})", argument.description) for key, argument in args.items())


def paths(routes: list[BaseRoute]) -> set[str]:
    """The path of each route; a mount counts as one."""
    assert all(isinstance(route, (Route, WebSocketRoute, Mount)) for route in routes)
    return {route.path for route in routes if isinstance(route, (Route, WebSocketRoute, Mount))}


def test_every_root_field_has_a_policy_and_every_policy_a_field() -> None:
    assert roots().keys() == ROOTS.keys()
    assert all(policy.reason.endswith(".") and policy.classes for policy in ROOTS.values())


def test_every_noun_states_which_rows_a_reader_sees() -> None:
    for rows in ROWS.values():
        assert rows.keys() <= SHAPES.keys()
        assert all(scope in SHAPES[noun].scopes for noun, scope in rows.items())
    assert ROWS["anonymous"].keys() == SHAPES.keys()


def test_every_root_over_the_market_takes_as_of() -> None:
    assert {name for name, field in roots().items() if "asOf" not in field.args} == TODAY


def test_every_type_field_argument_and_value_has_a_description() -> None:
    found = dict(described())
    assert len(found) > 150
    assert not [name for name, text in found.items() if not (text or "").strip()]


def test_the_committed_schema_is_fresh() -> None:
    assert (ROOT / "schema.graphql").read_text() == sdl(), "run make schema client"


def test_the_published_schema_is_whole_in_itself() -> None:
    built = build_schema(sdl())  # raises for a directive that is used and not defined
    assert built.type_map.keys() >= {name for name in BUILT.type_map if "_" not in name}


def test_every_setting_is_documented_and_nothing_else_is() -> None:
    known = {f"HUB_{name.upper()}" for name in Settings.__dataclass_fields__}
    named = set(re.findall(r"\bHUB_[A-Z_]*[A-Z]", SETTINGS))
    assert known <= named
    assert {name.removesuffix("_FILE") for name in named} <= known
    assert set(NEEDED) <= known


def test_every_route_has_a_stated_access_level(tmp_path: Path) -> None:
    assert paths(app.create_app(Settings(home=tmp_path)).routes) == ACCESS.keys()
