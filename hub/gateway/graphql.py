"""GraphQL over HTTP: one operation a request, negotiated media types, coded errors."""

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any, cast

import orjson
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import Receive, Scope, Send
from strawberry.schema import Schema

from graph.errors import BadRequest, HubError
from hub.gateway import errors
from hub.gateway.executing import Answer, Executor, NotByGet, Operation
from hub.gateway.negotiation import GRAPHQL, forgeable, media_type, wants_page
from hub.gateway.settings import Settings

PAGE = Path(__file__).parent / "pages" / "graphiql.html"
# Its own policy: the page draws icons and fonts from data in its style sheet.
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; font-src 'self' data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
MakeContext = Callable[[Request], Awaitable[Any]]


class GraphQLEndpoint:
    """The HTTP of the specification around `Executor`: nothing here knows how an answer is made."""

    def __init__(self, schema: Schema, context: MakeContext, settings: Settings) -> None:
        """`context` makes the resolvers' context of a request; a HubError of it is the answer."""
        self.executor = Executor(schema, settings)
        self.context = context
        self.page = settings.profile == "development"
        self.any_get = settings.profile == "conformance"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request; every refusal is JSON with a code."""
        request = Request(scope, receive)
        wanted = media_type(request.headers.get("accept"))
        try:
            response = await self.respond(request, wanted)
        except NotByGet as error:
            response = self.refusal(405, error.message, wanted)
        except HTTPException as error:
            response = self.refusal(error.status_code, error.detail, wanted)
        except HubError as error:
            response = errors.answer(error, typed(wanted))
        response.headers.add_vary_header("Accept")
        response.headers.setdefault("Cache-Control", "no-store")
        await response(scope, receive, send)

    async def respond(self, request: Request, wanted: str) -> Response:
        """The page or the answer. Raises HTTPException, HubError."""
        if self.shows_page(request):
            headers = {"Content-Security-Policy": PAGE_POLICY, "Cache-Control": "private, no-cache"}
            return HTMLResponse(PAGE.read_bytes(), headers=headers)
        self.demand_allowed(request)
        operation = await read_operation(request)
        answer = await self.executor.execute(operation, await self.context(request))
        return written(answer, wanted)

    def demand_allowed(self, request: Request) -> None:
        """Raises HTTPException for a method or content type that is not served."""
        if request.method == "GET" and self.any_get:
            return
        if request.method != "POST":
            raise HTTPException(405, "Send the operation by POST as JSON.")
        kind = request.headers.get("content-type")
        if forgeable(kind, set(request.headers.keys())):
            raise HTTPException(400, "Send Content-Type: application/json.")
        if (kind or "").partition(";")[0].strip().lower() != "application/json":
            raise HTTPException(415, "Send Content-Type: application/json.")

    def shows_page(self, request: Request) -> bool:
        """Is it a browser that opens the address, and are there pages in this profile?"""
        return (
            self.page
            and request.method == "GET"
            and "query" not in request.query_params
            and wants_page(request.headers.get("accept"))
        )

    def refusal(self, status: int, message: str, wanted: str) -> Response:
        """A request that HTTP alone refuses."""
        content = errors.body(message, "BAD_REQUEST")
        response = Response(content, status, media_type=typed(wanted))
        if status == 405:
            response.headers["Allow"] = "GET, POST" if self.any_get else "POST"
        return response


async def read_operation(request: Request) -> Operation:
    """The one operation of a request, with parts of the right types. Raises BadRequest."""
    if request.method == "GET":
        parts: dict[str, Any] = dict(request.query_params)
        for name in ("variables", "extensions"):
            if name in parts:
                parts[name] = read_json(parts[name], name)
    else:
        parts = demand_object(read_json(await request.body(), "body"))
    return Operation(
        text=part(parts, "query", str),
        variables=part(parts, "variables", dict) or {},
        name=part(parts, "operationName", str),
        extensions=part(parts, "extensions", dict) or {},
        reading=request.method == "GET",
    )


def read_json(text: str | bytes, what: str) -> Any:
    """What a text holds. Raises BadRequest."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise BadRequest(f"The request's {what} is not JSON: {error.msg}.") from error


def demand_object(data: object) -> dict[str, Any]:
    """The body, which is a JSON object. Raises BadRequest."""
    if isinstance(data, list):
        raise BadRequest("Send one operation a request: batches are not supported.")
    if not isinstance(data, dict):
        raise BadRequest("The request's body is a JSON object: an operation.")
    return cast(dict[str, Any], data)


def part(data: Mapping[str, Any], name: str, kind: type[Any]) -> Any:
    """One part of a request, or None. Raises BadRequest for one of another type."""
    value = data.get(name)
    if value is not None and not isinstance(value, kind):
        form = "text" if kind is str else "an object"
        raise BadRequest(f"The request is a JSON object; its `{name}` is {form} or null.")
    return value


def written(answer: Answer, wanted: str) -> Response:
    """The answer in the media type that is wanted; only the new one tells by the status."""
    refused = wanted == GRAPHQL and not answer.executed
    response = Response(
        orjson.dumps(answer.payload), 400 if refused else 200, media_type=typed(wanted)
    )
    if answer.unavailable:
        response.status_code = 503
        response.headers["Retry-After"] = errors.RETRY
    return response


def typed(wanted: str) -> str:
    """The media type with its charset where it has one."""
    return f"{wanted}; charset=utf-8" if wanted == GRAPHQL else wanted
