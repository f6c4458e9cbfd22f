"""On which addresses a process listens (Linux)."""

import os
from pathlib import Path

# 127.0.0.1 as /proc writes it, alone and mapped into IPv6.
LOOPBACK = {"0100007F", "0000000000000000FFFF00000100007F"}


def listeners(pid: int) -> set[str]:
    """The addresses on which a process listens; fails when there is none."""
    sockets = {os.readlink(link) for link in Path(f"/proc/{pid}/fd").iterdir() if link.is_symlink()}
    rows = [
        line.split()
        for table in ("tcp", "tcp6")
        for line in Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:]
    ]
    listening = [row for row in rows if row[3] == "0A" and f"socket:[{row[9]}]" in sockets]
    found = {row[1].rpartition(":")[0] for row in listening}
    assert found, f"process {pid} listens nowhere"
    return found
