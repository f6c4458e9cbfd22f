"""A toy schema behind the real endpoint: each field fails in its own way."""

import asyncio
from pathlib import Path
from typing import Any, cast

import httpx
import strawberry
from starlette.requests import HTTPConnection
from strawberry.federation import Schema

from graph.driver import Graph
from graph.errors import BadInput, NotFound, Unavailable
from hub.gateway.graphql import GraphQLEndpoint
from hub.gateway.settings import Profile, Settings
from ranking.service import Ranker
from resolvers.context import Context


@strawberry.type
class Thing:
    name: str = "thing"

    @strawberry.field
    def inner(self) -> "Thing":
        return Thing()


@strawberry.type
class Query:
    @strawberry.field
    def thing(self, size: int = 1) -> Thing:
        return Thing()

    @strawberry.field
    def long(self) -> str:
        return "x" * 100_000

    @strawberry.field
    async def missing(self) -> str | None:
        raise NotFound("There is no such thing.", id="x")

    @strawberry.field
    async def wrong(self) -> str | None:
        raise BadInput("Give a number.")

    @strawberry.field
    async def away(self) -> str | None:
        raise Unavailable("The graph is away.")

    @strawberry.field
    async def fault(self) -> str | None:
        raise ValueError("a secret of the inside")

    @strawberry.field
    async def never(self) -> str | None:
        await asyncio.Event().wait()


@strawberry.type
class Mutation:
    @strawberry.mutation
    def change(self) -> str:
        return "changed"


async def nothing(request: HTTPConnection) -> Context:
    """A context with which nothing can be reached; the toy's fields need none."""
    return Context("anonymous", cast(Graph, None), cast(Ranker, None), "test")


TOY = Schema(query=Query, mutation=Mutation)


def endpoint(profile: Profile = "development", **settings: Any) -> GraphQLEndpoint:
    """The endpoint over the toy schema."""
    made = Settings(home=Path("unused"), profile=profile, **settings)
    return GraphQLEndpoint(TOY, nothing, made)


def client(profile: Profile = "development", **settings: Any) -> httpx.AsyncClient:
    """A client of that endpoint, in process."""
    transport = httpx.ASGITransport(app=endpoint(profile, **settings))
    return httpx.AsyncClient(transport=transport, base_url="http://hub")
