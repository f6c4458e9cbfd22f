"""The types of a match. How they are filled: schema/answer.py."""

from datetime import date
from typing import Any

import strawberry

from schema.answer import Answer
from schema.declare import argument
from schema.need import NeedInput
from schema.node import Node
from schema.paging import PageInfo
from schema.planned import Info
from schema.suppliers import Supplier

__all__ = ["Match", "NeedInput", "match_suppliers"]


@strawberry.type(description="What one feature adds to the score or takes from it.")
class Contribution:
    feature: str = strawberry.field(description="The feature's name; `start` is the start value.")
    group: str = strawberry.field(description="The group it belongs to, for instance text.")
    value: float = strawberry.field(description="All values sum to the score within 1e-6.")
    text: str = strawberry.field(description="What it measures, with its value.")


@strawberry.type(description="A record that speaks for a reason.")
class Evidence:
    id: strawberry.ID = strawberry.field(description="Opens through `node`.")
    node: Node = strawberry.field(description="The record itself.")
    text: str = strawberry.field(description="What it shows.")


@strawberry.type(description="A reason in plain English. No evidence, no sentence.")
class Reason:
    text: str = strawberry.field(description="The sentence.")
    positive: bool = strawberry.field(description="Does it speak for the supplier?")
    evidence: list[Evidence] = strawberry.field(description="The records behind it.")


@strawberry.type(description="A supplier with its place among those that fit.")
class MatchedSupplier:
    rank: int = strawberry.field(description="1 is best.")
    supplier: Supplier = strawberry.field(description="The supplier.")
    score: float = strawberry.field(
        description="Orders suppliers within this match only; no probability."
    )
    probability: float | None = strawberry.field(
        description="A calibrated probability; null: this hub has none yet."
    )
    contributions: list[Contribution] = strawberry.field(description="What makes up the score.")
    reasons: list[Reason] = strawberry.field(description="What speaks for and against it.")


@strawberry.type(description="A matched supplier with its place in the list.")
class MatchEdge:
    cursor: str = strawberry.field(description="Give it as `after` to go on behind it.")
    node: MatchedSupplier = strawberry.field(description="The matched supplier.")


@strawberry.type(description="A page of matched suppliers.")
class MatchConnection:
    edges: list[MatchEdge] = strawberry.field(description="The suppliers with their cursors.")
    nodes: list[MatchedSupplier] = strawberry.field(description="The suppliers alone.")
    page_info: PageInfo = strawberry.field(description="Where this page stands.")
    total_count: int = strawberry.field(description="How many were ranked.")


@strawberry.type(description="A supplier that was left out by a rule.")
class Exclusion:
    supplier: Supplier = strawberry.field(description="The supplier.")
    rule: str = strawberry.field(description="The rule's name.")
    text: str = strawberry.field(description="Why, in plain English.")


def paged(default: int, after: bool, description: str) -> Any:
    """A field of a match that takes a page."""
    field = strawberry.field(description=description)
    field.arguments = [argument("first", int | None, default, f"1 to 100; {default} unless given.")]
    if after:
        field.arguments.append(argument("after", str | None, None, "A cursor of this match."))
    return field


@strawberry.type(description="The answer to a need.")
class Match:
    suppliers: MatchConnection = paged(10, True, "Suppliers that fit, best first.")
    excluded: list[Exclusion] = paged(20, False, "Suppliers left out by a rule, with the reason.")
    model_version: str = strawberry.field(description="The model that ranked.")
    as_of: date = strawberry.field(description="The day up to which facts were used.")
    degraded: bool = strawberry.field(
        description="True when the fallback ranked: no trained model fits the data or the need."
    )
    understood: bool = strawberry.field(
        description="False when the hub knows no word, category, lot or framework of the need: the "
        "order then says nothing about it."
    )
    hash: str = strawberry.field(description="The same need, data and model give the same hash.")
    took_ms: float = strawberry.field(description="Milliseconds from the need to the order.")


RECORDS = frozenset(
    {"Match", "MatchConnection", "MatchEdge", "MatchedSupplier", "Reason", "Evidence", "Exclusion"}
)


async def match_suppliers(info: Info, need: NeedInput) -> Any:
    """Two statements: one before the ranking, one for all that is shown."""
    return await Answer.to(info, need.asked())
