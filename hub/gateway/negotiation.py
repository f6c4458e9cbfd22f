"""Which of GraphQL's two media types or events a client wants, and what it may send."""

from collections.abc import Collection, Mapping
from urllib.parse import urlsplit

GRAPHQL = "application/graphql-response+json"
JSON = "application/json"
EVENTS = "text/event-stream"

# A page of another site can make a browser send these without asking us first (CORS "simple").
SIMPLE = ("", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data")
PREFLIGHT = ("graphql-require-preflight", "apollo-require-preflight", "x-apollo-operation-name")

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def media_type(accept: str | None) -> str:
    """The answer's media type by q-value; a tie goes to the new type, no match to JSON."""
    best, weight = JSON, 0.0
    for part in (accept or "*/*").lower().split(","):
        name, _, rest = part.strip().partition(";")
        quality = _quality(rest)
        offered = {
            GRAPHQL: GRAPHQL,
            "application/*": GRAPHQL,
            JSON: JSON,
            "*/*": JSON,
            EVENTS: EVENTS,
        }.get(name.strip())
        if offered and (quality > weight or (quality == weight > 0 and offered == GRAPHQL)):
            best, weight = offered, quality
    return best


def _quality(parameters: str) -> float:
    for parameter in parameters.split(";"):
        name, _, value = parameter.strip().partition("=")
        if name.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0


def wants_page(accept: str | None) -> bool:
    """Whether it is a browser that opens the address: it names text/html, programs don't."""
    return "text/html" in (accept or "").lower()


def forgeable(content_type: str | None, headers: set[str]) -> bool:
    """Whether another site's page could have sent this through a browser without a preflight."""
    kind = (content_type or "").partition(";")[0].strip().lower()
    return kind in SIMPLE and not headers.intersection(PREFLIGHT)


def foreign(headers: Mapping[str, str], own: Collection[str]) -> bool:
    """Whether a page of another site opened this connection, for which browsers ask nobody.

    `own`: the origins that may. A program names none; one that sends a cookie all the same may be
    a browser that hides it.
    """
    origin = headers.get("origin")
    return "cookie" in headers if origin is None else origin.lower() not in own


def origins(public_url: str, port: int, *, development: bool) -> frozenset[str]:
    """The hub's own origins; in development by any name of this machine."""
    parts = urlsplit(public_url.lower())
    local = {f"http://{name}:{port}" for name in LOOPBACK} if development else set[str]()
    return frozenset(local | {f"{parts.scheme}://{parts.netloc}"})
