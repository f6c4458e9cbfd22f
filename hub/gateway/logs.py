"""Structured logs: one JSON object a line on stderr, with the request id, without personal data."""

import logging
import sys
from contextvars import ContextVar
from datetime import UTC, datetime

import orjson

# Set by the request-id middleware; empty outside a request.
request_id: ContextVar[str] = ContextVar("request_id", default="")

# Fields that our own code gives with `extra={"fields": {...}}`; nothing else of a record goes out.
FIELDS = "fields"


class JsonFormatter(logging.Formatter):
    """One JSON object a record."""

    def format(self, record: logging.LogRecord) -> str:
        """`time`, `level`, `logger`, `message`, `requestId` if any, the given fields, `trace`."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if current := request_id.get():
            line["requestId"] = current
        line.update(getattr(record, FIELDS, {}))
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return orjson.dumps(line, default=str).decode()


def to_stderr(level: int = logging.INFO) -> None:
    """Send every log of the process to stderr as JSON; calling it again changes nothing more."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # No line of ours tells them, and each costs a look at every record.
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    # Each of these tells what our own request line tells already, or says nothing of use.
    for noisy in ("uvicorn.access", "httpx", "httpcore", "bm25s"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    # On an empty Neo4j every label is unknown, and each statement would say so.
    logging.getLogger("neo4j.notifications").setLevel(logging.ERROR)
