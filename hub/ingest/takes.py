"""Which function takes in which kind of file."""

from collections.abc import AsyncIterator, Callable, Mapping

from hub.ingest import lines, mapped, reference, releases
from hub.ingest.files import File
from hub.ingest.intake import Intake
from hub.ingest.kinds import Kind
from hub.ingest.own import records

Take = Callable[[Intake, File], AsyncIterator[int]]
TAKES: Mapping[Kind, Take] = {
    "gcloud": lines.take,
    "ocds": releases.take,
    "own": records.take,
    "table": mapped.take,
    "list": reference.take_list,
    "vocabulary": reference.take_vocabulary,
}
