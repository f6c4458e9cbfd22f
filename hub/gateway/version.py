"""The hub's version, as installed."""

from importlib.metadata import version

VERSION = version("ndx-hub")
