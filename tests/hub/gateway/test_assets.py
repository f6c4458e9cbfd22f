"""Assets: nothing unchecked is written, and without npm one line says what to do."""

import hashlib
import io
import tarfile
from pathlib import Path

import pytest

from graph.errors import Internal, Unavailable
from hub.gateway import assets


def package(tmp_path: Path, files: dict[str, bytes]) -> tarfile.TarFile:
    """An archive as npm packs it."""
    place = tmp_path / "package.tgz"
    with tarfile.open(place, "w:gz") as archive:
        for name, content in files.items():
            entry = tarfile.TarInfo(f"package/{name}")
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return tarfile.open(place)


def absent(name: str) -> None:
    """No such module."""


def test_a_file_with_the_pinned_sum_is_taken_and_any_other_is_refused(tmp_path: Path) -> None:
    checked = assets._checked  # pyright: ignore[reportPrivateUsage]
    good = hashlib.sha256(b"good").hexdigest()
    with package(tmp_path, {"a.js": b"good", "b.js": b"bad"}) as archive:
        assert checked(archive, "p@1", "a.js", good) == b"good"
        for path in ("b.js", "none.js"):
            with pytest.raises(Internal, match=f"p@1: {path} has SHA-256 .* it is not used"):
                checked(archive, "p@1", path, good)


def test_without_npm_one_line_says_what_is_missing_and_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("importlib.util.find_spec", absent)  # no Node wheel either
    with pytest.raises(Unavailable, match="npm is not installed.*make assets"):
        assets.fetch("p@1", {})


def test_a_source_map_that_is_not_served_is_not_named() -> None:
    plain = assets._without_map  # pyright: ignore[reportPrivateUsage]
    assert plain(b"code();\n//# sourceMappingURL=a.js.map") == b"code();\n"
    assert plain(b"a{}\n/*# sourceMappingURL=a.css.map*/\n") == b"a{}\n"
    assert plain(b"code();") == b"code();"
