"""Releases in: those that are new are stored raw in batches; processes are compiled later."""

from collections.abc import AsyncIterator, Iterator

from graph import loading
from hub.ingest import batch, files, ocds
from hub.ingest.compile import Process, history
from hub.ingest.facts import Mention, Release, Source
from hub.ingest.files import File
from hub.ingest.intake import Intake, Note, survived
from hub.ingest.soundness import too_long

BATCH = 200
HEAVY = 1 << 23  # 8 Mi characters: a batch of such releases is written at once, to bound memory


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
    """Load releases with their lines; `source`: theirs, instead of that of their ocids' prefix."""
    done = held = weight = 0
    read: list[tuple[int | None, Release]] = []
    for line, value in values:
        held += 1
        if one := _release(intake, file, line, value, source):
            read.append((line, one))
            weight += len(one.raw)
        if held >= BATCH or weight >= HEAVY:
            await _releases(intake, file, read, source)
            done, held, weight, read = done + held, 0, 0, []
            yield done
    if held:
        await _releases(intake, file, read, source)
        yield done + held


def _release(
    intake: Intake, file: File, number: int | None, value: object, source: Source | None
) -> Release | None:
    note, fetched = intake.note(file, number), intake.options.fetched
    release = survived(lambda: ocds.release_of(value, fetched, note, source), note)
    intake.count(release)
    return release


async def _releases(
    intake: Intake, file: File, read: list[tuple[int | None, Release]], source: Source | None
) -> None:
    ids = [release.id for _, release in read]
    seen = {row[0] for row in await intake.graph.rows(loading.KNOWN_RELEASES, ids=ids)}
    told: list[Release] = []
    fresh: list[Release] = []
    mentions: list[Mention] = []
    for number, release in read:
        if release.id in seen:
            intake.summary.repeats += 1
            told.append(release)
            continue
        said = _look_through(intake, file, number, release)
        if said is None:
            intake.summary.refused_rows += 1
            continue
        seen.add(release.id)
        told.append(release)
        mentions += said
        if intake.in_time(release.public_from):
            fresh.append(release)
    steps = [*intake.mentions(mentions), *batch.release_steps(fresh)]
    sources = [source or ocds.source_of(release.ocid) for release in told]
    await intake.write(sources, steps)
    intake.touched |= {release.ocid for release in fresh}
    intake.summary.releases += len(fresh)


def _look_through(
    intake: Intake, file: File, number: int | None, release: Release
) -> list[Mention] | None:
    """The mentions in a release; None when it can't be compiled, whatever the reason."""
    about = f" (release {release.reference or release.ocid})"
    note = intake.note(file, number, about)
    return survived(lambda: _tried(release, note), note)


def _tried(release: Release, note: Note) -> list[Mention] | None:
    """Compile a release alone, as what is stored must be able to; what it finds is noted."""
    one, mentions = ocds.prepared(release, note)
    ocds.looked_through(one.body, mentions, note)
    alone = history(Process((release.ocid,), [one]))
    if alone.skipped:
        note("UNREADABLE_ROW", "/", "its parts contradict", "keep to the types of the standard")
        return None
    keys = [mention.name for mention in mentions]
    keys += [text for node in alone.nodes for text in node.fixed.values() if isinstance(text, str)]
    for wrong in filter(None, map(too_long, keys)):
        note("BAD_VALUE", "/", f"a name or key of {wrong}", "shorten it")
        return None
    return mentions
