"""What can go wrong when a page asks the API, as the few errors that pages tell apart."""

from collections.abc import Generator
from contextlib import contextmanager

import httpx

from ndx_client import (
    GraphQLClientError,
    GraphQLClientGraphQLError,
    GraphQLClientGraphQLMultiError,
    GraphQLClientHttpError,
)

REFUSALS = {"BAD_USER_INPUT", "LIMIT_EXCEEDED"}
AWAY_STATUSES = {429, 503, 504}
AWAY = {"UNAVAILABLE", "TIMEOUT", "RATE_LIMITED"}


class Trouble(Exception):
    """Base; `message` is safe to show."""

    def __init__(self, message: str = "") -> None:
        super().__init__(message)
        self.message = message


class Missing(Trouble):
    """There is no such thing to show."""


class Refused(Trouble):
    """A value that was given is wrong; the message says what to change, `field` where."""

    def __init__(self, message: str = "", field: str = "") -> None:
        super().__init__(message)
        self.field = field


class Away(Trouble):
    """The hub can't answer at the moment."""


class Fault(Trouble):
    """A fault of ours."""


@contextmanager
def refusals() -> Generator[None]:
    """Errors of the client inside the block come out as Trouble."""
    try:
        yield
    except GraphQLClientGraphQLMultiError as errors:
        raise trouble(errors.errors[0]) from errors
    except GraphQLClientHttpError as error:
        raise (Away() if error.status_code in AWAY_STATUSES else Fault()) from error
    except (GraphQLClientError, httpx.HTTPError) as error:
        raise Away() from error


def trouble(error: GraphQLClientGraphQLError) -> Trouble:
    """The trouble behind a coded error of the API."""
    extensions = error.extensions or {}
    code = extensions.get("code")
    if code in REFUSALS:
        return Refused(error.message, str(extensions.get("field") or extensions.get("limit") or ""))
    if code == "NOT_FOUND":
        return Missing(error.message)
    if code in AWAY:
        return Away(error.message)
    return Fault(error.message)
