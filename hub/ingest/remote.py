"""`hub load --url`: an OCDS API window by window, each proved complete or named as not so.

Second pages of Find a Tender have lost up to a quarter of their rows while the last page looked
normal. So no page but a first one is trusted: a window is halved until its first page is short
and leads nowhere; then the notice numbers held are compared with those that must have been issued.
"""

import asyncio
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from graph import loading
from graph.clock import instant
from graph.driver import Graph
from graph.errors import HubError
from hub.ingest import ocds, remotewindows
from hub.ingest.intake import survived
from hub.ingest.load import Hear, LoadOptions, load
from hub.ingest.load import Progress as Stage
from hub.ingest.remotehttp import Page, Server, Wait, checked
from hub.ingest.remoteprogress import Fetched, Progress, numbers_of
from hub.ingest.remotewindows import Window
from hub.ingest.report import REFUSED, Report, Summary
from hub.ingest.rewriting import redacted

BUNDLE = 1000  # releases that are loaded together
SETTLES = timedelta(hours=2)  # an API may still add to a window that ended later than this ago
MOST_PAGES = 1000  # of a window that can't be halved: a server may send in circles


@dataclass(frozen=True, slots=True)
class Source:
    """An API and the instants to ask between; `home`: the folder for progress.

    Nothing after now is asked for; `end` None is now.
    """

    url: str
    start: str
    end: str | None
    home: Path


def _now() -> datetime:
    return datetime.now(UTC)


def _quiet(*_: str) -> None:
    """The load itself will note what is wrong."""


async def load_remote(
    graph: Graph,
    source: Source,
    options: LoadOptions,
    report: Report,
    hear: Hear,
    summary: Summary,
    *,
    wait: Wait = asyncio.sleep,
    now: Callable[[], datetime] = _now,
) -> None:
    """Load what an API published between two instants. Raises HubError.

    What was loaded before an error stays, is in `summary` and `report`, and the same call goes on
    from there.
    """
    url, started = str(checked(source.url)), now()
    asked = remotewindows.asked(source.start, min(source.end or instant(started), instant(started)))
    progress = Progress.read(source.home, url)
    spool = progress.path.with_suffix(".spool")
    settled = instant(started - SETTLES) if options.until is None else ""
    try:
        async with Server(url, wait) as server:
            job = _Job(graph, options, report, hear, summary, server, progress, spool, settled)
            await job.distrust()
            for day in remotewindows.days(asked):
                await job.fetch(day)
            await job.store()
        job.prove(asked)
    finally:
        shutil.rmtree(spool, ignore_errors=True)


def _stem(window: Window) -> str:
    """What the names of a window's pages begin with."""
    return f"{window.start}_{window.end}".replace(":", "")


@dataclass
class _Job:
    graph: Graph
    options: LoadOptions
    report: Report
    hear: Hear
    summary: Summary
    server: Server
    progress: Progress
    spool: Path
    settled: str  # windows that end later stay open
    waiting: list[Fetched] = field(default_factory=list[Fetched])
    releases: int = 0

    async def distrust(self) -> None:
        """Open the windows whose releases this graph does not hold: it may be another one."""
        said = {one.witness: one.window for one in self.progress.fetched if one.witness}
        rows = await self.graph.rows(loading.KNOWN_RELEASES, ids=list(said)) if said else []
        held = {row[0] for row in rows}
        self.progress.reopen(said[one] for one in said if one not in held)

    async def fetch(self, window: Window) -> None:
        """Fetch a window, halved as often as it takes."""
        todo = [window]
        while todo:
            at = todo.pop()
            if self.progress.covers(at):
                self.summary.windows += 1
                continue
            self.hear(Stage(f"fetching {at}", self.summary.windows))
            page = await self.page(at)
            if page.whole:
                self.keep(at, [page], whole=True)
            elif parts := remotewindows.halves(at):
                todo += reversed(parts)
            else:
                await self.follow(at, page)
            if self.releases >= BUNDLE:
                await self.store()

    async def page(self, window: Window, cursor: str | None = None) -> Page:
        """A page; when there is none, what was fetched is loaded first, not asked again."""
        try:
            return await self.server.page(window, cursor)
        except HubError:
            await self.store()
            raise

    async def follow(self, window: Window, page: Page) -> None:
        """Take what a window without halves gives, and say that it may not be all."""
        pages, cursors = [page], set[str]()
        while page.cursor and page.cursor not in cursors and len(pages) < MOST_PAGES:
            cursors.add(page.cursor)
            page = await self.page(window, page.cursor)
            pages.append(page)
        self.incomplete(window, "it is full and can't be halved any more")
        self.keep(window, pages, whole=False)

    def keep(self, window: Window, pages: list[Page], *, whole: bool) -> None:
        """Put pages where the loader finds them."""
        self.spool.mkdir(mode=0o700, parents=True, exist_ok=True)
        for number, page in enumerate(pages):
            if page.releases:
                name = f"{_stem(window)}_{number}.json"
                (self.spool / name).write_bytes(redacted(page.body))
        releases = [release for page in pages for release in page.releases]
        numbers = numbers_of(releases)
        if releases and not numbers:
            self.incomplete(window, "its releases have no notice numbers")
            whole = False
        lasting = whole and window.end <= self.settled
        witness = next(self._known_as(releases), None)
        self.waiting.append(Fetched(window, lasting, numbers, witness))
        self.releases += len(releases)
        self.summary.windows += 1

    def _known_as(self, releases: list[object]) -> Iterator[str]:
        for release in releases:
            made = survived(partial(ocds.release_of, release, self.options.fetched, _quiet), _quiet)
            if made:
                yield made.id

    async def store(self) -> None:
        """Load what is waiting; only then note that its windows are done."""
        if not self.waiting:
            return
        paths = sorted(self.spool.glob("*.json"))
        left_out: set[str] = set()
        if paths:
            found = Report(ledger=self.report.ledger)
            told = await load(self.graph, paths, self.options, found, self.hear)
            self.report.join(found)
            files = (*found.accounts, *found.elsewhere.values())
            left_out = {one.file for one in files if REFUSED & one.codes.keys()}
            self.summary.join(told)
        for path in paths:
            path.unlink()
        for one in self.waiting:
            # A window with a refused release is asked again, so that no later load calls it whole.
            refused = any(name.startswith(_stem(one.window)) for name in left_out)
            self.progress.add(replace(one, whole=one.whole and not refused))
        self.progress.save()
        self.waiting, self.releases = [], 0

    def prove(self, asked: Window) -> None:
        """Name the numbers that are missing; the windows beside them will be asked again."""
        for gap in list(self.progress.gaps(asked)):
            self.summary.incomplete += 1
            which = gap.first if gap.first == gap.last else f"{gap.first} to {gap.last}"
            self.report.add(
                "MISSING_NOTICES",
                "",
                f"{gap.span} is not shown complete: notices {which} were not in it",
                "load the window again later; a number may never have been published",
            )
            self.progress.reopen([gap.before, gap.after])
        self.progress.save()
        self.summary.findings = sum(self.report.codes.values())

    def incomplete(self, window: Window, why: str) -> None:
        """Name a window that may lack releases."""
        self.summary.incomplete += 1
        advice = "load these releases from files as well"
        self.report.add("WINDOW_INCOMPLETE", "", f"{window} is not shown complete: {why}", advice)
