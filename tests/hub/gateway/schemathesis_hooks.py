"""What schemathesis can't know of our schema; it loads this in an environment of its own."""

from typing import Any

import graphql
import schemathesis  # pyright: ignore[reportMissingImports]
from hypothesis import strategies as st
from schemathesis.graphql import nodes  # pyright: ignore[reportMissingImports]

# The codes by which the hub tells a client what to change. Its own check knows some of them only,
# and takes LIMIT_EXCEEDED at a field for a fault of the server.
REFUSALS = {
    "BAD_REQUEST",
    "BAD_USER_INPUT",
    "FORBIDDEN",
    "GRAPHQL_PARSE_FAILED",
    "GRAPHQL_VALIDATION_FAILED",
    "LIMIT_EXCEEDED",
    "NOT_FOUND",
}

amounts = st.decimals(-(10**12), 10**12, places=2).map(str)
schemathesis.graphql.scalar("Decimal", amounts.map(nodes.String))
# What a router sends: the type and its key, and what else a stranger may think of.
bodies = st.sampled_from(("Buyer", "Supplier", "Contract", "Product", "Hub", "None")).flatmap(
    lambda type: st.sampled_from(('id: "x"', "id: 5", "id: {}", 'name: "x"', "")).map(
        lambda key: graphql.parse_value(f'{{__typename: "{type}", {key}}}')
    )
)
schemathesis.graphql.scalar("_Any", bodies)


@schemathesis.check  # pyright: ignore[reportUntypedFunctionDecorator]
def every_error_is_a_coded_refusal(ctx: Any, response: Any, case: Any) -> None:
    """No 5xx, and no error but those by which a client is told what to change."""
    assert response.status_code < 500, response.status_code
    for error in response.json().get("errors", ()):
        assert error["extensions"]["code"] in REFUSALS, error
