"""The model registry: a model is served only when its file, code, features and data are its own."""

import hashlib
import json
import os
import shutil
import threading
from collections.abc import Collection
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import lightgbm

from graph.clock import end_of
from ranking.features import features_hash, names
from ranking.hyperparameters import LIGHTGBM, SEED, TREES
from ranking.rankers import FallbackRanker, LightGBMRanker, Scorer
from ranking.snapshot import Snapshot

MODEL, MANIFEST = "model.txt", "manifest.json"
HERE = Path(__file__).parent
# What a vector or a model depends on; a change of one means training anew.
CODE = (
    *("cpv.py", "features/*.py", "hyperparameters.py", "index.py", "market.py", "needs.py"),
    *("rankers.py", "retrieval.py", "text.py", "training.py", "view.py", "walks.py"),
)


@cache
def code_hash() -> str:
    """SHA-256 of the source that makes the vectors: an old model never meets other numbers."""
    files = sorted(file for pattern in CODE for file in HERE.glob(pattern))
    texts = (file.read_bytes() for file in [*files, HERE.parent / "graph" / "text.py"])
    return hashlib.sha256(b"\0".join(texts)).hexdigest()


def folder(home: Path, cut_off: date) -> Path:
    """Where the model of a cut-off lies."""
    return home / "models" / cut_off.isoformat()


def manifest(place: Path) -> dict[str, Any]:
    """What a model says of itself; empty when it says nothing that can be read."""
    try:
        told: Any = json.loads((place / MANIFEST).read_text())
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def save(home: Path, cut_off: date, model: str, facts: str, needs: int) -> str:
    """Write model and manifest, then rename the folder into place; the version."""
    digest = hashlib.sha256(model.encode()).hexdigest()
    told = {**_expected(facts), "model_sha256": digest, "features": names(), "needs": needs}
    told |= {"version": f"{cut_off}-{digest[:12]}", "trained_until": end_of(cut_off)}
    told |= {"seed": SEED, "trees": TREES, "settings": dict(LIGHTGBM), "card": "docs/model-card.md"}
    place = folder(home, cut_off)
    part = place.with_name(f".{place.name}.{os.getpid()}")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    (part / MODEL).write_text(model)
    (part / MANIFEST).write_text(json.dumps(told, indent=1, sort_keys=True) + "\n")
    shutil.rmtree(place, ignore_errors=True)
    part.rename(place)
    return str(told["version"])


def why_not(place: Path, facts: str) -> str | None:
    """Why a model must not be served beside these facts; None: it may."""
    told = manifest(place)
    if not told:
        return "it has no manifest"
    for key, value in _expected(facts).items():
        if told.get(key) != value:
            return f"its {key} is not that of this hub and its data"
    if tuple(told.get("features", ())) != names():
        return "its features are not those of this hub"
    try:
        digest = hashlib.sha256((place / MODEL).read_bytes()).hexdigest()
    except OSError:
        return "its file is missing"
    return None if told.get("model_sha256") == digest else "its file was changed"


def cut_offs(home: Path) -> list[date]:
    """The cut-offs for which a folder exists, oldest first."""
    found = (home / "models").glob("????-??-??")
    return sorted(date.fromisoformat(place.name) for place in found)


def forget(home: Path, kept: Collection[str], last: date) -> None:
    """Remove models up to `last` of quarters that the data of this hub gives none."""
    for cut_off in cut_offs(home):
        if cut_off <= last and cut_off.isoformat() not in kept:
            shutil.rmtree(folder(home, cut_off), ignore_errors=True)


class Registry:
    """The models beside one snapshot; loads each once, shared by threads."""

    def __init__(self, home: Path, snapshot: Snapshot) -> None:
        self._home = home
        self._snapshot = snapshot
        self._loaded: dict[tuple[date, str], Scorer] = {}
        self._lock = threading.Lock()

    def at(self, until: str | None) -> Scorer:
        """The newest model whose cut-off is not after `until` (None: the newest of all).

        The fallback ranker, when there is none or that one is refused: an older model would
        answer other than the same data did when that model was the newest.
        """
        usable = [c for c in cut_offs(self._home) if until is None or end_of(c) <= until]
        if not usable:
            return FallbackRanker()
        # A model that is trained anew beside a running hub has another digest.
        key = (usable[-1], str(manifest(folder(self._home, usable[-1])).get("model_sha256")))
        with self._lock:
            if key not in self._loaded:
                self._loaded[key] = self._load(usable[-1])
            return self._loaded[key]

    def _load(self, cut_off: date) -> Scorer:
        place = folder(self._home, cut_off)
        if why_not(place, self._snapshot.hash_until(end_of(cut_off))) is not None:
            return FallbackRanker()
        booster = lightgbm.Booster(model_str=(place / MODEL).read_text())
        return LightGBMRanker(booster, names(), manifest(place)["version"])


def _expected(facts: str) -> dict[str, Any]:
    return {
        "features_sha256": features_hash(names()),
        "code_sha256": code_hash(),
        "facts_sha256": facts,
        "versions": {"lightgbm": lightgbm.__version__},
    }
