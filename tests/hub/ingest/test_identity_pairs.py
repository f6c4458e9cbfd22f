"""The bars of `hub identify` on labelled pairs of real names."""

import csv
import json
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

from hub.ingest.identify import identify
from hub.ingest.listed import listed
from hub.ingest.subjects import of_line


def test_labelled_pairs_are_joined_listed_or_kept_apart(data_dir: Path) -> None:
    with (data_dir / "identity-pairs.csv").open(encoding="utf-8", newline="") as file:
        pairs = list(csv.DictReader(file))
    given = [of_line(side) for pair in pairs for side in _sides(pair)]
    lists = listed(data_dir / "reference")
    answers = {one["id"]: one for one in identify(given, [], lists)}
    found: Counter[tuple[str, str]] = Counter()
    for pair in pairs:
        one, other = answers[f"{pair['id']} left"], answers[f"{pair['id']} right"]
        near = {doubt.get("id") for doubt in one["doubtful"]}
        outcome = "listed" if other["id"] in near else "apart"
        found[pair["label"], "joined" if one["group"] == other["group"] else outcome] += 1
    _bars(found, Counter(pair["label"] for pair in pairs))
    for seed in range(20):
        shuffled = Random(seed).sample(given, len(given))
        assert {one["id"]: one for one in identify(shuffled, [], lists)} == answers


def _sides(pair: dict[str, str]) -> list[dict[str, Any]]:
    return [
        {
            **json.loads(pair[f"{side}_context"]),
            "id": f"{pair['id']} {side}",
            "name": pair[f"{side}_name"],
        }
        for side in ("left", "right")
    ]


def _bars(found: Counter[tuple[str, str]], of: Counter[str]) -> None:
    joined = sum(count for (_, outcome), count in found.items() if outcome == "joined")
    precision = found["same", "joined"] / joined
    recall = found["same", "joined"] / of["same"]
    seen = (found["same", "joined"] + found["same", "listed"]) / of["same"]
    noise = found["different", "listed"] / of["different"]
    print(f"{precision=:.3f} {recall=:.3f} {seen=:.3f} {noise=:.3f}")
    assert precision >= 0.98
    assert recall >= 0.50
    assert seen >= 0.85
    assert noise <= 0.60
    assert not found["doubtful", "joined"]
