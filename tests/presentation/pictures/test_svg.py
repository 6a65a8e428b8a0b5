"""Rows of cells as SVG: text stays in its cells, and signs that are shapes leave no gaps."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from givequest.presentation.pictures.cells import columns_of, placed
from givequest.presentation.pictures.signs import HEIGHT, WIDTH, shape_of
from givequest.presentation.pictures.svg import picture_of, svg_row

INK, GROUND = "#eeeeee", "#111111"


def test_neighbours_that_look_alike_are_one_run_and_wide_letters_count_twice() -> None:
    """So a run begins where its first cell is."""
    runs = placed(
        [
            ("a", INK, GROUND, False, False),
            ("b", INK, GROUND, False, False),
            ("日本", INK, GROUND, True, False),
            ("c", INK, GROUND, False, False),
        ]
    )
    assert [(run.column, run.text) for run in runs] == [(0, "ab"), (2, "日本"), (6, "c")]
    assert columns_of([runs]) == 7


def test_each_word_group_is_as_wide_as_its_cells_whatever_the_font() -> None:
    """What is further apart than one blank begins at a cell of its own."""
    drawn = svg_row(placed([("  two words   next", INK, GROUND, False, False)]), GROUND)
    assert re.findall(r'x="(\d+)"[^>]*textLength="(\d+)"[^>]*>([^<]+)<', drawn) == [
        (str(2 * WIDTH), str(9 * WIDTH), "two words"),
        (str(14 * WIDTH), str(4 * WIDTH), "next"),
    ]


def test_bars_and_blocks_are_shapes_and_touching_ones_are_one() -> None:
    """No font is asked, so there is no seam between two cells."""
    drawn = svg_row(placed([("━━━━██", INK, GROUND, False, False)]), GROUND)
    assert "<text" not in drawn
    assert f"h{2 * WIDTH}v{HEIGHT}h-{2 * WIDTH}z" in drawn
    assert drawn.count("M") == 2


def test_what_people_wrote_is_text_and_nothing_else() -> None:
    """Signs that mean something in XML among it, in the title and the description too."""
    hostile = '</text><script>&"'
    picture = picture_of([placed([(hostile, INK, GROUND, False, False)])], GROUND, hostile, hostile)
    root = ElementTree.fromstring(picture)
    assert [element.text for element in root.iter() if element.text and "script" in element.text] == [hostile] * 3
    assert not [element for element in root.iter() if element.tag.endswith("script")]


@pytest.mark.parametrize("sign", "─│╭╮╰╯├┤━╸╺▁▄█▌▀░▓▰▱")
def test_a_shape_stays_in_its_cell(sign: str) -> None:
    """And fills some of it."""
    shape = shape_of(sign)
    assert shape is not None
    points = [point for polygon in shape.polygons for point in polygon]
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in points)
    assert len({x for x, _ in points}) > 1
    assert len({y for _, y in points}) > 1


def test_corners_meet_the_lines_beside_them() -> None:
    """A frame is closed: each corner reaches the two edges that its neighbours leave from."""
    for sign, across, along in (("╭", WIDTH, HEIGHT), ("╮", 0, HEIGHT), ("╰", WIDTH, 0), ("╯", 0, 0)):
        shape = shape_of(sign)
        assert shape is not None
        (corner,) = shape.polygons
        assert any(x == across and abs(y - HEIGHT / 2) < 1 for x, y in corner), sign
        assert any(y == along and abs(x - WIDTH / 2) < 1 for x, y in corner), sign


def test_letters_are_left_to_fonts() -> None:
    """And so are signs that no shape stands for."""
    assert [shape_of(sign) for sign in "aé✓日"] == [None] * 4
