"""Operations sent by hash: trusted documents, and those that a client has sent once before (APQ).

A client asks by the SHA-256 of a document; unless the hub knows it, it answers
PERSISTED_QUERY_NOT_FOUND, and the client sends text and hash together, once. What is kept so is
shared by all processes through Valkey; without it each process remembers what it has seen itself.
"""

import re
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any, Protocol, cast

from auth.sessions import StoreAway
from graph.errors import BadRequest, Forbidden, HubError
from hub.gateway.trusted import PREFIX, Trusted, digest

HASH = re.compile(r"[0-9a-f]{64}")
LONGEST = 16_384  # characters of a text that is kept for others
REMEMBERED = 512  # texts in the memory of a process


class PersistedQueryNotFound(HubError):
    """Nobody has sent that document yet; clients look for this very message."""

    code = "PERSISTED_QUERY_NOT_FOUND"

    def __init__(self) -> None:
        super().__init__("PersistedQueryNotFound")


class Texts(Protocol):
    """Texts by hash, shared by all processes, bounded in number and time."""

    async def get(self, key: str) -> bytes | None:
        """The value, or None. Raises StoreAway."""
        ...

    async def put(self, key: str, value: bytes) -> None:
        """Keep it for a while. Raises StoreAway."""
        ...


class Persisted:
    """Finds the text of what is sent by hash, and keeps the texts that were sent with one."""

    def __init__(self, trusted: Trusted, *, only_trusted: bool = False) -> None:
        self.trusted = trusted
        self.only_trusted = only_trusted
        self.store: Texts | None = None  # set while the gateway's stores are open
        self.memory: OrderedDict[str, str] = OrderedDict()

    async def text(self, text: str | None, hash: str | None) -> str:
        """The document that is meant. Raises PersistedQueryNotFound, BadRequest, Forbidden."""
        if text:
            return self._demand_good(text, hash)
        if not hash:
            raise BadRequest('Send {"query": "…"}: there is no query in the request.')
        found = self.trusted.by_hash.get(hash) or await self._kept(hash)
        if found is None:
            raise PersistedQueryNotFound
        return found

    async def keep(self, text: str, hash: str) -> None:
        """Remember a document that is valid: before that, strangers could fill the store."""
        if len(text) > LONGEST or text in self.trusted or self.memory.get(hash) == text:
            return
        self._remember(hash, text)
        if self.store:
            try:
                await self.store.put(hash, text.encode())
            except StoreAway:
                pass  # the client's next hash may meet a process that has to ask for the text

    def _demand_good(self, text: str, hash: str | None) -> str:
        if hash and digest(text) != hash:
            raise BadRequest("The hash is not the SHA-256 of the query: send the query's own hash.")
        if self.only_trusted and text not in self.trusted:
            raise Forbidden("This hub runs trusted documents only; ask its operator to add yours.")
        return text

    async def _kept(self, hash: str) -> str | None:
        if hash in self.memory:
            self.memory.move_to_end(hash)
            return self.memory[hash]
        try:
            found = await self.store.get(hash) if self.store else None
        except StoreAway:
            return None
        text = found.decode(errors="replace") if found else None
        if text is None or digest(text) != hash:  # whoever can write to the store is not believed
            return None
        self._remember(hash, text)
        return text

    def _remember(self, hash: str, text: str) -> None:
        self.memory[hash] = text
        if len(self.memory) > REMEMBERED:
            self.memory.popitem(last=False)


def hash_of(parts: Mapping[str, Any]) -> str | None:
    """The hash in the parts of a request: `documentId`, or `extensions.persistedQuery`.

    Raises BadRequest for one that is no SHA-256.
    """
    named = parts.get("documentId")
    extensions = parts.get("extensions")
    if named is None and isinstance(extensions, Mapping):
        asked = cast(Mapping[str, Any], extensions).get("persistedQuery")
        if asked is None:
            return None
        if not isinstance(asked, Mapping) or cast(Mapping[str, Any], asked).get("version") != 1:
            raise BadRequest('persistedQuery is {"version": 1, "sha256Hash": "…"}.')
        named = cast(Mapping[str, Any], asked).get("sha256Hash")
    elif named is None:
        return None
    hash = named.removeprefix(PREFIX).lower() if isinstance(named, str) else ""
    if not HASH.fullmatch(hash):
        raise BadRequest("The hash of a document is its SHA-256 in 64 hexadecimal digits.")
    return hash
