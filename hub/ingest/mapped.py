"""Tables in: each row becomes a release by its mapping, and goes the way of releases."""

from collections.abc import AsyncIterator, Iterator

from hub.ingest import editions, lines, releases, spend
from hub.ingest.canonical import canonical
from hub.ingest.facts import Json
from hub.ingest.files import File
from hub.ingest.grids import Grid
from hub.ingest.intake import Intake
from hub.ingest.rowreleases import release_of_row
from hub.ingest.tablerows import read_rows


async def take(intake: Intake, file: File) -> AsyncIterator[int]:
    """Load a table; gives the number of its rows that are done, after each batch."""
    grid = file.grid
    if grid is None:
        raise ValueError(f"{file.name} has no mapping")
    source = grid.mapping.source
    seen: dict[str, tuple[int, int]] = {}
    if grid.mapping.record == "spend":
        taking = spend.take(intake, file, grid)
    elif grid.mapping.record == "return":
        if not intake.mine(""):
            return
        taking = lines.take_table(intake, file, grid)
    else:
        taking = releases.taken(intake, file, _values(intake, file, grid, seen), source)
    before = intake.report.refused
    async for done in taking:
        yield done
    if grid.mapping.complete and seen:
        await editions.note(intake, file, grid.mapping, intake.report.refused - before)


def _values(
    intake: Intake, file: File, grid: Grid, seen: dict[str, tuple[int, int]]
) -> Iterator[tuple[int | None, Json]]:
    """The releases of the rows with their lines; a row that makes none is counted as refused.

    `seen`: by ocid the line of the first row that has it, and a hash of what it says.
    """
    for at, release in read_rows(intake, file, grid, release_of_row):
        if release is None:
            intake.count(None)
            continue
        said = hash(canonical(release))
        first, before = seen.setdefault(release["ocid"], (at, said))
        if before != said:
            about = f"line {first} has this key and says something else; both became one"
            keys = ", ".join(grid.mapping.key)
            advice = f"give each a key of its own, or name under key what tells them apart ({keys})"
            intake.report.add("REPEATED_KEY", file.name, about, advice, line=at)
        yield at, release
