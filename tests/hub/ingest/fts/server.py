"""The fake server: behaviours of the real one, each to be switched off by itself."""

import base64
import json
import re
import threading
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit
from zoneinfo import ZoneInfo

Json = dict[str, Any]
PATH = "/api/1.0/ocdsReleasePackages"
ALLOWED = ("limit", "cursor", "updatedFrom", "updatedTo", "stages")
LONDON = ZoneInfo("Europe/London")
WALL = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}")


@dataclass(frozen=True)
class Notice:
    """A release and the instant (UTC) at which it was updated."""

    updated: datetime
    release: Json


@dataclass
class Behaviour:
    """What it does as Find a Tender does; `busy`: which requests (from 1) are answered with 429."""

    newest_first: bool = True
    opaque_cursors: bool = True
    last_page_without_next: bool = True
    second_pages_lose_rows: bool = False
    refuse_unknown_parameters: bool = True
    refuse_limit_0: bool = True
    london_windows: bool = True
    busy: frozenset[int] = frozenset()
    retry_after: str = "120"
    away: int = 0  # the status that every request is answered with
    body: bytes | None = None  # what every request is answered with
    always_next: bool = False


@dataclass
class Fake:
    """A running server; `asked` are the queries that came, in order."""

    notices: Sequence[Notice]
    behaviour: Behaviour = field(default_factory=Behaviour)
    asked: list[dict[str, str]] = field(default_factory=list[dict[str, str]])
    agents: list[str] = field(default_factory=list[str])
    paths: list[str] = field(default_factory=list[str])
    address: str = ""

    @property
    def url(self) -> str:
        """What is given to --url."""
        return self.address + PATH

    def answer(self, target: str) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body for a request."""
        parts, how = urlsplit(target), self.behaviour
        query = dict(parse_qsl(parts.query))
        self.asked.append(query)
        self.paths.append(parts.path)
        if len(self.asked) in how.busy:
            said = f"Rate limit of 12 exceeded. Please retry after {how.retry_after} seconds."
            return 429, {"Retry-After": how.retry_after}, said.encode()
        if how.away:
            return how.away, {"Location": "/elsewhere"} if how.away < 400 else {}, b"Away."
        if how.body is not None:
            return 200, {}, how.body
        if wrong := self._wrong(query):
            return 400, {}, wrong.encode()
        return 200, {"Cache-Control": "no-store"}, json.dumps(self._package(query)).encode()

    def _wrong(self, query: dict[str, str]) -> str:
        if self.behaviour.refuse_unknown_parameters and set(query) - set(ALLOWED):
            return f"Allowed parameters are: {', '.join(ALLOWED)}"
        limit = query.get("limit", "100")
        if not limit.isdigit() or int(limit) > 100 or (limit == "0" and self._strict()):
            return "limit must be from 1 to 100"
        times = [query[name] for name in ("updatedFrom", "updatedTo") if name in query]
        return "" if all(map(WALL.fullmatch, times)) else "times are YYYY-MM-DDTHH:MM:SS"

    def _strict(self) -> bool:
        return self.behaviour.refuse_limit_0

    def _instant(self, wall: str) -> datetime:
        zone = LONDON if self.behaviour.london_windows else UTC
        return datetime.fromisoformat(wall).replace(tzinfo=zone).astimezone(UTC)

    def _package(self, query: dict[str, str]) -> Json:
        how = self.behaviour
        limit, at = int(query.get("limit", "100")), self._at(query.get("cursor"))
        low = self._instant(query.get("updatedFrom", "2021-01-01T00:00:00"))
        high = self._instant(query.get("updatedTo", "2099-01-01T00:00:00"))
        found = [one for one in self.notices if low <= one.updated < high]
        found.sort(key=lambda one: one.updated, reverse=how.newest_first)
        page = [one.release for one in found[at : at + limit]]
        if at and how.second_pages_lose_rows:
            # The cursor goes on by another key than the pages are sorted by.
            page, found = page[:3], found[: at + 3]
        more = at + limit < len(found) or how.always_next
        links = {}
        if more or not how.last_page_without_next:
            said = urlencode({**query, "cursor": self._cursor(at + limit)})
            links = {"next": f"{self.address}{PATH}?{said}"}
        head = {"version": "1.1", "license": "https://licence.invalid/ogl-3"}
        return {**head, "releases": page, **({"links": links} if links else {})}

    def _cursor(self, at: int) -> str:
        text = f"after:{at}"
        return base64.b64encode(text.encode()).decode() if self.behaviour.opaque_cursors else text

    def _at(self, cursor: str | None) -> int:
        if cursor is None:
            return 0
        text = base64.b64decode(cursor).decode() if self.behaviour.opaque_cursors else cursor
        return int(text.removeprefix("after:"))


@contextmanager
def served(fake: Fake) -> Generator[Fake]:
    """The fake on a free port of this machine, until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            fake.agents.append(self.headers.get("User-Agent", ""))
            status, headers, body = fake.answer(self.path)
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    fake.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
