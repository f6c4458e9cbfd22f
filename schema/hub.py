"""The hub itself: its version, its engine, and what it knows."""

from datetime import date

import strawberry

from resolvers import hub
from resolvers.context import Context


@strawberry.type(description="The graph engine behind the hub.")
class Engine:
    name: str = strawberry.field(description="arcadedb or neo4j.")
    version: str = strawberry.field(description="The engine's version.")


@strawberry.type(description="A data set that was loaded.")
class Source:
    id: strawberry.ID = strawberry.field(description="`src-…`; facts carry it as their source.")
    name: str = strawberry.field(description="The data set's name.")
    publisher: str = strawberry.field(description="Who publishes it.")
    licence: str = strawberry.field(description="Its licence, or that none is stated.")
    fictional: bool = strawberry.field(description="True for invented data.")
    fetched_at: date | None = strawberry.field(
        description="The day it was fetched, where that is known.", default=None
    )
    records: int = strawberry.field(description="Lines or releases loaded of it.")
    data_up_to: date | None = strawberry.field(description="The day of its newest fact.")

    @classmethod
    def of(cls, source: hub.Source) -> "Source":
        """From what the resolver found."""
        return cls(
            id=strawberry.ID(source.id),
            name=source.name,
            publisher=source.publisher,
            licence=source.licence,
            fictional=source.fictional,
            records=source.records,
            data_up_to=source.data_up_to,
        )


@strawberry.type(description="How many nodes of each noun the hub shows now.")
class Counts:
    buyers: int = strawberry.field(description="Organisations seen buying.")
    suppliers: int = strawberry.field(description="Organisations seen supplying.")
    contracts: int = strawberry.field(description="Contracts.")
    payments: int = strawberry.field(description="Payments.")
    categories: int = strawberry.field(description="Categories.")
    frameworks: int = strawberry.field(description="Frameworks.")
    procurements: int = strawberry.field(description="OCDS processes.")


@strawberry.type(description="This hub.")
class Hub:
    version: str = strawberry.field(description="The hub's version.")
    engine: Engine = strawberry.field(description="The graph engine behind it.")
    data_up_to: date | None = strawberry.field(
        description="Freshness: the day of the newest fact. (`asOf` is time travel.)"
    )
    sources: list[Source] = strawberry.field(description="The data sets that were loaded.")
    counts: Counts = strawberry.field(description="How much it holds.")
    sectors: list[str] = strawberry.field(
        description="The sectors of those that buy, in order: what a need may name."
    )

    @classmethod
    async def find(cls, ctx: Context) -> "Hub":
        """One statement."""
        found = await hub.figures(ctx)
        return cls(
            version=ctx.version,
            engine=Engine(name=ctx.graph.engine.name, version=ctx.graph.engine.version),
            data_up_to=found.data_up_to,
            sources=[Source.of(source) for source in found.sources],
            counts=Counts(**found.counts),
            sectors=found.sectors,
        )
