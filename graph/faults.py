"""Faults of an engine or its driver, mapped by class to the errors that everybody may see."""

from collections.abc import Generator
from contextlib import contextmanager

from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    ConnectionPoolError,
    ConstraintError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from graph.errors import Conflict, HubError, Internal, TimedOut, Unavailable

ENGINE_FAULTS = (Neo4jError, DriverError, TimeoutError, OSError)


def retryable(error: Exception) -> bool:
    """Whether the same call may work a moment later."""
    return isinstance(error, (Neo4jError, DriverError)) and error.is_retryable()


def hub_error(error: Exception, what: str) -> HubError:
    """The HubError for a fault of the engine; `what` names the statement for the log's cause.

    Messages never repeat the engine's own text: it may hold data, and differs by engine. The
    fault itself stays as the cause.
    """
    if isinstance(error, TimeoutError) or _server_timeout(error):
        return TimedOut("The graph took too long to answer; try again or ask for less.")
    if isinstance(error, ConstraintError):
        return Conflict("Something with that key is there already.")
    if isinstance(error, AuthError):
        return Unavailable("The graph refuses the user name or password that the hub was given.")
    if isinstance(error, ConfigurationError):
        return Unavailable("The graph's address or settings can't be used; see the log.")
    if isinstance(error, (ServiceUnavailable, SessionExpired, ConnectionPoolError, OSError)):
        return Unavailable("The graph can't be reached.")
    if retryable(error):
        return Unavailable("The graph is busy; try again in a moment.")
    return Internal(f"The graph could not run {what}.")


def _server_timeout(error: Exception) -> bool:
    # The one look at a code: neither engine has a class of its own for its deadline (graph.md D8).
    return isinstance(error, Neo4jError) and "TransactionTimedOut" in (error.code or "")


@contextmanager
def translated(what: str) -> Generator[None]:
    """Faults of the engine inside the block leave it as HubErrors."""
    try:
        yield
    except ENGINE_FAULTS as error:
        raise hub_error(error, what) from error
