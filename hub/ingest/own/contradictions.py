"""Records that contradict others of their key: all are kept, and the rule decides which holds."""

from collections.abc import Collection, Mapping, Sequence

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
    new = {record.id for record in fresh}
    for record in fresh:
        others = records[record.thing].values()
        if len(others) == 1:
            continue
        about = f"{record.noun} {record.key} at {record.public_from}"
        if any(o.public_from == record.public_from and o.raw != record.raw for o in others):
            wrong = f"{about} says two things at one time"
            intake.report.add("CONFLICTING_RECORD", file.name, wrong, "correct its time")
        life = _life(record, others)
        held = [one for one in life[1:] if one.id not in new]
        if _refers_elsewhere(record, life[0]):
            wrong = f"{about} refers to something else than its first record, which counts"
            advice = "withdraw it, and give what is another thing another key"
            intake.report.add("REFERENCE_CHANGED", file.name, wrong, advice)
        elif record is life[0] and any(_refers_elsewhere(one, record) for one in held):
            wrong = f"{about} is the first of its key now; later ones refer to something else"
            advice = "withdraw it, and give what is another thing another key"
            intake.report.add("REFERENCE_CHANGED", file.name, wrong, advice)


def _life(record: Record, others: Collection[Record]) -> list[Record]:
    """The records from one withdrawal to the next among which it is, in their order."""
    ends = sorted(one.order for one in others if one.told is None)
    since = max((end for end in ends if end < record.order), default=None)
    until = min((end for end in ends if end >= record.order), default=None)
    held = [one for one in others if since is None or one.order > since]
    held = [one for one in held if until is None or one.order <= until]
    return sorted(held, key=lambda one: one.order)


def _refers_elsewhere(record: Record, first: Record) -> bool:
    if record.told is None or first.told is None or record is first:
        return False
    bodies = {body.type: body.mention.id for body in record.bodies}
    return record.told.refers != first.told.refers or bodies != {
        body.type: body.mention.id for body in first.bodies
    }
