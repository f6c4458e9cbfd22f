"""Style sheets, script and icon, each under a name that holds its hash, so it can be kept."""

import gzip
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

HERE = Path(__file__).parent
FOLDERS = (HERE / "look", HERE / "static")  # ours; what `make assets` wrote
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
PREFIX = "/assets/"
KEPT = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class File:
    """One file as it is sent: `served` is its name with ten digits of its hash."""

    served: str
    kind: str
    plain: bytes
    zipped: bytes


class Files:
    """All files by their plain names; those that others refer to come first."""

    def __init__(self, folders: Iterable[Path] = FOLDERS) -> None:
        found = {
            path.name: path for folder in folders for path in folder.glob("*") if _served(path)
        }
        self._files: dict[str, File] = {}
        for name in sorted(found, key=lambda name: (name == "app.js", name)):
            self._files[name] = self._file(found[name])
        self._by_served = {file.served: file for file in self._files.values()}

    def __contains__(self, name: str) -> bool:
        return name in self._files

    def href(self, name: str) -> str:
        """The address of a file; KeyError when there is none of that name."""
        return PREFIX + self._files[name].served

    async def serve(self, request: Request) -> Response:
        """The file, compressed if the browser takes that; a name of another build is a 404."""
        file = self._by_served.get(request.path_params["name"])
        if not file:
            raise HTTPException(404)
        headers = {
            "Cache-Control": KEPT,
            "Vary": "Accept-Encoding",
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
        }
        if "gzip" not in request.headers.get("accept-encoding", ""):
            return Response(file.plain, media_type=file.kind, headers=headers)
        headers["Content-Encoding"] = "gzip"
        return Response(file.zipped, media_type=file.kind, headers=headers)

    def _file(self, path: Path) -> File:
        content = path.read_bytes()
        for name, file in self._files.items():
            # Names inside are rewritten before hashing, or an old script would load a new one.
            content = content.replace(f"./{name}".encode(), f"./{file.served}".encode())
        mark = hashlib.sha256(content).hexdigest()[:10]
        served = f"{path.stem}.{mark}{path.suffix}"
        return File(served, TYPES[path.suffix], content, gzip.compress(content, 9, mtime=0))


def _served(path: Path) -> bool:
    return path.is_file() and path.suffix in TYPES
