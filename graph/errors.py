"""The errors that every layer may raise; each carries a stable code and says what to change."""

from typing import ClassVar


class HubError(Exception):
    """Base: `message` is safe to show to anybody; `extensions` go out beside the code."""

    code: ClassVar[str] = "INTERNAL"

    def __init__(self, message: str, **extensions: object) -> None:
        super().__init__(message)
        self.message = message
        self.extensions = extensions


class BadRequest(HubError):
    """The request itself can't be understood."""

    code = "BAD_REQUEST"


class BadInput(HubError):
    """A value that the caller gave is wrong; the message says what to change."""

    code = "BAD_USER_INPUT"


class Unauthenticated(HubError):
    """Nobody is signed in and somebody has to be."""

    code = "UNAUTHENTICATED"


class Forbidden(HubError):
    """Whoever asks may not; the message says why."""

    code = "FORBIDDEN"


class NotFound(HubError):
    """There is no such thing, or the caller may not know of it."""

    code = "NOT_FOUND"


class Conflict(HubError):
    """It contradicts what is there."""

    code = "CONFLICT"


class LimitExceeded(HubError):
    """Over a limit; extensions name `limit`, `value` and `maximum`."""

    code = "LIMIT_EXCEEDED"


class TimedOut(HubError):
    """The deadline passed."""

    code = "TIMEOUT"


class Unavailable(HubError):
    """Something that the hub depends on is away."""

    code = "UNAVAILABLE"


class Internal(HubError):
    """A fault of ours."""

    code = "INTERNAL"
