"""The parts of a score: nothing is lost when small parts are folded, bars stay inside."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from hub.web import points


@dataclass
class Part:
    """A contribution."""

    feature: str
    group: str
    value: float
    text: str


def parts(values: list[float]) -> list[Part]:
    start = Part("start", "start", -0.5, "The start")
    return [start, *(Part(f"f{n}", "text", value, f"F{n}") for n, value in enumerate(values))]


@given(st.lists(st.floats(-10, 10), max_size=30), st.lists(st.floats(-10, 10), max_size=30))
def test_every_bar_lies_inside_and_starts_or_ends_at_zero(
    one: list[float], two: list[float]
) -> None:
    rows = [parts(one), parts(two)]
    scale = points.scale(rows)
    zero = scale.bar("", 0.0).x
    for row in rows:
        for point in points.breakdown(row, scale):
            assert -0.01 <= point.x <= point.x + point.width <= points.WIDTH + 0.02
            assert min(abs(point.x - zero), abs(point.x + point.width - zero)) < 0.02


def test_the_start_comes_first_then_the_largest_and_one_part_for_the_rest() -> None:
    values = [0.01 * n for n in range(1, 13)]
    shown = points.breakdown(parts(values), points.scale([parts(values)]))
    assert [point.text for point in shown[:2]] == ["The start", "F11"]
    assert len(shown) == 1 + points.PARTS + 1
    assert shown[-1].text == "6 smaller parts"
    assert shown[-1].value == points.signed(sum(values[:6]))


def test_signed_values_use_a_true_minus_and_no_negative_zero() -> None:
    assert [points.signed(v) for v in (0.416, -1.3, -0.001, 0.0)] == [
        "+0.42",
        "−1.30",
        "0.00",
        "0.00",
    ]
