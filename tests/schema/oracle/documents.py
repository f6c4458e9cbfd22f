"""Random documents that are valid: every root that reads the market, down to five nouns deep."""

from dataclasses import dataclass, field, replace
from random import Random
from typing import Any, cast

import orjson
from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLObjectType,
    get_named_type,
    get_nullable_type,
)

from graph.registry import SHAPES
from tests.schema.oracle.facts import AMOUNTS, DATES, DAYS, INSTANTS, NUMBERS, TEXTS, World, prefix
from tests.schema.oracle.meaning import Meaning, key
from tests.schema.oracle.naive import PREFIX, amount, cursor, plain_schema

HOPS = 9  # relations of one document
ROOTS = (
    *("buyers", "suppliers", "contracts", "payments", "categories", "frameworks", "procurements"),
    *("products", "deals", "reviews", "organisation", "buyer", "supplier", "contract"),
    *("procurement", "node", "nodes"),
)


class Name(str):
    """The name of an enum's value, which is no text in a document."""


@dataclass(slots=True)
class Document:
    """A document with its variables and their types, and what is remarkable in it."""

    text: str
    variables: dict[str, Any]
    types: dict[str, str]
    roots: int
    depth: int
    twice: bool

    def again(self, random: Random) -> "Document":
        """The same with other values."""
        other = {
            name: random.randint(1, 4) if self.types[name] == "Int" else another(value, random)
            for name, value in self.variables.items()
        }
        return replace(self, variables=other)


