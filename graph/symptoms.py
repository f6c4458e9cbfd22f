"""What the embedded server's log says about its start, as one line for people."""

from pathlib import Path

from graph.errors import Unavailable

LOCKED = ("LockException", "is locked by another process")
FULL = ("No space left on device", "Disk quota exceeded")
HEAP = ("maximum heap size", "Could not reserve enough space", "Too small maximum heap")
PORTS = ("Unable to listen", "Address already in use")


def has(said: str, signs: tuple[str, ...]) -> bool:
    """Whether any of the signs is in a log."""
    return any(sign in said for sign in signs)


def damaged(said: str) -> bool:
    """Whether a server that came up has lost data by doing so.

    ArcadeDB replaces a schema that it can't read by an empty one and goes on; such a graph looks
    empty and must not be loaded over. Half a page is normal after a kill, and only then.
    """
    killed = "was not closed properly" in said
    return " SEVER " in said or ("trailing bytes" in said and not killed)


def why(said: str, root: Path, code: int | None) -> Unavailable:
    """The error for a server that ended before it was ready, or came up damaged (no code)."""
    if has(said, LOCKED):
        return Unavailable(f"The graph's folder {root} is in use by another process; stop that.")
    if has(said, FULL):
        return Unavailable(f"The disk of {root} is full: free some space or move HUB_HOME.")
    if has(said, HEAP):
        return Unavailable("HUB_GRAPH_HEAP asks for memory that can't be had; try 512m.")
    ended = "" if code is None else f" (exit code {code})"
    return Unavailable(
        f"The graph's folder {root} is damaged or can't be opened{ended}: move it away and load "
        f"again; {root / 'server.log'} has the details."
    )
