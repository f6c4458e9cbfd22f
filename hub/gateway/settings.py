"""Settings: everything the hub reads from its environment, read once and handed down as values."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Literal, Self, cast, get_args
from urllib.parse import urlsplit

from graph.errors import BadInput

Profile = Literal["development", "production", "conformance"]

GRAPH_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
STORE_SCHEMES = ("redis", "rediss", "redis+sentinel")
# What a production hub must say for itself; the development defaults would be wrong there.
NEEDED = (
    "HUB_HOME",
    "HUB_HOST",
    "HUB_PUBLIC_URL",
    "HUB_GRAPH_URI",
    "HUB_GRAPH_PASSWORD",
    "HUB_CACHE_URL",
    "HUB_SESSION_URL",
)
DRAIN = 1  # seconds between "not ready" and the end
SLOW = 1000  # milliseconds of a statement that is worth a line in the log
LIMITS = {
    "limit_body": 1_048_576,  # bytes of a request
    "limit_characters": 50_000,  # of a GraphQL document: its lexer takes them one by one
    "limit_tokens": 1000,
    "limit_depth": 20,  # fields inside one another
    "limit_nodes": 25_000,  # that a root field may answer with, page sizes multiplied
    "limit_fields": 2000,  # a fragment's are counted wherever it is spread
    "limit_aliases": 30,
    "limit_directives": 20,
    "limit_hops": 15,  # relations that an operation follows, each alias one; decisions/0020
    "limit_cost": 250_000,  # values that an answer may hold, each weighed
    "limit_seconds": 10,  # of a GraphQL operation
    "limit_running": 32,  # operations at once in a process; the graph's pool holds 30 connections
    "limit_wait_ms": 500,  # that one more waits for its turn, unless the queue stands
}
RATE = 600_000  # cost units a minute for one client of a production hub
COUNTING = "PROMETHEUS_MULTIPROC_DIR"
LOOPBACK = "127.0.0.0/8, ::1/128"
Networks = tuple[IPv4Network | IPv6Network, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One field per variable: field `graph_uri` is `HUB_GRAPH_URI`; see docs/settings.md."""

    home: Path
    host: str = "127.0.0.1"
    port: int = 8000
    public_url: str = "http://127.0.0.1:8000"
    profile: Profile = "development"
    graph_uri: str | None = None  # None: the embedded graph
    graph_user: str = "neo4j"
    graph_password: str = field(default="", repr=False)
    graph_database: str | None = None
    graph_heap: str = "512m"
    cache_url: str | None = field(default=None, repr=False)  # None: the embedded Valkey
    session_url: str | None = field(default=None, repr=False)
    data_dir: Path | None = None
    trusted_documents: tuple[Path, ...] = ()
    trusted_only: bool = False
    drain_seconds: int = DRAIN
    answer_cache: bool = True
    limit_body: int = LIMITS["limit_body"]
    limit_characters: int = LIMITS["limit_characters"]
    limit_tokens: int = LIMITS["limit_tokens"]
    limit_depth: int = LIMITS["limit_depth"]
    limit_nodes: int = LIMITS["limit_nodes"]
    limit_fields: int = LIMITS["limit_fields"]
    limit_aliases: int = LIMITS["limit_aliases"]
    limit_directives: int = LIMITS["limit_directives"]
    limit_hops: int = LIMITS["limit_hops"]
    limit_cost: int = LIMITS["limit_cost"]
    limit_seconds: int = LIMITS["limit_seconds"]
    limit_running: int = LIMITS["limit_running"]
    limit_wait_ms: int = LIMITS["limit_wait_ms"]
    rate_cost: int = 0  # 0: no rate is kept
    trusted_proxies: Networks = ()
    metrics_from: Networks = ()
    slow_ms: int = SLOW
    traces_url: str | None = None  # None: no traces

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None) -> Self:
        """Read `environ` (the process's own if none is given).

        Raises BadInput with one line that names every wrong or missing variable.
        """
        reader = _Reader(os.environ if environ is None else environ)
        host, port = reader.text("HUB_HOST", "127.0.0.1"), reader.port("HUB_PORT", 8000)
        settings = cls(
            home=reader.folder("HUB_HOME") or default_home(),
            host=host,
            port=port,
            public_url=reader.url("HUB_PUBLIC_URL", ("http", "https")) or derived_url(host, port),
            profile=reader.profile(),
            graph_uri=reader.url("HUB_GRAPH_URI", GRAPH_SCHEMES),
            graph_user=reader.text("HUB_GRAPH_USER", "neo4j"),
            graph_password=reader.secret("HUB_GRAPH_PASSWORD") or "",
            graph_database=reader.text("HUB_GRAPH_DATABASE", "") or None,
            graph_heap=reader.heap("HUB_GRAPH_HEAP", "512m"),
            cache_url=reader.store("HUB_CACHE_URL"),
            session_url=reader.store("HUB_SESSION_URL"),
            data_dir=reader.folder("HUB_DATA_DIR"),
            trusted_documents=reader.paths("HUB_TRUSTED_DOCUMENTS"),
            trusted_only=reader.switch("HUB_TRUSTED_ONLY"),
            answer_cache=reader.switch("HUB_ANSWER_CACHE", "on"),
            drain_seconds=reader.count("HUB_DRAIN_SECONDS", DRAIN),
            trusted_proxies=reader.networks("HUB_TRUSTED_PROXIES", ""),
            metrics_from=reader.networks("HUB_METRICS_FROM", LOOPBACK),
            slow_ms=reader.count("HUB_SLOW_MS", SLOW),
            traces_url=reader.url("HUB_TRACES_URL", ("http", "https")),
        )
        limits = {name: reader.count(f"HUB_{name.upper()}", LIMITS[name]) for name in LIMITS}
        production = settings.profile == "production"
        limits["rate_cost"] = reader.count("HUB_RATE_COST", RATE if production else 0, least=0)
        if production:
            reader.demand(NEEDED)
        reader.finish()
        return replace(settings, **limits)

    def listening(self, host: str | None, port: int | None) -> Self:
        """The same settings with another listener; a derived public address follows it."""
        moved = replace(self, host=host or self.host, port=self.port if port is None else port)
        if self.public_url == derived_url(self.host, self.port):
            moved = replace(moved, public_url=derived_url(moved.host, moved.port))
        return moved