@dataclass(slots=True)
class Writing:
    """Writes one document about a world."""

    random: Random
    world: World
    avoided: frozenset[tuple[str, str]]  # types and fields that are not compared or told of
    variables: dict[str, tuple[str, Any]] = field(default_factory=dict[str, tuple[str, Any]])
    fragments: list[str] = field(default_factory=list[str])
    names: int = 0
    hops: int = 0
    depth: int = 0
    twice: bool = False

    def often(self, share: float) -> bool:
        """True that often."""
        return self.random.random() < share

    def fresh(self, start: str) -> str:
        """A name that nothing else has."""
        self.names += 1
        return f"{start}{self.names}"

    def document(self) -> Document:
        """The whole of it."""
        roots = self.random.sample(ROOTS, 2 if self.often(0.2) else 1)
        body = " ".join(self.root(name) for name in roots)
        given = ", ".join(f"${name}: {type}" for name, (type, _) in self.variables.items())
        head = f"query {f'({given}) ' if given else ''}{{ {body} }}"
        values = {name: value for name, (_, value) in self.variables.items()}
        types = {name: type for name, (type, _) in self.variables.items()}
        text = " ".join([head, *self.fragments])
        return Document(text, values, types, len(roots), self.depth, self.twice)

    def root(self, name: str) -> str:
        """A root field."""
        query = cast(GraphQLObjectType, plain_schema().query_type)
        found = query.fields[name]
        target = get_named_type(found.type)
        deep = self.random.choice((1, 2, 3, 4, 5))
        if name in ("node", "nodes"):
            ids = [self.id(self.random.choice(list(SHAPES))) for _ in range(3)]
            given: dict[str, Any] = {"id": ids[0]} if name == "node" else {"ids": ids}
            return self.headed(name, found, given | self.as_of()) + self.any_node(deep)
        if not target.name.endswith("Connection"):
            return self.headed(name, found, self.known_by(name, found) | self.as_of()) + self.noun(
                cast(GraphQLObjectType, target), deep, 1
            )
        type = target.name.removesuffix("Connection")
        usual = next(iter(SHAPES[type].orders))
        head = self.headed(name, found, self.page(type, found, usual) | self.as_of())
        return head + self.connection(cast(GraphQLObjectType, target), deep, 1)

    def known_by(self, name: str, found: GraphQLField) -> dict[str, Any]:
        """What one node is asked for by."""
        type = get_named_type(found.type).name
        row = self.random.choice(list(self.world.nodes[SHAPES[type].label].values()))
        other = {"contract": "ocid", "procurement": "ocid"}.get(name, "name")
        column = row["ocid"] if other == "ocid" else row["name"]
        return {other: column} if column and self.often(0.3) else {"id": self.id(type)}

    def as_of(self) -> dict[str, Any]:
        """A day, or none."""
        return {"asOf": self.random.choice(list(DAYS))} if self.often(0.4) else {}

    def id(self, type: str) -> str:
        """The id of a node that there is, as that type has it; seldom of one that there is not."""
        label = SHAPES[type].label
        stored = self.random.choice(list(self.world.nodes[label]))
        known = stored if self.often(0.95) else f"{prefix(label)}-none"
        return PREFIX[type] + known[3:] if type in PREFIX else known

    def headed(self, name: str, found: GraphQLField, given: dict[str, Any]) -> str:
        """A field's name with its arguments, under an alias if it has any, and its directives."""
        said = [f"{key}: {self.said(found.args[key], value)}" for key, value in given.items()]
        alias = f"{self.fresh('a')}: " if said or self.often(0.2) else ""
        arguments = f"({', '.join(said)})" if said else ""
        return f"{alias}{name}{arguments}{self.directive()}"

    def said(self, argument: GraphQLArgument, value: Any) -> str:
        """A value of an argument, as a literal or by a variable."""
        if self.often(0.6):
            return literal(value)
        name = self.fresh("v")
        self.variables[name] = (str(argument.type), value)
        return f"${name}"

    def directive(self) -> str:
        """Nothing, or `@skip` or `@include`, mostly one that leaves the field in."""
        if not self.often(0.12):
            return ""
        kept, skip = self.often(0.75), self.often(0.5)
        value = kept != skip
        text = literal(value)
        if self.often(0.7):
            name = self.fresh("b")
            self.variables[name] = ("Boolean!", value)
            text = f"${name}"
        return f" @{'skip' if skip else 'include'}(if: {text})"

    def any_node(self, deep: int) -> str:
        """What is asked of a node of any type: its id, and more of some types."""
        parts = [self.random.choice(("id", "__typename", "i: id"))]
        for type in self.random.sample(list(SHAPES), self.random.randint(2, 8)):
            noun = cast(GraphQLObjectType, plain_schema().type_map[type])
            parts.append(f"... on {type}{self.directive()} {self.noun(noun, deep, 1, apart=True)}")
        return " { " + " ".join(parts) + " }"

    def noun(self, type: GraphQLObjectType, deep: int, depth: int, *, apart: bool = False) -> str:
        """What is asked of a noun; `apart`: under names that no other type's fields have."""
        self.depth = max(self.depth, depth)
        hops = [name for name in type.fields if related(type.fields[name])]
        plain = [name for name in type.fields if name not in hops]
        parts = [
            self.plain(type, name, apart=apart)
            for name in self.random.sample(plain, min(len(plain), self.random.randint(1, 5)))
        ]
        if deep > depth and hops:
            for name in self.random.sample(hops, min(len(hops), self.random.choice((1, 1, 1, 2)))):
                parts += self.relations(type, name, deep, depth, apart=apart)
        if self.often(0.1):
            parts.append("__typename")
        self.random.shuffle(parts)
        return self.braced(type, parts)

    def relations(
        self, type: GraphQLObjectType, name: str, deep: int, depth: int, *, apart: bool
    ) -> list[str]:
        """A relation, sometimes under two aliases with different arguments."""
        times = 2 if self.often(0.3) else 1
        found: list[str] = []
        for n in range(times):
            if self.hops < HOPS:
                self.hops += 1
                self.twice = self.twice or n == 1
                alone = times == 1 and not apart
                found.append(self.relation(type, name, deep, depth, alone=alone))
        return found

    def relation(
        self, type: GraphQLObjectType, name: str, deep: int, depth: int, *, alone: bool
    ) -> str:
        """A relation to one or to many."""
        found = type.fields[name]
        target = cast(GraphQLObjectType, get_named_type(found.type))
        if not target.name.endswith("Connection"):
            alias = "" if alone else f"{self.fresh('a')}: "
            return f"{alias}{name}{self.directive()}{self.noun(target, deep, depth + 1)}"
        usual = SHAPES[type.name].hop(name).order
        given = self.page(target.name.removesuffix("Connection"), found, usual)
        head = self.headed(name, found, given if given or alone else {"first": 3})
        return head + self.connection(target, deep, depth + 1)

    def plain(self, type: GraphQLObjectType, name: str, *, apart: bool = False) -> str:
        """A field without relations below it."""
        target = get_named_type(type.fields[name].type)
        alias = f"{self.fresh('a')}: " if apart or self.often(0.1) else ""
        below = ""
        if isinstance(target, GraphQLObjectType):
            below = self.some(target)
        return f"{alias}{name}{self.directive()}{below}"

    def some(self, type: GraphQLObjectType) -> str:
        """Some fields of a type that holds values only."""
        noun = type.name.removesuffix("Aggregate")
        names = [name for name in type.fields if (noun, name) not in self.avoided]
        picked = self.random.sample(names, self.random.randint(1, len(names)))
        return self.braced(type, [self.plain(type, name) for name in picked])

    def connection(self, type: GraphQLObjectType, deep: int, depth: int) -> str:
        """A page of a noun."""
        edge = cast(GraphQLObjectType, get_named_type(type.fields["edges"].type))
        noun = cast(GraphQLObjectType, get_named_type(type.fields["nodes"].type))
        parts = [self.plain(type, "totalCount")] if self.often(0.3) else []
        if self.often(0.25):
            parts.append(self.plain(type, "pageInfo"))
        if self.often(0.2):
            parts.append(self.plain(type, "aggregate"))
        if self.often(0.3):
            inner = [f"node{self.noun(noun, deep, depth)}"]
            inner += ["cursor"] if self.often(0.6) else []
            parts.append(f"edges{self.directive()}{self.braced(edge, inner)}")
        if not parts or self.often(0.8):
            alias = f"{self.fresh('a')}: " if self.often(0.1) else ""
            parts.append(f"{alias}nodes{self.noun(noun, deep, depth)}")
        self.random.shuffle(parts)
        return self.braced(type, parts)

    def braced(self, type: GraphQLObjectType, parts: list[str]) -> str:
        """A selection set, some of it in fragments, some of it said again."""
        if self.often(0.15):
            cut = self.random.randint(0, len(parts) - 1)
            parts, inner = parts[:cut], parts[cut:]
            if self.often(0.5):
                parts.append(f"... on {type.name}{self.directive()} {{ {' '.join(inner)} }}")
            else:
                name = self.fresh("F")
                self.fragments.append(f"fragment {name} on {type.name} {{ {' '.join(inner)} }}")
                parts += [
                    f"...{name}{self.directive()}",
                    *([f"...{name}"] if self.often(0.2) else []),
                ]
        if self.often(0.05):
            parts = [*parts, parts[0]]
        return " { " + " ".join(parts) + " }"

    def page(self, type: str, found: GraphQLField, usual: str) -> dict[str, Any]:
        """The arguments of a page; `usual` is its order when it is given none."""
        given: dict[str, Any] = {}
        if "orderBy" in found.args and self.often(0.4):
            kind = cast(GraphQLEnumType, get_named_type(found.args["orderBy"].type))
            given["orderBy"] = Name(self.random.choice(list(kind.values)))
        if self.often(0.7):
            given["last" if self.often(0.25) else "first"] = self.random.randint(1, 4)
        if self.often(0.25):
            kind = cast(GraphQLInputObjectType, get_named_type(found.args["where"].type))
            given["where"] = self.where(kind, 1)
        order = str(given.get("orderBy", usual)).lower()
        for side in ("after", "before"):
            nodes = Meaning(self.world).all(type, None)
            if nodes and self.often(0.08):
                one = self.random.choice(nodes)
                given[side] = cursor(order, key(one, order), one.id)
        return given

    def where(self, kind: GraphQLInputObjectType, depth: int) -> dict[str, Any]:
        """A filter, four deep at most."""
        noun = kind.name.removesuffix("Where")
        names = [
            name
            for name, found in kind.fields.items()
            if (noun, name) not in self.avoided
            and (depth < 4 or not get_named_type(found.type).name.endswith(("Where", "Some")))
        ]
        picked = self.random.sample(names, self.random.choice((1, 1, 2)))
        return {name: self.said_of(kind.fields[name].type, depth) for name in picked}

    def said_of(self, type: Any, depth: int) -> Any:
        """What is said under one name of a filter."""
        kind = cast(GraphQLInputObjectType, get_named_type(type))
        if isinstance(get_nullable_type(type), GraphQLList):
            return [self.where(kind, depth + 1) for _ in range(self.random.randint(0, 2))]
        if kind.name.endswith("Where"):
            return self.where(kind, depth + 1)
        if kind.name.endswith("Some"):
            inner = cast(GraphQLInputObjectType, get_named_type(kind.fields["some"].type))
            return {self.random.choice(("some", "none")): self.where(inner, depth + 1)}
        operator = self.random.choice([name for name in kind.fields if name != "currency"])
        said = {operator: self.operand(kind, operator)}
        return said | {"currency": "GBP"} if "currency" in kind.fields else said

    def operand(self, kind: GraphQLInputObjectType, operator: str) -> Any:
        """A value to compare with."""
        if operator == "in":
            return [self.operand(kind, "eq") for _ in range(self.random.randint(0, 3))]
        choice, type = self.random.choice, get_named_type(kind.fields[operator].type)
        if isinstance(type, GraphQLEnumType):
            return Name(choice(list(type.values)))
        if operator in ("startsWith", "contains"):
            text = choice(TEXTS)
            return choice((text[:2], text[1:3], text.upper()))
        values: dict[str, Any] = {
            "ID": lambda: self.id(choice(list(SHAPES))),
            "Date": lambda: choice(DATES),
            "DateTime": lambda: choice((*INSTANTS, "2021-06-30T23:59:59+01:00")),
            "Decimal": lambda: amount(choice(AMOUNTS)),
            "Int": lambda: choice(NUMBERS),
            "Boolean": lambda: self.often(0.5),
            "String": lambda: choice((*TEXTS, "GBP")),
        }
        return values[type.name]()


