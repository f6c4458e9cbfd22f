"""Trusted documents: operations that the hub knows before anybody sends them, by their SHA-256.

They come from files: the typed client's own operations always, and what `HUB_TRUSTED_DOCUMENTS`
names. The hash is that of the text as it is sent, byte for byte, so no two tools can disagree.
"""

import ast
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Self, cast

import orjson

from graph.errors import BadInput

OWN = Path(__file__).parents[2] / "ndx_client" / "client.py"
PREFIX = "sha256:"


def digest(text: str) -> str:
    """The hexadecimal SHA-256 of a document's text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


class Trusted:
    """Documents by the hexadecimal SHA-256 of their text."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self.by_hash = {digest(text): text for text in texts}
        self.texts = frozenset(self.by_hash.values())

    @classmethod
    def read(cls, paths: Sequence[Path]) -> Self:
        """The documents of files and of all files in folders. Raises BadInput, naming the file."""
        return cls(text for path in paths for file in _files(path) for text in _texts(file))

    def __contains__(self, text: str) -> bool:
        """Is it the text of one of them?"""
        return text in self.texts


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(file for file in path.rglob("*") if file.suffix in READERS)
    if path.suffix in READERS:
        return [path]
    raise BadInput(f"{path}: trusted documents are files that end in {', '.join(READERS)}.")


def _texts(file: Path) -> list[str]:
    try:
        return list(READERS[file.suffix](file.read_text("utf-8")))
    except OSError as error:
        raise BadInput(f"{file} can't be read: {error.strerror}.") from error
    except (ValueError, TypeError, KeyError, SyntaxError) as error:
        raise BadInput(f"{file} holds no trusted documents: {error}.") from error


def _document(content: str) -> Iterator[str]:
    yield content


def _manifest(content: str) -> Iterator[str]:
    """`{hash: text}` as Relay and GraphQL Code Generator write it, or Apollo's manifest."""
    found = orjson.loads(content)
    if not isinstance(found, dict):
        raise ValueError("a manifest is an object of hash and text")
    listed = cast(Mapping[str, Any], found)
    if isinstance(listed.get("operations"), list):
        entries = [(entry["id"], entry["body"]) for entry in listed["operations"]]
    else:
        entries = list(listed.items())
    for hash, text in entries:
        if not isinstance(text, str) or digest(text) != str(hash).removeprefix(PREFIX):
            raise ValueError(f"{hash} is not the SHA-256 of its text")
        yield text


def _client(content: str) -> Iterator[str]:
    """What a client made by ariadne-codegen sends: the texts of its calls of `gql`."""
    for node in ast.walk(ast.parse(content)):
        match node:
            case ast.Call(func=ast.Name(id="gql"), args=[ast.Constant(value=str(text))]):
                yield text
            case _:
                pass


READERS: Mapping[str, Callable[[str], Iterator[str]]] = {
    ".graphql": _document,
    ".gql": _document,
    ".json": _manifest,
    ".py": _client,
}
