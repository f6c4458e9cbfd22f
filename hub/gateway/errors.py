"""Errors rendered once: a HubError becomes a coded GraphQL error or an HTTP answer."""

import logging
from collections.abc import Iterable
from typing import Any

import orjson
from graphql import GraphQLError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from graph.errors import HubError
from hub.gateway.logs import request_id

log = logging.getLogger("hub.errors")

STATUS = {
    "PERSISTED_QUERY_NOT_FOUND": 200,  # not every client reads an answer of 400 and sends the text
    "BAD_REQUEST": 400,
    "BAD_USER_INPUT": 400,
    "UNAUTHENTICATED": 401,
    "FORBIDDEN": 403,
    "NOT_FOUND": 404,
    "CONFLICT": 409,
    "LIMIT_EXCEEDED": 413,
    "RATE_LIMITED": 429,
    "INTERNAL": 500,
    "UNAVAILABLE": 503,
    "TIMEOUT": 504,
}
CODES = {404: "NOT_FOUND", 413: "LIMIT_EXCEEDED", 429: "RATE_LIMITED", 503: "UNAVAILABLE"}
MASKED = "Something went wrong on our side. Quote the request id if you report it."
RETRY = "1"  # seconds after which it is worth asking again


def coded(error: GraphQLError) -> dict[str, Any]:
    """The error as it goes out: its code always, a fault of ours without its text."""
    formatted: dict[str, Any] = dict(error.formatted)
    cause = _cause(error)
    if isinstance(cause, HubError) and cause.code != "INTERNAL":
        # Without a path it is a value that a scalar refused: graphql-core's text says which one.
        formatted["message"] = cause.message if error.path else error.message
        formatted["extensions"] = {**cause.extensions, "code": cause.code}
    elif cause and error.path:
        log.error("fault in a resolver", exc_info=cause, extra={"fields": {"path": error.path}})
        formatted["message"] = MASKED
        formatted["extensions"] = {"code": "INTERNAL", "requestId": request_id.get()}
    else:
        formatted["extensions"] = {"code": "BAD_USER_INPUT", **(error.extensions or {})}
    return formatted


def _cause(error: GraphQLError) -> Exception | None:
    """What a resolver or a scalar raised; a GraphQLError only from a scalar that can't be shown.

    graphql-core's own errors say where in the document they are; what a scalar raises does not.
    """
    cause = error.original_error
    while isinstance(cause, GraphQLError) and cause.original_error is not None:
        cause = cause.original_error
    return None if isinstance(cause, GraphQLError) and cause.nodes else cause


def with_code(errors: Iterable[GraphQLError], code: str) -> list[GraphQLError]:
    """The same errors, each with `code`."""
    return [
        GraphQLError(
            e.message,
            nodes=e.nodes,
            source=e.source,
            positions=e.positions,
            extensions={"code": code},
        )
        for e in errors
    ]


def as_graphql(error: HubError) -> GraphQLError:
    """A HubError that concerns the whole request."""
    return GraphQLError(error.message, extensions={**error.extensions, "code": error.code})


def body(message: str, code: str, **extensions: object) -> bytes:
    """One coded error in GraphQL's form, which every endpoint answers with."""
    error = {"message": message, "extensions": {**extensions, "code": code}}
    return orjson.dumps({"errors": [error]}, default=str)


def told(error: Exception) -> dict[str, Any]:
    """One error that concerns a whole operation, where no HTTP answer carries it."""
    if isinstance(error, HubError) and error.code != "INTERNAL":
        return coded(as_graphql(error))
    log.error("fault in an operation", exc_info=error)
    return {"message": MASKED, "extensions": {"code": "INTERNAL", "requestId": request_id.get()}}


def answer(error: HubError, media_type: str = "application/json") -> Response:
    """The HTTP answer to a HubError."""
    if error.code == "INTERNAL":
        return masked(error)
    content = body(error.message, error.code, **error.extensions)
    response = Response(content, STATUS.get(error.code, 400), media_type=media_type)
    if error.code in ("UNAVAILABLE", "RATE_LIMITED"):
        response.headers["Retry-After"] = str(error.extensions.get("retryAfter", RETRY))
    return response


def masked(error: BaseException) -> Response:
    """The HTTP answer to a fault of ours; the log has the rest, under the same request id."""
    log.error("fault in a request", exc_info=error)
    content = body(MASKED, "INTERNAL", requestId=request_id.get())
    return Response(content, 500, media_type="application/json")


async def on_hub_error(request: Request, error: Exception) -> Response:
    """Starlette's handler for HubError."""
    assert isinstance(error, HubError)
    return answer(error)


async def on_http_error(request: Request, error: Exception) -> Response:
    """Starlette's handler for its own errors (no such path, wrong method)."""
    assert isinstance(error, HTTPException)
    content = body(str(error.detail), CODES.get(error.status_code, "BAD_REQUEST"))
    headers = dict(error.headers or {})
    return Response(content, error.status_code, headers=headers, media_type="application/json")