def related(found: GraphQLField) -> bool:
    """Does a field lead to other nouns?"""
    name = get_named_type(found.type).name
    return name in SHAPES or name.endswith("Connection")


def literal(value: Any) -> str:
    """A value as it stands in a document."""
    if isinstance(value, Name):
        return str(value)
    if isinstance(value, list):
        return f"[{', '.join(map(literal, cast(list[Any], value)))}]"
    if isinstance(value, dict):
        said = cast(dict[str, Any], value).items()
        return f"{{{', '.join(f'{name}: {literal(each)}' for name, each in said)}}}"
    return orjson.dumps(value).decode()


def another(value: Any, random: Random) -> Any:
    """Another value of the same form."""
    if isinstance(value, dict):
        parts = cast(dict[str, Any], value).items()
        return {name: another(part, random) for name, part in parts}
    if isinstance(value, list):
        return [another(part, random) for part in cast(list[Any], value)]
    for values in ((True, False), tuple(DAYS), DATES, NUMBERS, TEXTS):
        if any(value is each or value == each and type(value) is str for each in values):
            return random.choice(values)
    return value


def written(
    random: Random, world: World, avoided: frozenset[tuple[str, str]] = frozenset()
) -> Document:
    """A random document about a world."""
    return Writing(random, world, avoided).document()
