"""The fuzzing works: each target takes its seeds, and what it is to find is found."""

import pytest

from tests.fuzz.seeds import seeds
from tests.fuzz.targets import TARGETS


@pytest.mark.parametrize("target", TARGETS)
def test_each_target_takes_its_seeds_whole_and_cut(target: str) -> None:
    for content in seeds(target).values():
        for end in {len(content), len(content) // 2, 1}:
            TARGETS[target](content[:end])