def share_metrics(folder: Path) -> None:
    """Let processes that this one starts from now on count together in a folder."""
    os.environ[COUNTING] = str(folder)


def shared_metrics() -> Path | None:
    """That folder, in such a process; prometheus-client has read it when it was imported."""
    folder = os.environ.get(COUNTING)
    return Path(folder) if folder else None


def default_home() -> Path:
    """`.hub/` in the checkout; for an installed wheel, in the current folder."""
    checkout = Path(__file__).resolve().parents[2]
    return (checkout if (checkout / "pyproject.toml").is_file() else Path.cwd()) / ".hub"


def derived_url(host: str, port: int) -> str:
    """The address to tell people when none is set; a wildcard listener is reached on loopback."""
    name = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{name}:{port}"


class _Reader:
    """Reads variables, keeping every complaint, so that one run names them all."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.environ = environ
        self.problems: list[str] = []

    def text(self, name: str, unset: str) -> str:
        return self.environ.get(name, "").strip() or unset

    def wrong(self, name: str, wanted: str) -> None:
        # Never the value: it may be a secret, and the reader knows where to look.
        self.problems.append(f"{name} must be {wanted}")

    def folder(self, name: str) -> Path | None:
        value = self.text(name, "")
        return Path(value).expanduser().absolute() if value else None

    def paths(self, name: str) -> tuple[Path, ...]:
        """Files and folders, separated by commas."""
        given = (part.strip() for part in self.text(name, "").split(","))
        return tuple(Path(part).expanduser().absolute() for part in given if part)

    def switch(self, name: str, unset: str = "off") -> bool:
        value = self.text(name, unset).lower()
        if value not in ("on", "off"):
            self.wrong(name, "on or off")
        return value == "on"

    def port(self, name: str, unset: int) -> int:
        value = self.text(name, str(unset))
        if value.isascii() and value.isdigit() and int(value) <= 65535:
            return int(value)
        self.wrong(name, "a port number from 0 (any free port) to 65535")
        return unset

    def count(self, name: str, unset: int, least: int = 1) -> int:
        value = self.text(name, str(unset))
        if value.isascii() and value.isdigit() and least <= int(value) < 10**9:
            return int(value)
        self.wrong(name, f"a whole number, {least} or more")
        return unset

    def networks(self, name: str, unset: str) -> Networks:
        """Addresses and networks (`10.0.0.0/8`), separated by commas."""
        given = (part.strip() for part in self.text(name, unset).split(","))
        try:
            return tuple(ip_network(part) for part in given if part)
        except ValueError:
            self.wrong(name, "addresses or networks like 10.0.0.0/8, separated by commas")
            return ()

    def profile(self) -> Profile:
        value = self.text("HUB_PROFILE", "development")
        if value not in get_args(Profile):
            self.wrong("HUB_PROFILE", "development, production or conformance")
            return "development"
        return cast(Profile, value)

    def heap(self, name: str, unset: str) -> str:
        value = self.text(name, unset).lower()
        if not re.fullmatch(r"[1-9][0-9]{0,5}[mg]", value):
            self.wrong(name, "a size like 512m or 2g")
        return value

    def url(self, name: str, schemes: tuple[str, ...]) -> str | None:
        return self._address(name, self.text(name, ""), schemes)

    def store(self, name: str) -> str | None:
        return self._address(name, self.secret(name) or "", STORE_SCHEMES)

    def _address(self, name: str, value: str, schemes: tuple[str, ...]) -> str | None:
        if not value:
            return None
        try:
            parts = urlsplit(value)
            # Several hosts with ports (Sentinel) are no single port to urlsplit.
            port = None if "," in parts.netloc else parts.port
            good = parts.scheme in schemes and bool(parts.hostname) and port != 0
        except ValueError:
            good = False
        if not good:
            self.wrong(name, f"an address like {schemes[0]}://host:port ({', '.join(schemes)})")
        return value.rstrip("/")

    def secret(self, name: str) -> str | None:
        """The variable itself, or the first line of the file that `<name>_FILE` names."""
        value, file = self.text(name, ""), self.text(f"{name}_FILE", "")
        if value and file:
            self.problems.append(f"set {name} or {name}_FILE, not both")
        if not file:
            return value or None
        try:
            found = Path(file).expanduser().read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError):
            found = ""
        if not found:
            self.wrong(f"{name}_FILE", "the path of a readable file that is not empty")
        return found or None

    def demand(self, names: tuple[str, ...]) -> None:
        missing = [n for n in names if not self.text(n, "") and not self.text(f"{n}_FILE", "")]
        if missing:
            self.problems.append(f"HUB_PROFILE=production needs {', '.join(missing)}")

    def finish(self) -> None:
        if self.problems:
            raise BadInput("; ".join(self.problems))
