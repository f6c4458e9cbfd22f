"""Becomes another program that ends when the process that started it ends (Linux)."""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1  # <sys/prctl.h>; kept across exec


def main() -> None:
    """`python -I leash.py PARENT PROGRAM ARGUMENT…`: PARENT is the pid that must stay alive."""
    parent, program = int(sys.argv[1]), sys.argv[2:]
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != parent:  # it died before the leash was on
        sys.exit(1)
    os.execv(program[0], program)


if __name__ == "__main__":
    main()
