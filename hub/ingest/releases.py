"""Releases in: those that are new are stored raw in batches; processes are compiled later."""

from collections.abc import AsyncIterator, Iterator, Sequence

from graph import loading
from hub.ingest import batch, files, ocds
from hub.ingest.compile import Prepared
from hub.ingest.contents import contents
from hub.ingest.facts import Json, Mention, Release, Source
from hub.ingest.files import File
from hub.ingest.intake import Intake, Note, survived
from hub.ingest.soundness import too_long

Told = tuple[Release, Json]  # a release, and what its raw text says
Read = list[tuple[int | None, Told]]  # with their lines

BATCH = 500
# 4 Mi characters: a batch of such releases is written at once. It bounds memory: a release is held
# as text and, ten times as large, as what that says.
HEAVY = 1 << 22


async def take(intake: Intake, file: File) -> AsyncIterator[int]:
    """Load a file of releases; gives the number that are done, after each batch."""
    async for done in taken(intake, file, files.values(file, intake.report)):
        yield done


async def taken(
    intake: Intake,
    file: File,
    values: Iterator[tuple[int | None, object]],
    source: Source | None = None,
) -> AsyncIterator[int]:
    """Load releases with their lines; `source`: theirs, instead of that of their ocids' prefix.

    Gives what is in the graph: the number of those before the batch that is being written.
    """
    taking = _Taking(intake, file, source)
    done = held = weight = 0
    read: Read = []
    for line, value in values:
        if not intake.mine(ocds.ocid_of(value)):
            continue
        held += 1
        if one := taking.read(line, value):
            read.append((line, one))
            weight += len(one[0].raw)
        if held >= BATCH or weight >= HEAVY:
            await taking.releases(read)
            if done:
                yield done
            done, held, weight, read = done + held, 0, 0, []
        await intake.pen.turn()
    await taking.releases(read)
    await intake.pen.done()
    if done + held:
        yield done + held


class _Taking:
    """The releases of one file on their way into the graph."""

    def __init__(self, intake: Intake, file: File, source: Source | None) -> None:
        self._intake, self._file, self._source = intake, file, source
        self._under_way: set[str] = set()  # ids in the batch that is being written

    def read(self, line: int | None, value: object) -> Told | None:
        """The release in a value; None, counted as refused, when there is none."""
        intake, note = self._intake, self._intake.note(self._file, line)
        fetched = intake.options.fetched
        read = survived(lambda: ocds.cleaned_release(value, fetched, note, self._source), note)
        intake.count(read)
        return read

    async def releases(self, read: Read) -> None:
        """Begin to write those that are new."""
        intake = self._intake
        seen = await self._seen([release for _, (release, _) in read])
        told: list[Release] = []
        fresh: list[Release] = []
        mentions: list[Mention] = []
        for number, (release, cleaned) in read:
            if release.id in seen:
                intake.summary.repeats += 1
                told.append(release)
                continue
            said = self._look_through(number, release, cleaned)
            await intake.pen.turn()
            if said is None:
                intake.summary.refused_rows += 1
                continue
            prepared, mentioned = said
            seen.add(release.id)
            told.append(release)
            mentions += mentioned
            if intake.in_time(release.public_from):
                fresh.append(release)
                intake.held.add(prepared)
                if intake.report.ledger:
                    intake.report.ledger.add(prepared)
        steps = [*intake.mentions(mentions), *batch.release_steps(fresh)]
        sources = [self._source or ocds.source_of(release.ocid) for release in told]
        await intake.begin(sources, steps)
        self._under_way = {release.id for release in fresh}
        intake.touched |= {release.ocid for release in fresh}
        intake.summary.releases += len(fresh)

    async def _seen(self, releases: Sequence[Release]) -> set[str]:
        """The ids of those that are in the graph or on their way there."""
        graph, held = self._intake.graph, self._intake.held
        asked = sorted({r.ocid for r in releases if not held.asked(r.ocid)})
        known = await graph.rows(loading.KNOWN_OCIDS, ocids=asked) if asked else []
        old = {row[0] for row in known}
        for ocid in asked:
            held.tell(ocid, new=ocid not in old)
        ids = [r.id for r in releases if r.ocid in old or r.ocid not in asked]
        rows = await graph.rows(loading.KNOWN_RELEASES, ids=ids) if ids else []
        return self._under_way | {row[0] for row in rows}

    def _look_through(
        self, number: int | None, release: Release, cleaned: Json
    ) -> tuple[Prepared, list[Mention]] | None:
        """A release ready for compiling; None when it can't be compiled, whatever the reason."""
        about = f" (release {release.reference or release.ocid})"
        note = self._intake.note(self._file, number, about)
        return survived(lambda: tried(release, note, cleaned), note)


def tried(
    release: Release, note: Note, cleaned: Json | None = None
) -> tuple[Prepared, list[Mention]] | None:
    """Read a release alone, as what is stored must be able to; what it finds is noted.

    `cleaned`: what its raw text says, where it is at hand.
    """
    one, mentions = ocds.prepared(release, note, cleaned)
    ocds.looked_through(one.body, mentions, note)
    alone = contents(one.body, (release.ocid,))
    keys = [mention.name for mention in mentions]
    keys += [key for fixed, _ in alone.nodes.values() for key in fixed.values() if key]
    for wrong in filter(None, map(too_long, keys)):
        note("BAD_VALUE", "/", f"a name or key of {wrong}", "shorten it")
        return None
    return one, mentions
