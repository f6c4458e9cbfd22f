"""The report of a load as a page that a person can read; it fetches nothing from anywhere."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

HERE = Path(__file__).parent / "templates"


def page(record: Mapping[str, Any]) -> str:
    """HTML of what `Report.record` gives; every value in it is escaped."""
    loader = FileSystemLoader(HERE)
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    return made.get_template("report.html").render(**record)
