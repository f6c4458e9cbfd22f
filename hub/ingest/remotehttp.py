"""Pages of an OCDS API over HTTP: one request at a time, and no more than the server wants."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Self

import httpx

from graph.clock import wall_of
from graph.errors import BadInput, HubError, LimitExceeded, Unavailable
from hub.ingest.remotewindows import Window

AGENT = "national-digital-exchange-hub (hub load --url)"
LIMIT = 100  # releases a page: the most that Find a Tender gives
ATTEMPTS = 8  # at one page
PAUSE = 1.0  # seconds between two requests
BUSY = 120.0  # seconds when a server that refuses does not say how long
LONGEST = 900.0  # seconds; a server that wants more is asked again another day
FIRST = 5.0  # seconds after a broken connection; doubled each time
BODY = 64 << 20  # bytes of a page: real ones have 1 to 3 MB
TIMEOUT = httpx.Timeout(60.0, connect=15.0)
OURS = frozenset({"limit", "cursor", "updatedFrom", "updatedTo"})
AGAIN = frozenset({429, 500, 502, 503, 504})

Wait = Callable[[float], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Page:
    """A release package as received; `cursor`: where the server says that it goes on."""

    body: bytes
    releases: list[Any]
    next: bool
    cursor: str | None

    @property
    def whole(self) -> bool:
        """True when nothing says that there is more: only then a window may be shown complete."""
        return len(self.releases) < LIMIT and not self.next


class Server:
    """One API; `wait` passes the seconds that politeness asks for."""

    def __init__(self, url: str, wait: Wait) -> None:
        self.url = checked(url)
        self._wait = wait
        self._asked = 0
        self._client = httpx.AsyncClient(
            headers={"User-Agent": AGENT, "Accept": "application/json"},
            timeout=TIMEOUT,
            trust_env=False,
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.aclose()

    async def page(self, window: Window, cursor: str | None = None) -> Page:
        """The first page of a window, or the one at a cursor.

        Raises Unavailable when the server stays away, BadInput when it refuses the request.
        """
        # Find a Tender takes London time without a zone, in summer and in winter.
        words = {"updatedFrom": wall_of(window.start), "updatedTo": wall_of(window.end)}
        words |= {"limit": str(LIMIT)} | ({"cursor": cursor} if cursor else {})
        return page_of(await self._body(self.url.copy_merge_params(words)))

    async def _body(self, url: httpx.URL) -> bytes:
        found: bytes | _Busy = _Busy(0, "none")
        for attempt in range(1, ATTEMPTS + 1):
            if self._asked:
                await self._wait(PAUSE)
            self._asked += 1
            try:
                found = await self._once(url)
            except httpx.HTTPError as error:
                found = _Busy(FIRST * 2 ** (attempt - 1), f"{type(error).__name__}: {error}")
            if isinstance(found, bytes):
                return found
            if found.seconds > LONGEST:
                raise Unavailable(f"{url.host} asks to be left alone for {found.seconds:.0f} s.")
            if attempt < ATTEMPTS:
                await self._wait(found.seconds)
        raise Unavailable(
            f"{url.host} did not answer in {ATTEMPTS} attempts (last: {found.why}). What was "
            "loaded stays; run the same command again later and it goes on from there."
        )

    async def _once(self, url: httpx.URL) -> "bytes | _Busy":
        async with self._client.stream("GET", url) as answer:
            body = await _limited(answer)
        if answer.status_code == 200:
            return body
        said = " ".join(body[:300].decode("utf-8", "replace").split())
        if answer.status_code in AGAIN:
            return _Busy(_seconds(answer.headers.get("Retry-After")), said)
        raise _refusal(answer, said)


@dataclass(frozen=True, slots=True)
class _Busy:
    """To be asked again after some seconds."""

    seconds: float
    why: str


def checked(url: str) -> httpx.URL:
    """The address; BadInput for what is none, holds a password, or says what the hub says."""
    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL:
        raise BadInput("--url is no address; write it like https://host/path.") from None
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise BadInput("--url must begin with http:// or https:// and name a host.")
    if parsed.userinfo:
        raise BadInput("--url must not hold a user or a password.")
    if taken := sorted(OURS & set(parsed.params)):
        raise BadInput(f"Leave {', '.join(taken)} out of --url; --from and --to say the window.")
    return parsed.copy_with(fragment=None)


def page_of(body: bytes) -> Page:
    """The page that a body is; Unavailable when it is no release package."""
    try:
        package = json.loads(body)
    except (ValueError, RecursionError):
        raise Unavailable("The server's answer is no JSON; check the address.") from None
    releases = package.get("releases") if isinstance(package, dict) else None
    if not isinstance(releases, list):
        raise Unavailable("The server's answer is no OCDS release package; check the address.")
    links = package.get("links")
    follow = links.get("next") if isinstance(links, dict) else None
    return Page(body, releases, bool(follow), _cursor(follow))


def _cursor(follow: object) -> str | None:
    """Only the cursor is taken from a link: where to ask stays what the user said."""
    try:
        return httpx.URL(follow).params.get("cursor") if isinstance(follow, str) else None
    except httpx.InvalidURL:
        return None


async def _limited(answer: httpx.Response) -> bytes:
    body = bytearray()
    async for piece in answer.aiter_bytes():
        body += piece
        if len(body) > BODY:
            raise LimitExceeded(
                f"A page of the server is larger than {BODY:,} bytes; it was not loaded.",
                limit="page",
                maximum=BODY,
            )
    return bytes(body)


def _seconds(said: str | None) -> float:
    """What Retry-After says: seconds or a date."""
    if said is None:
        return BUSY
    if said.strip().isascii() and said.strip().isdigit():
        return float(said)
    try:
        then = parsedate_to_datetime(said)
    except ValueError:
        return BUSY
    return max(0.0, (then.replace(tzinfo=then.tzinfo or UTC) - datetime.now(UTC)).total_seconds())


def _refusal(answer: httpx.Response, said: str) -> HubError:
    code, host = answer.status_code, answer.url.host
    if answer.has_redirect_location:
        return BadInput(f"{host} sends on to another address; give that as --url ({code}).")
    return BadInput(f"{host} refuses the request ({code}): {said or 'without a reason'}")
