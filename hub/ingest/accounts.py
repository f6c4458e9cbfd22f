"""While a file is taken in, what is found and counted goes to the account of that file."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager

from hub.ingest.report import Account, Report, Summary, shown


@contextmanager
def accounted(report: Report, summary: Summary, file: str, kind: str) -> Generator[None]:
    """While a file is taken in: what is found and counted is the file's."""
    before = _counts(summary)
    report.current = account = Account(shown(file), kind)
    report.accounts.append(account)
    try:
        yield
    finally:
        report.current = None
        for name, count in _counts(summary).items():
            setattr(account, name, getattr(account, name) + count - before[name])


def _counts(summary: Summary) -> Mapping[str, int]:
    return {
        "rows": summary.rows,
        "loaded": summary.loaded,
        "repeats": summary.repeats,
        "later": summary.later,
        "refused": summary.refused_rows,
    }
