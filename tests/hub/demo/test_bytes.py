"""One order, one world: the same bytes in every process, another seed another world."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from hub.demo.cast import bodies, firms
from hub.demo.chance import Chance
from hub.demo.sizes import SIZES, Order
from hub.demo.world import write_world

# Changed on purpose only: who has a world of this seed has another after an update.
TINY = "e346cd65b2da7aeef13ee7ef5e8962536e959bcc86cc2f3f774c17dd3598f005"
WRITE = """
import sys
from pathlib import Path
from hub.demo.sizes import Order
from hub.demo.world import write_world
write_world(Path(sys.argv[1]), Order("tiny", 7))
"""


def digest(folder: Path) -> str:
    """SHA-256 over names and bytes of all files of a folder."""
    found = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        found.update(path.relative_to(folder).as_posix().encode() + b"\n" + path.read_bytes())
    return found.hexdigest()


@pytest.mark.parametrize("hashing", ["0", "12345"])
def test_a_world_is_the_same_whatever_order_hashes_have(tmp_path: Path, hashing: str) -> None:
    there = {**os.environ, "PYTHONHASHSEED": hashing, "LC_ALL": "C", "TZ": "Asia/Tokyo"}
    subprocess.run([sys.executable, "-c", WRITE, str(tmp_path)], env=there, check=True)
    assert digest(tmp_path) == TINY


def test_another_seed_is_another_world(tmp_path: Path) -> None:
    write_world(tmp_path, Order("tiny", 8))
    assert digest(tmp_path) != TINY


def test_chance_is_the_documented_generator_and_nothing_else() -> None:
    draw = Chance("a", 1)
    told = [draw.below(1_000) for _ in range(5)]
    seed = int.from_bytes(hashlib.sha256(b"a/1").digest()[:8], "big")
    from random import Random

    random = Random(seed).random
    assert told == [int(random() * 1_000) for _ in range(5)]


@pytest.mark.parametrize("size", ["small", "large"])
def test_no_two_bodies_or_firms_share_a_name_or_a_number(size: str) -> None:
    amount = SIZES[size]
    public, private = bodies(amount.buyers, Chance("b")), firms(amount.suppliers, Chance("f"))
    names = [party.name for party in (*public, *private)]
    assert len(set(names)) == len(names) == amount.buyers + amount.suppliers
    assert len({party.ppon for party in (*public, *private)}) == len(names)
    companies = [firm.company for firm in private if firm.company]
    assert len(set(companies)) == len(companies)
