"""GraphQL over HTTP: one operation a request, negotiated media types, coded errors."""

from collections.abc import Awaitable, Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

import orjson
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket
from strawberry.schema import Schema

from graph.errors import BadRequest, Forbidden, HubError
from hub.gateway import errors
from hub.gateway.executing import Answer, Executor, NotByGet, Operation
from hub.gateway.negotiation import (
    EVENTS,
    GRAPHQL,
    JSON,
    foreign,
    forgeable,
    media_type,
    origins,
    wants_page,
)
from hub.gateway.persisted import PersistedQueryNotFound, hash_of
from hub.gateway.rates import Account, client_of
from hub.gateway.settings import Settings
from hub.gateway.sockets import Connection
from hub.gateway.watching import Watch

PAGE = Path(__file__).parent / "pages" / "graphiql.html"
# Its own policy: the page draws icons and fonts from data in its style sheet.
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; font-src 'self' data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
MakeContext = Callable[[HTTPConnection], Awaitable[Any]]


class GraphQLEndpoint:
    """The HTTP of the specification around `Executor`: nothing here knows how an answer is made."""

    def __init__(
        self, schema: Schema, context: MakeContext, settings: Settings, watch: Watch | None = None
    ) -> None:
        """`context` makes the resolvers' context of a request; a HubError of it is the answer."""
        self.executor = Executor(schema, settings, watch)
        self.context = context
        self.page = settings.profile == "development"
        self.any_get = settings.profile == "conformance"
        self.origins = origins(settings.public_url, settings.port, development=self.page)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request, or speak on a WebSocket; every refusal is JSON with a code."""
        if scope["type"] == "websocket":
            return await self.converse(WebSocket(scope, receive, send))
        request = Request(scope, receive)
        wanted = media_type(request.headers.get("accept"))
        account = self.account(request)
        try:
            response = await self.respond(request, wanted, account)
        except NotByGet as error:
            response = self.refusal(405, error.message, wanted)
        except HTTPException as error:
            response = self.refusal(error.status_code, error.detail, wanted)
        except HubError as error:
            response = errors.answer(error, typed(wanted))
        response.headers.update(account.headers)
        response.headers.add_vary_header("Accept")
        response.headers.setdefault("Cache-Control", "no-store")
        await response(scope, receive, send)

    async def converse(self, socket: WebSocket) -> None:
        """A connection of graphql-transport-ws; one from another site's page is refused."""
        if foreign(socket.headers, self.origins):
            refusal = errors.answer(Forbidden("Pages of other sites may not connect."))
            return await socket.send_denial_response(refusal)

        async def run(operation: Operation) -> Answer:
            context = await self.context(socket)
            return await self.executor.execute(operation, context, self.account(socket).charge)

        await Connection(socket, operation_of, run).serve()

    def account(self, request: HTTPConnection) -> Account:
        """Who pays for what a request asks for: its address, until somebody signs in."""
        return Account(
            self.executor.rates, client_of(request.client.host if request.client else "")
        )

    async def respond(self, request: Request, wanted: str, account: Account) -> Response:
        """The page or the answer. Raises HTTPException, HubError."""
        if self.shows_page(request):
            headers = {"Content-Security-Policy": PAGE_POLICY, "Cache-Control": "private, no-cache"}
            return HTMLResponse(PAGE.read_bytes(), headers=headers)
        if request.method == "GET":
            return await self.respond_to_get(request, wanted, account)
        self.demand_allowed(request)
        operation = await read_operation(request)
        context = await self.context(request)
        answer = await self.executor.execute(operation, context, account.charge)
        return written(answer, wanted)

    async def respond_to_get(self, request: Request, wanted: str, account: Account) -> Response:
        """The answer to a trusted document, which caches may keep. Raises HTTPException, HubError.

        It is read as nobody in particular, so it comes without a cookie.
        """
        operation = await read_operation(request)
        free = self.any_get and operation.text is not None
        if not free:
            self.demand_trusted(request, operation)
        context = await self.context(request)
        answer = await self.executor.execute(operation, context, account.charge)
        response = written(answer, wanted)
        return response if free or answer.errors else revalidated(request, response)

    def demand_trusted(self, request: Request, operation: Operation) -> None:
        """Raises HTTPException, HubError unless it is a trusted document, asked for by nobody."""
        if operation.text is not None or operation.hash is None:
            raise HTTPException(405, "Send the operation by POST as JSON.")
        if operation.hash not in self.executor.persisted.trusted.by_hash:
            raise PersistedQueryNotFound
        if {"cookie", "authorization"}.intersection(request.headers.keys()):
            raise Forbidden("A GET is for nobody in particular: send no cookie, or send a POST.")

    def demand_allowed(self, request: Request) -> None:
        """Raises HTTPException for a method or content type that is not served."""
        if request.method != "POST":
            raise HTTPException(405, "Send the operation by POST as JSON.")
        kind = request.headers.get("content-type", "")
        if kind.partition(";")[0].strip().lower() != JSON:
            refused = 400 if forgeable(kind, set(request.headers.keys())) else 415
            raise HTTPException(refused, "Send Content-Type: application/json.")

    def shows_page(self, request: Request) -> bool:
        """Is it a browser that opens the address, and are there pages in this profile?"""
        return (
            self.page
            and request.method == "GET"
            and not {"query", "documentId", "extensions"}.intersection(request.query_params)
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
    return operation_of(parts, reading=request.method == "GET")


def operation_of(parts: Mapping[str, Any], *, reading: bool = False) -> Operation:
    """An operation of its parts. Raises BadRequest when one is of the wrong type."""
    return Operation(
        text=part(parts, "query", str),
        hash=hash_of(parts),
        variables=part(parts, "variables", dict) or {},
        name=part(parts, "operationName", str),
        extensions=part(parts, "extensions", dict) or {},
        reading=reading,
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
    if wanted == EVENTS:
        return events(answer)
    refused = wanted == GRAPHQL and not answer.executed
    response = Response(
        orjson.dumps(answer.payload), 400 if refused else 200, media_type=typed(wanted)
    )
    if answer.unavailable:
        response.status_code = 503
        response.headers["Retry-After"] = errors.RETRY
    return response


def events(answer: Answer) -> Response:
    """The answer as the events of graphql-sse: the one there is, and that it was the last."""
    data = orjson.dumps(answer.payload)
    content = b"event: next\ndata: " + data + b"\n\nevent: complete\ndata:\n\n"
    return Response(content, media_type=EVENTS)


def revalidated(request: Request, response: Response) -> Response:
    """Lets caches keep an answer and ask whether it still holds; 304 when it does.

    The tag is weak, as one answer may go out compressed in several ways.
    """
    tag = f'W/"{sha256(response.body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "public, no-cache"}
    known = {each.strip() for each in request.headers.get("if-none-match", "").split(",")}
    if known & {tag, tag.removeprefix("W/"), "*"}:
        return Response(status_code=304, headers=headers)
    response.headers.update(headers)
    return response


def typed(wanted: str) -> str:
    """The media type with its charset where it has one; what is refused is JSON in any case."""
    if wanted == EVENTS:
        return JSON
    return f"{wanted}; charset=utf-8" if wanted == GRAPHQL else wanted
