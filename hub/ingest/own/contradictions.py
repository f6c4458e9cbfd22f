"""Records that contradict others of their key: all are kept, and the rule decides which holds."""

from collections.abc import Mapping, Sequence

from hub.ingest.files import File
from hub.ingest.intake import Intake
from hub.ingest.own.reading import Record


def contradictions(
    intake: Intake,
    file: File,
    fresh: Sequence[Record],
    records: Mapping[str, Mapping[str, Record]],
) -> None:
    """Note new records that say something else at the same instant, or refer to something else."""
    for record in fresh:
        others = records[record.thing].values()
        about = f"{record.noun} {record.key} at {record.public_from}"
        if any(o.public_from == record.public_from and o.raw != record.raw for o in others):
            wrong = f"{about} says two things at one time"
            intake.report.add("CONFLICTING_RECORD", file.name, wrong, "correct its time")
        if _refers_elsewhere(record, min(others, key=lambda one: one.order)):
            wrong = f"{about} refers to something else than its first record, which counts"
            advice = "withdraw it, and give what is another thing another key"
            intake.report.add("REFERENCE_CHANGED", file.name, wrong, advice)


def _refers_elsewhere(record: Record, first: Record) -> bool:
    if record.told is None or first.told is None or record is first:
        return False
    bodies = {body.type: body.mention.id for body in record.bodies}
    return record.told.refers != first.told.refers or bodies != {
        body.type: body.mention.id for body in first.bodies
    }
