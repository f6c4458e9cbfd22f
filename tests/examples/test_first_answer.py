"""What docs/first-query.md shows is what the hub answers."""

import json
import re

from tests.examples.routing import asked
from tests.tree import ROOT

PAGE = (ROOT / "docs" / "first-query.md").read_text()


def test_the_answer_on_the_page_is_the_answer(council_hub: str) -> None:
    (query,) = re.findall(r'-d \'\{"query": "(.+)"\}\'', PAGE)
    (shown,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    assert json.loads(shown) == {"data": json.loads(asked(f"{council_hub}/graphql", query))}
