"""The fixed form of JSON: ids hang on it, so its fast writer must give what the plain one does."""

import json
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from hub.ingest.canonical import canonical, parsed, slowly_canonical

KEYS = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**25), 10**25)
    | st.decimals(allow_nan=False, allow_infinity=False)
    | KEYS
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=15,
)


@given(VALUES)
def test_the_fast_form_is_the_plain_one(value: object) -> None:
    text = canonical(value)
    assert text == slowly_canonical(value)
    assert parsed(text) == value


def test_every_character_is_written_as_it_always_was() -> None:
    for code in [*range(0xD800), *range(0xE000, 0x11000)]:
        text = chr(code)
        assert canonical(text) == json.dumps(text, ensure_ascii=False)
    assert canonical({"é": Decimal("1.50"), "z": 2**70}) == (
        '{"z":1180591620717411303424,"\\u00e9":1.50}'
    )
