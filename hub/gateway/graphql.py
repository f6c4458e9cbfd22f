"""GraphQL over HTTP: one operation a request, negotiated media types, coded errors."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import orjson
from cross_web import AsyncHTTPRequestAdapter, HTTPException
from graphql import GraphQLSchema, OperationType, execute, get_operation_ast
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL
from strawberry.http import GraphQLHTTPResponse, GraphQLRequestData
from strawberry.schema import Schema
from strawberry.types import ExecutionResult

from graph.errors import HubError, TimedOut
from hub.gateway import errors
from hub.gateway.documents import Documents, Refused
from hub.gateway.limits import Limits
from hub.gateway.negotiation import GRAPHQL, forgeable, media_type, wants_page
from hub.gateway.settings import Settings

PAGE = Path(__file__).parent / "pages" / "graphiql.html"
# Its own policy: the page draws icons and fonts from data in its style sheet.
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; font-src 'self' data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
OUTCOME = "hub.outcome"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the status line says of a result."""

    executed: bool
    unavailable: bool


class GraphQLEndpoint(GraphQL[Any, None]):
    """Strawberry's view with the HTTP of the specification, our limits and our error codes."""

    def __init__(
        self, schema: Schema, context: Callable[[Request], Awaitable[Any]], settings: Settings
    ) -> None:
        """`context` makes the resolvers' context of a request; a HubError of it is the answer."""
        development = settings.profile == "development"
        super().__init__(schema, graphql_ide="graphiql" if development else None)
        self.make_context = context
        self.any_get = settings.profile == "conformance"
        self.seconds = settings.limit_seconds
        self.hardened = settings.profile == "production"
        self.core: GraphQLSchema = schema._schema  # pyright: ignore[reportPrivateUsage]
        self.executor = schema.execution_context_class
        self.documents = Documents(self.core, _limits(settings), hardened=self.hardened)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request; every refusal is JSON with a code."""
        request = Request(scope, receive)
        wanted = media_type(request.headers.get("accept"))
        try:
            response = await self._answered(request, wanted)
        except HTTPException as error:
            content = errors.body(error.reason, "BAD_REQUEST")
            response = Response(content, error.status_code, media_type=_typed(wanted))
            if error.status_code == 405:
                response.headers["Allow"] = "GET, POST" if self.any_get else "POST"
        except HubError as error:
            response = errors.answer(error, _typed(wanted))
        response.headers.add_vary_header("Accept")
        response.headers.setdefault("Cache-Control", "no-store")
        await response(scope, receive, send)

    async def _answered(self, request: Request, wanted: str) -> Response:
        self._demand_allowed(request)
        response = await self.run(request)
        outcome = cast(Outcome | None, request.scope.get(OUTCOME))
        if outcome is None:  # the query page
            return response
        response.headers["Content-Type"] = _typed(wanted)
        if not outcome.executed and wanted == GRAPHQL:
            response.status_code = 400
        if outcome.unavailable:
            response.status_code = 503
            response.headers["Retry-After"] = errors.RETRY
        return response

    def _demand_allowed(self, request: Request) -> None:
        if request.method == "GET" and (self.any_get or self._shows_page(request)):
            return
        if request.method != "POST":
            raise HTTPException(405, "Send the operation by POST as JSON.")
        kind = request.headers.get("content-type")
        if forgeable(kind, set(request.headers.keys())):
            raise HTTPException(400, "Send Content-Type: application/json.")
        if (kind or "").partition(";")[0].strip().lower() != "application/json":
            raise HTTPException(415, "Send Content-Type: application/json.")

    def _shows_page(self, request: Request) -> bool:
        return (
            self.graphql_ide is not None
            and request.method == "GET"
            and "query" not in request.query_params
            and wants_page(request.headers.get("accept"))
        )

    def should_render_graphql_ide(self, request: Any) -> bool:
        """Only to a browser; Strawberry would show it to `*/*` too."""
        return (
            self.graphql_ide is not None
            and request.method == "GET"
            and request.query_params.get("query") is None
            and wants_page(request.headers.get("accept"))
        )

    async def render_graphql_ide(self, request: Request) -> Response:
        """Our own page: no script from elsewhere."""
        headers = {"Content-Security-Policy": PAGE_POLICY, "Cache-Control": "private, no-cache"}
        return HTMLResponse(PAGE.read_bytes(), headers=headers)

    async def parse_http_body(self, request: AsyncHTTPRequestAdapter) -> GraphQLRequestData:
        """One operation with parts of the right types. Raises HTTPException."""
        if request.method == "GET":
            data: Any = self.parse_query_params(request.query_params)
        else:
            data = self.parse_json(await request.get_body())
        if isinstance(data, list):
            raise HTTPException(400, "Send one operation a request: batches are not supported.")
        query = _part(data, "query", str)
        if not query:
            raise HTTPException(400, 'Send {"query": "…"}: there is no query in the request.')
        return GraphQLRequestData(
            query=query,
            variables=_part(data, "variables", dict),
            operation_name=_part(data, "operationName", str),
            extensions=_part(data, "extensions", dict),
            protocol="http",
        )

    async def execute_operation(
        self,
        request: Request,
        request_adapter: AsyncHTTPRequestAdapter,
        request_data: GraphQLRequestData | list[GraphQLRequestData],
        context: Any,
        root_value: None,
        sub_response: Response,
    ) -> ExecutionResult:
        """Check the document, then run it within the deadline."""
        assert isinstance(request_data, GraphQLRequestData)
        try:
            document = self.documents.checked(request_data.query or "")
        except Refused as refused:
            return ExecutionResult(data=None, errors=refused.errors)
        operation = get_operation_ast(document, request_data.operation_name)
        if operation is None:
            raise HTTPException(400, "operationName must name one operation of the document.")
        if request.method == "GET" and operation.operation != OperationType.QUERY:
            raise HTTPException(405, "A mutation is sent by POST.")
        ran = execute(
            self.core,
            document,
            context_value=context,
            variable_values=request_data.variables,
            operation_name=request_data.operation_name,
            executor_class=self.executor,
            hide_suggestions=self.hardened,
            operation_extensions=request_data.extensions,
        )
        if isinstance(ran, Awaitable):
            try:
                async with asyncio.timeout(self.seconds):
                    ran = await ran
            except TimeoutError:
                raise TimedOut(f"The answer took longer than {self.seconds} s.") from None
        return ExecutionResult(data=ran.data, errors=ran.errors)

    async def process_result(
        self, request: Request, result: ExecutionResult
    ) -> GraphQLHTTPResponse:
        """The response body; remembers what the status line needs to know."""
        found = result.errors or []
        shown = [errors.coded(error) for error in found]
        executed = not found or result.data is not None or any(error.path for error in found)
        codes = {error["extensions"]["code"] for error in shown}
        empty = not any(value is not None for value in (result.data or {}).values())
        request.scope[OUTCOME] = Outcome(executed, empty and codes == {"UNAVAILABLE"})
        body: dict[str, Any] = {"data": result.data} if executed else {}
        return cast(GraphQLHTTPResponse, {**body, "errors": shown} if shown else body)

    async def get_context(
        self, request: Request | WebSocket, response: Response | WebSocket
    ) -> Any:
        """The resolvers' context; the query page needs none."""
        assert isinstance(request, Request)
        return None if self._shows_page(request) else await self.make_context(request)

    def encode_json(self, data: object) -> bytes:
        """By orjson."""
        return orjson.dumps(data)

    def decode_json(self, data: str | bytes) -> object:
        """By orjson."""
        return orjson.loads(data)


def _limits(settings: Settings) -> Limits:
    return Limits(
        tokens=settings.limit_tokens,
        depth=settings.limit_depth,
        fields=settings.limit_fields,
        aliases=settings.limit_aliases,
        directives=settings.limit_directives,
    )


def _typed(wanted: str) -> str:
    return f"{wanted}; charset=utf-8" if wanted == GRAPHQL else wanted


def _part(data: object, name: str, kind: type[Any]) -> Any:
    value = cast(dict[str, Any], data).get(name) if isinstance(data, dict) else data
    if value is not None and not (isinstance(data, dict) and isinstance(value, kind)):
        form = "text" if kind is str else "an object"
        raise HTTPException(400, f"The request is a JSON object; its `{name}` is {form} or null.")
    return value
