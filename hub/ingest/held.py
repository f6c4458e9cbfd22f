"""Releases of ocids that are new to the graph, ready for compiling, until the end of the load.

What is stored would have to be read back, mended and marked again. They lie in a file without a
name, which is gone with the process however that ends; memory holds one number an ocid.
Pickled, since nobody else can write there and it takes a third of the time that JSON takes.
"""

import pickle
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from typing import IO

from hub.ingest.compile import Prepared
from hub.ingest.facts import Release

NONE = -1  # in the place of a release's beginning: there is none before it


class Held:
    """By ocid all releases of it that there are: those of an ocid that was known are not held."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._size = 0
        self._full = False  # no room: all is read back from the graph then, as for known ocids
        # Where the last release of an ocid begins, and each says where the one before it does;
        # None: the graph had that ocid.
        self._last: dict[str, int | None] = {}

    def asked(self, ocid: str) -> bool:
        """True when it is known whether the graph had that ocid before this load."""
        return ocid in self._last

    def is_new(self, ocid: str) -> bool:
        """True for an ocid that the graph had not before this load."""
        return self._last.get(ocid) is not None

    def tell(self, ocid: str, new: bool) -> None:
        """Note whether the graph lacked that ocid."""
        self._last[ocid] = NONE if new and not self._full else None

    def add(self, prepared: Prepared) -> None:
        """Hold a release, when its ocid is new."""
        told = prepared.release
        before = self._last.get(told.ocid)
        if before is None:
            return
        values = (told.id, told.reference, told.digest, told.public_from, told.basis, told.source)
        text = pickle.dumps((before, *values, prepared.body), pickle.HIGHEST_PROTOCOL)
        self._last[told.ocid] = self._size
        self._size += len(text)
        with self._room():
            self._opened().write(text)

    def end(self) -> None:
        """Nothing more will be held; call it before `take`."""
        with self._room():
            self._opened().flush()

    def take(self, ocid: str) -> list[Prepared] | None:
        """All releases of an ocid, without their raw text; None when it was known before."""
        last = self._last.get(ocid)
        return None if last is None else list(self._read(ocid, last))

    def close(self) -> None:
        """Drop the file."""
        if self._file:
            with suppress(OSError):
                self._file.close()

    @contextmanager
    def _room(self) -> Generator[None]:
        try:
            yield
        except OSError:
            self._full = True
            self._last = dict.fromkeys(self._last)

    def _opened(self) -> IO[bytes]:
        self._file = self._file or tempfile.TemporaryFile(prefix="hub-load-")
        return self._file

    def _read(self, ocid: str, at: int) -> Iterator[Prepared]:
        file = self._opened()
        while at != NONE:
            file.seek(at)
            at, id, reference, digest, since, basis, source, body = pickle.load(file)
            release = Release(id, ocid, reference, digest, "", since, basis, source)
            yield Prepared(release, body)
