"""Requests that are meant to hurt, by name; each is to be refused before any statement runs."""

from typing import Any

import orjson

HUGE = 5 * 2**20  # bytes
NEST = "contracts(first: 1) { nodes { buyer { "


def deep(levels: int) -> str:
    """Fields inside one another, through relations that lead back."""
    rounds = levels // 3
    return "{ buyers(first: 1) { nodes { " + NEST * rounds + "id" + " } } }" * (rounds + 1)


def doubling(levels: int) -> str:
    """Each fragment spreads the next one twice: 2 to the power of `levels` fields."""
    spreads = (f"fragment f{n} on Query {{ ...f{n + 1} ...f{n + 1} }}" for n in range(levels))
    return " ".join(["{ ...f0 }", *spreads, f"fragment f{levels} on Query {{ hub {{ version }} }}"])


def wide(hops: int) -> str:
    """Many relations of one contract: the engine would plan for most of a minute."""
    parts = (f"a{n}: suppliers(first: 1) {{ nodes {{ id }} }}" for n in range(hops))
    return '{ contract(id: "con-0") { ' + " ".join(parts) + " } }"


def request(query: str, **variables: Any) -> bytes:
    """The body of a request."""
    return orjson.dumps({"query": query, "variables": variables})


PAGES = "query($n: Int) { contracts(first: $n) { nodes { id } } }"
FILTERED = "query($w: ContractWhere) { contracts(where: $w) { nodes { id } } }"
NESTING = b'{"AND":[' * 400 + b"{}" + b"]}" * 400
ROWS = "suppliers(first: 100) { nodes { id } }"
NESTED = f"buyers(first: 100) {{ nodes {{ contracts(first: 100) {{ nodes {{ {ROWS} }} }} }} }}"
REQUESTS: dict[str, bytes] = {
    "depth 50": request(deep(50)),
    "1,000 aliases": request("{ " + " ".join(f"a{n}: __typename" for n in range(1000)) + " }"),
    "100 aliases of a root": request(
        "{ " + " ".join(f"a{n}: hub {{ version }}" for n in range(100)) + " }"
    ),
    "a fragment in itself": request("{ ...f } fragment f on Query { hub { version } ...f }"),
    "fragments in a ring": request(
        "{ ...f } fragment f on Query { ...g } fragment g on Query { ...f }"
    ),
    "doubling, 20 levels": request(doubling(20)),
    "doubling, 90 levels": request(doubling(90)),
    "100 directives": request("{ hub { version" + " @include(if: true)" * 100 + " } }"),
    "490 unknown directives": request("{ hub { version" + " @a" * 490 + " } }"),
    "first: 1000000000": request("{ contracts(first: 1000000000) { nodes { id } } }"),
    "first: 1e9": request("{ contracts(first: 1e9) { nodes { id } } }"),
    "first: $n of 1000000000": request(PAGES, n=1_000_000_000),
    "first: $n of 1e30": request(PAGES, n=1e30),
    "first: -1000000": request("{ contracts(first: -1000000) { nodes { id } } }"),
    "pages of 100, three deep": request("{ " + NESTED + " }"),
    "25 relations": request(wide(25)),
    "30,000 fields": request("{" + " __typename" * 30_000 + " }"),
    "90,000 open braces": request("{a" * 90_000),
    "a string that never ends": request('{ a(b: "' + "x" * 900_000),
    "a body of 5 MB": request("{ hub { version } } #" + "x" * HUGE),
    "100 operations in one body": b"[" + b",".join([request("{ hub { version } }")] * 100) + b"]",
    "a filter 400 deep": request(FILTERED, w="?").replace(b'"?"', NESTING),
    "a filter of 5,000 values": request(
        FILTERED,
        w={"id": {"in": ["x"] * 5000}},
    ),
    "101 ids": request("query($i: [ID!]!) { nodes(ids: $i) { id } }", i=["con-0"] * 101),
}
