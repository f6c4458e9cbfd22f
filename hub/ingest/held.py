"""Releases of ocids that are new to the graph, ready for compiling, until the end of the load.

What is stored would have to be read back, mended and marked again. They lie in a file without a
name, which is gone with the process however that ends; memory holds only where each begins.
"""

import tempfile
from collections.abc import Generator
from contextlib import contextmanager, suppress
from typing import IO

from hub.ingest.canonical import canonical, parsed
from hub.ingest.compile import Prepared
from hub.ingest.facts import Release


class Held:
    """By ocid all releases of it that there are: those of an ocid that was known are not held."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._size = 0
        self._full = False  # no room: all is read back from the graph then, as for known ocids
        self._places: dict[str, list[tuple[int, int]] | None] = {}

    def asked(self, ocid: str) -> bool:
        """True when it is known whether the graph had that ocid before this load."""
        return ocid in self._places

    def is_new(self, ocid: str) -> bool:
        """True for an ocid that the graph had not before this load."""
        return self._places.get(ocid) is not None

    def tell(self, ocid: str, new: bool) -> None:
        """Note whether the graph lacked that ocid."""
        self._places[ocid] = [] if new and not self._full else None

    def add(self, prepared: Prepared) -> None:
        """Hold a release, when its ocid is new."""
        places = self._places.get(prepared.release.ocid)
        if places is None:
            return
        told = prepared.release
        values = [told.id, told.reference, told.digest, told.public_from, told.basis, told.source]
        text = canonical([*values, prepared.body]).encode()
        places.append((self._size, len(text)))
        self._size += len(text)
        with self._room():
            self._opened().write(text)

    def end(self) -> None:
        """Nothing more will be held; call it before `take`."""
        with self._room():
            self._opened().flush()

    def take(self, ocid: str) -> list[Prepared] | None:
        """All releases of an ocid, without their raw text; None when it was known before."""
        places = self._places.get(ocid)
        return None if places is None else [self._read(ocid, *place) for place in places]

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
            self._places = dict.fromkeys(self._places)

    def _opened(self) -> IO[bytes]:
        self._file = self._file or tempfile.TemporaryFile(prefix="hub-load-")
        return self._file

    def _read(self, ocid: str, at: int, length: int) -> Prepared:
        file = self._opened()
        file.seek(at)
        id, reference, digest, since, basis, source, body = parsed(file.read(length).decode())
        return Prepared(Release(id, ocid, reference, digest, "", since, basis, source), body)
