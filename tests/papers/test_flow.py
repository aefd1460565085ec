"""Sections poured into columns: all pieces, in order, within the columns, no head alone, a short last page even."""

from hypothesis import given
from hypothesis import strategies as st

from kamdesk.papers.kit.flow import Piece, Placed, Section, pour
from kamdesk.papers.kit.parts import SECTION_HEAD

TOP, BOTTOM = 20.0, 120.0


def sections_of(heights: list[list[float]]) -> tuple[list[Section], dict[int, tuple[int, int]]]:
    """Sections of pieces of these heights, and which piece a draw function belongs to."""
    owners: dict[int, tuple[int, int]] = {}
    sections = []
    for number, column in enumerate(heights):
        pieces = []
        for place, height in enumerate(column):

            def draw(sheet: object, x: float, y: float) -> None: ...

            owners[id(draw)] = (number, place)
            pieces.append(Piece(height, draw))
        sections.append(Section(f"s{number}", pieces))
    return sections, owners


def poured(
    heights: list[list[float]],
) -> tuple[list[list[Placed]], dict[int, tuple[int, int]], list[Section]]:
    sections, owners = sections_of(heights)
    return pour(sections, columns=2, width=80, top=TOP, bottom=BOTTOM, more=" +"), owners, sections


HEIGHTS = st.lists(st.lists(st.floats(3, 40), min_size=1, max_size=8), min_size=1, max_size=6)


@given(HEIGHTS)
def test_every_piece_is_placed_once_in_order_and_inside(heights: list[list[float]]) -> None:
    pages, owners, _ = poured(heights)
    found = [owners[id(place.draw)] for page in pages for place in page if id(place.draw) in owners]
    assert found == [(n, p) for n, column in enumerate(heights) for p in range(len(column))]
    for page in pages:
        for place in page:
            assert place.y >= TOP
            assert place.y + place.height <= BOTTOM + 0.001


@given(HEIGHTS)
def test_pieces_of_a_column_do_not_cover_each_other(heights: list[list[float]]) -> None:
    pages, _, _ = poured(heights)
    for page in pages:
        for column in (0, 1):
            lowest = TOP
            for place in (place for place in page if place.column == column):
                assert place.y >= lowest - 0.001
                lowest = place.y + place.height


@given(HEIGHTS)
def test_no_head_ends_a_column(heights: list[list[float]]) -> None:
    pages, owners, _ = poured(heights)
    for page in pages:
        for column in (0, 1):
            inside = [place for place in page if place.column == column]
            if inside:
                assert id(inside[-1].draw) in owners
                assert inside[0].height == SECTION_HEAD


def test_a_short_page_is_filled_evenly() -> None:
    pages, _, _ = poured([[10.0] * 3, [10.0] * 3])
    assert len(pages) == 1
    lowest = [max(p.y + p.height for p in pages[0] if p.column == column) for column in (0, 1)]
    assert abs(lowest[0] - lowest[1]) < 12


def test_nothing_to_pour_is_one_empty_page() -> None:
    assert pour([], columns=2, width=80, top=TOP, bottom=BOTTOM, more="") == [[]]
