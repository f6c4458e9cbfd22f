"""The command line `hub`: finds the command, reads the settings, turns errors into one line."""

import argparse
import importlib
import logging
import os
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import NoReturn

from graph.errors import HubError
from hub.gateway.logs import to_stderr
from hub.gateway.settings import Settings

# One module each in hub/gateway/commands, in the order of `hub --help`.
COMMANDS = (
    "run",
    "serve",
    "doctor",
    "load",
    "demo",
    "quality",
    "hash",
    "export",
    "import",
    "train",
    "evaluate",
    "models",
    "match",
    "identify",
    "identity",
)

# "models" as a file name would tell nobody what is in it; "import" can't be imported.
MODULES = {"models": "registry", "import": "restore"}


class Parser(argparse.ArgumentParser):
    """Bad usage is one line that says what to do, and exit code 2."""

    def error(self, message: str) -> NoReturn:
        """Print the line and leave; argparse's own version prints the whole usage first."""
        self.exit(2, f"{self.prog}: {' '.join(message.split())}; see {self.prog} --help\n")


def command(name: str) -> ModuleType:
    """The module of a command, imported only when it is asked for."""
    return importlib.import_module(f"hub.gateway.commands.{MODULES.get(name, name)}")


def parser(names: Sequence[str] = COMMANDS) -> Parser:
    """The parser with these commands only: importing all of them would slow each start."""
    made = Parser(prog="hub", description="The National Digital Exchange hub.", allow_abbrev=False)
    commands = made.add_subparsers(metavar="COMMAND", required=True, title="commands")
    for name in names:
        command(name).add(commands)
    return made


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code of the process."""
    words = list(sys.argv[1:] if argv is None else argv)
    known = [word for word in words[:1] if word in COMMANDS]
    args = parser(known or COMMANDS).parse_args(words)
    to_stderr()
    try:
        return int(args.run(args, Settings.from_env()))
    except HubError as error:
        print(f"hub: {error.message}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output left (`hub match | head`); nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception:
        logging.getLogger("hub").exception("command failed")
        print("hub: a fault of the hub itself, see the log above", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
