"""What `hub doctor` looks at: each check is ok, or says what to do."""

import asyncio
import importlib
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import httpx

from graph.errors import HubError, Unavailable
from hub.gateway.assets import STATIC
from hub.gateway.held import CUT_OFF, held
from hub.gateway.serving import demand_port
from hub.gateway.session import open_hub, open_store_urls
from hub.gateway.settings import Settings, derived_url
from hub.gateway.stores import open_stores
from ranking.registry import cut_offs
from ranking.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Finding:
    """One check; the hub works without what is not `needed`."""

    name: str
    good: bool
    text: str
    needed: bool = True


def findings(settings: Settings) -> Iterator[Finding]:
    """Every check in turn; those that ask servers start the embedded ones and stop them again."""
    for name, check, needed in CHECKS:
        try:
            yield Finding(name, True, check(settings), needed)
        except HubError as error:
            yield Finding(name, False, error.message, needed)


def _python(settings: Settings) -> str:
    return sys.version.split()[0]


def _settings(settings: Settings) -> str:
    return f"profile {settings.profile}, address {settings.public_url}"


def _folder(settings: Settings) -> str:
    probe = settings.home / ".doctor"
    try:
        settings.home.mkdir(parents=True, exist_ok=True, mode=0o700)
        probe.write_bytes(b"ok")
        probe.unlink()
    except OSError as error:
        raise Unavailable(f"{settings.home}: {error.strerror}. Set HUB_HOME.") from error
    return f"{settings.home}, {shutil.disk_usage(settings.home).free // 2**20:,} MB free"


def _port(settings: Settings) -> str:
    try:
        demand_port(settings)
    except Unavailable:
        if not _is_hub(derived_url(settings.host, settings.port)):
            raise
        return f"a hub runs on {settings.host}:{settings.port} already"
    return f"{settings.host}:{settings.port} is free"


def _is_hub(address: str) -> bool:
    try:
        return httpx.get(f"{address}/livez", timeout=2.0, trust_env=False).text == "ok\n"
    except httpx.HTTPError:
        return False


def _graph(settings: Settings) -> str:
    async def ask() -> str:
        async with open_hub(settings) as graph:
            await graph.ready()
            if (await held(graph)).cut_off:
                raise Unavailable(CUT_OFF)
            return f"{graph.engine.name} {graph.engine.version} answers, its schema is up to date"

    return asyncio.run(ask())


def _stores(settings: Settings) -> str:
    async def ask(cache: str, sessions: str) -> None:
        async with open_stores(cache, sessions) as stores:
            await stores.cache.ready()
            await stores.sessions.ready()

    with open_store_urls(settings) as urls:
        asyncio.run(ask(*urls))
    return "cache and sessions answer"


def _ranker(settings: Settings) -> str:
    try:
        return f"LightGBM {importlib.import_module('lightgbm').__version__}"
    except OSError as error:
        raise Unavailable("LightGBM lacks libgomp.so.1: install libgomp1.") from error


def _snapshot(settings: Settings) -> str:
    snapshot = Snapshot.current(settings.home)
    models = len(cut_offs(settings.home))
    if not models:
        raise Unavailable("No model yet, the fallback ranks: hub train.")
    return f"data up to {snapshot.data_up_to[:10]}, {models} models"


def _assets(settings: Settings) -> str:
    for name in ("govuk.css", "graphiql/graphiql.js"):
        if not (STATIC / name).is_file():
            raise Unavailable("Pages are plain, no query page: install npm, then make assets.")
    return "GOV.UK styles and GraphiQL are there"


CHECKS: tuple[tuple[str, Callable[[Settings], str], bool], ...] = (
    ("Python", _python, True),
    ("Settings", _settings, True),
    ("Data folder", _folder, True),
    ("Port", _port, True),
    ("Graph", _graph, True),
    ("Stores", _stores, True),
    ("LightGBM", _ranker, False),
    ("Snapshot, models", _snapshot, False),
    ("Page assets", _assets, False),
)
