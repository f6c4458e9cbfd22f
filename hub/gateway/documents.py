"""Documents checked once: counted, parsed, limited, validated; the good ones are remembered."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    NoSchemaIntrospectionCustomRule,
    OperationDefinitionNode,
    parse,
    specified_rules,
    validate,
)

from graph.errors import HubError
from hub.gateway import errors, limits
from hub.gateway.cost import Priced, Pricing

KEPT = 512  # documents
LONGEST = 16_384  # characters of a document that is kept: a longer one is checked each time
SHOWN = 5  # errors of one document: ten for ten unknown names would be an echo for a scanner


class Refused(Exception):
    """The document is not run; `errors` are coded."""

    def __init__(self, found: list[GraphQLError]) -> None:
        super().__init__(found)
        self.errors = found


@dataclass(frozen=True, slots=True)
class Checked:
    """A document that is fit to run, and what its operations cost, by name."""

    document: DocumentNode
    prices: Mapping[str | None, Priced]


class Documents:
    """The documents of one schema. Not for use by several threads."""

    def __init__(self, schema: GraphQLSchema, maxima: limits.Limits, *, hardened: bool) -> None:
        self.schema = schema
        self.maxima = maxima
        self.hardened = hardened
        # Built once: a rule made per request would cost its own class each time.
        self.rules = (*specified_rules, *([NoSchemaIntrospectionCustomRule] if hardened else []))
        self.kept = lru_cache(KEPT)(self.read)  # what raises is not kept

    def checked(self, text: str) -> Checked:
        """The document, fit to run; the same object for the same text. Raises Refused."""
        return self.kept(text) if len(text) <= LONGEST else self.read(text)

    def read(self, text: str) -> Checked:
        """Counts, parses, limits, validates and prices a document. Raises Refused."""
        try:
            limits.check_text(text, self.maxima)
            document = parse(text, max_tokens=self.maxima.tokens, allow_empty_selection_sets=False)
            limits.check(document, self.maxima)
        except GraphQLSyntaxError as error:
            raise Refused(errors.with_code([error], "GRAPHQL_PARSE_FAILED")) from error
        except HubError as error:
            raise Refused([errors.as_graphql(error)]) from error
        found = validate(
            self.schema, document, self.rules, max_errors=SHOWN, hide_suggestions=self.hardened
        )
        if found:
            raise Refused(errors.with_code(found[:SHOWN], "GRAPHQL_VALIDATION_FAILED"))
        return Checked(document, self.prices(document))

    def prices(self, document: DocumentNode) -> dict[str | None, Priced]:
        """What each operation costs. Raises Refused when one follows too many relations."""
        pricing = Pricing(self.schema, document)
        found: dict[str | None, Priced] = {}
        for node in document.definitions:
            if isinstance(node, OperationDefinitionNode):
                found[node.name.value if node.name else None] = priced = pricing.operation(node)
                if priced.hops > self.maxima.hops:
                    over = limits.exceeded("hops", priced.hops, self.maxima.hops)
                    raise Refused([errors.as_graphql(over)])
        return found
