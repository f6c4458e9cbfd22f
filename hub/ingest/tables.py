"""The rows of a CSV file one by one; a row that can't be one is reported with its lines."""

import csv
from collections.abc import Iterable, Iterator

from hub.ingest import gcloud
from hub.ingest.report import Report

TELLING = ("ReturnMonth", "EvidencedSpend")  # columns that hold digits in every good row


class Table:
    """One pass over the rows of a text; needs the heading that made it known as a table."""

    def __init__(self, name: str, text: Iterable[str], report: Report) -> None:
        self._name, self._report = name, report
        self._reader = csv.reader(text)
        self._header: list[str] = []
        self._start = 1  # line on which the row at hand begins

    def rows(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Rows with the number of their last line."""
        for row in self._read():
            if not self._header:
                self._header = [name.strip() for name in row]
                if not gcloud.header() <= set(self._header):
                    self._bad(self._quoted(row) or "the heading is damaged")
                    return
            elif wrong := self._wrong(row):
                self._bad(wrong)
            else:
                yield self._reader.line_num, dict(zip(self._header, row, strict=True))

    def _read(self) -> Iterator[list[str]]:
        while True:
            self._start = self._reader.line_num + 1
            try:
                row = next(self._reader)
            except StopIteration:
                return
            except csv.Error as error:
                lines = self._reader.line_num - self._start + 1
                span = self._runs(self._start, lines) if lines > 1 else str(error)
                self._bad(span)
                continue
            if any(cell.strip() for cell in row):
                yield row

    def _wrong(self, row: list[str]) -> str | None:
        if len(row) != len(self._header):
            plain = f"{len(row)} fields, the heading has {len(self._header)}"
            return self._quoted(row) or plain
        if any("\n" in cell and self._holds_rows(cell) for cell in row):
            return self._quoted(row)
        return None

    def _quoted(self, row: list[str]) -> str | None:
        """What to say when a quoted cell runs over lines: most likely a quote is missing."""
        spans = [_breaks(cell) for cell in row]
        longest = max(spans, default=0)
        if not longest:
            return None
        at = spans.index(longest)
        began = self._start + sum(spans[:at])
        after = sum(spans[at + 1 :])
        return self._runs(began, self._reader.line_num - began + 1 - after)

    def _runs(self, began: int, lines: int) -> str:
        return f"the quoted cell that starts on line {began} runs over {lines:,} lines"

    def _holds_rows(self, cell: str) -> bool:
        """True when a line inside a cell looks like a row: the quote was closed too late."""
        places = [self._header.index(name) for name in TELLING]
        for line in cell.splitlines()[1:]:
            if line.count(",") < len(self._header) - 1:
                continue
            parts = next(csv.reader([line]), [])
            if len(parts) >= len(self._header) and all(_digits(parts[at]) for at in places):
                return True
        return False

    def _bad(self, message: str) -> None:
        quoted = message.startswith("the quoted cell")
        advice = "close the quote" if quoted else "quote fields that hold commas or quotes"
        line = self._start if quoted else self._reader.line_num
        self._report.add("BAD_ROW", self._name, message, advice, line=line)


def _breaks(cell: str) -> int:
    return cell.count("\n") + cell.replace("\r\n", "").count("\r")


def _digits(text: str) -> bool:
    return any(c.isdigit() for c in text)
