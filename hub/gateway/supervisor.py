"""What `make run` does: servers, migrations, data, snapshot, model, gateway, and a table."""

import asyncio
import shutil
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from graph import embedded
from graph.errors import Conflict, Unavailable
from hub.demo.sizes import Order
from hub.demo.world import write_world
from hub.gateway import valkey
from hub.gateway.held import CUT_OFF, Held, held
from hub.gateway.instance import only_one
from hub.gateway.progress import Steps
from hub.gateway.serving import demand_port, serve
from hub.gateway.session import open_hub
from hub.gateway.settings import Settings
from hub.gateway.welcome import welcome
from hub.worker.snapshots import write_snapshot
from ranking.registry import Registry
from ranking.snapshot import Snapshot
from ranking.training import train

LEAST_FREE = 500 * 2**20  # bytes; below this the embedded graph may lose what it acknowledges
SEED = 1
NEWEST = 4  # quarters whose models a start makes; `hub train` makes all
LAST = "9999-12-31T23:59:59Z"  # after any cut-off: the newest model


def supervise(settings: Settings, paths: Sequence[Path], size: str) -> int:
    """Prepare everything, then serve until SIGTERM or Ctrl-C; every child is stopped at the end.

    Raises HubError with one line when something that is needed can't be had.
    """
    for path in paths:
        if not path.exists():
            raise Unavailable(f"There is nothing at {path}: DATA names files and folders to load.")
    steps = Steps(6)
    with only_one(settings.home), ExitStack() as children:
        demand_port(settings)
        demand_disk(settings.home)
        start_servers(settings, steps, children)
        load(settings, steps, paths, size)
        learn(settings, steps)
        with steps.step("Gateway"):
            pass

        async def tell(address: str) -> None:
            async with httpx.AsyncClient(base_url=address, trust_env=False, timeout=30) as client:
                print(await welcome(client, address, settings), flush=True)

        return serve(settings, ready=tell)


def demand_disk(home: Path) -> None:
    """Raise Unavailable when the disk is all but full."""
    free = shutil.disk_usage(home).free
    if free < LEAST_FREE:
        raise Unavailable(
            f"Only {free // 2**20} MB are free on the disk of {home}; the hub needs "
            f"{LEAST_FREE // 2**20} MB. Free some, or set HUB_HOME to another disk."
        )


def start_servers(settings: Settings, steps: Steps, children: ExitStack) -> None:
    """Start what is not configured; `children` stops it."""
    with steps.step("Graph: " + (settings.graph_uri or "embedded ArcadeDB")) as told:
        if settings.graph_uri is None:
            server = children.enter_context(embedded.start(settings.home, settings.graph_heap))
            if server.joined:
                # it ends with the command that started it, and would take the hub along
                raise Conflict(
                    f"Another hub command is at work on {settings.home}; wait until it has ended."
                )
            told.append(server.uri)
    with steps.step("Cache and sessions: embedded Valkey, or what is configured"):
        if not (settings.cache_url and settings.session_url):
            children.enter_context(valkey.start(settings.home))


def load(settings: Settings, steps: Steps, paths: Sequence[Path], size: str) -> None:
    """Bring the schema up to date; load `paths`, or the demo world into an empty graph."""
    from hub.gateway.loading import load_paths

    with steps.step("Migrations") as told:
        held = asyncio.run(what_is_held(settings))
        told.append(f"the graph {held.text}")
    if paths:
        with steps.step("Data: " + ", ".join(str(path) for path in paths)):
            accept(load_paths(paths, settings))
    elif held.empty or (held.cut_off and held.fictional):
        with (
            steps.step(f"Data: the fictional world, {size}"),
            TemporaryDirectory(prefix="hub-demo-") as folder,
        ):
            accept(load_paths(write_world(Path(folder), Order(size, SEED)), settings))
    elif held.cut_off:
        raise Unavailable(CUT_OFF)
    else:
        with steps.step("Data: what is there stays") as told:
            told.append('make run DATA="path …" loads more')


def accept(code: int) -> None:
    """Raise Unavailable for a load that could do nothing; single rows refused are reported."""
    if code not in (0, 3):
        raise Unavailable("The data could not be loaded; see the lines above.")


async def what_is_held(settings: Settings) -> Held:
    """What the graph holds before anything is loaded."""
    async with open_hub(settings) as graph:
        return await held(graph)


def learn(settings: Settings, steps: Steps) -> None:
    """Write the snapshot; train when it is a new one, or when its newest model can't be served."""
    before = known_version(settings)
    with steps.step("Snapshot and models") as told:
        snapshot = asyncio.run(fresh_snapshot(settings))
        told.append(f"data {snapshot.version[:12]}")
        newest = Registry(settings.home, snapshot).at(LAST)
        if snapshot.version != before or newest.degraded:
            series = train(snapshot, settings.home, None, indented, NEWEST)
            told.append(f"{len(series)} models" if series else "too few needs to learn from")
            told.append("hub train makes those of earlier quarters too")
            newest = Registry(settings.home, snapshot).at(LAST)
        told.append(f"newest model {newest.version}")


def known_version(settings: Settings) -> str | None:
    """The data version of the snapshot that is there."""
    try:
        return Snapshot.current(settings.home).version
    except Unavailable:
        return None


async def fresh_snapshot(settings: Settings) -> Snapshot:
    """The snapshot of what the graph holds now."""
    async with open_hub(settings) as graph:
        return Snapshot.open(await write_snapshot(graph, settings.home))


def indented(line: str) -> None:
    """Tell something within a step."""
    print(f"      {line}", flush=True)
