"""Wrapping loses nothing, keeps to the width and to the rules; widths are those of the face."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kamdesk.papers.kit.breaking import NO_END, NO_START, Break, break_before
from kamdesk.papers.kit.fonts import MISSING, faces
from kamdesk.papers.kit.scale import MM
from kamdesk.papers.kit.setting import Line, clean, joined, plain, shortened, whole, width, wrap

SIZE = 9.0
MIXED = st.text(
    st.sampled_from(
        "客户建材台州海晟承诺兑现盘点库存，。；：！？、（）“”《》年月日分　 ·×≥aBc0123456789.,-/%$()ŁřŐé—…"
    )
    | st.characters(codec="utf-8"),
    max_size=80,
)
WIDTHS = st.floats(6, 60)


def squeezed(text: str) -> str:
    return "".join(text.split())


def shown(text: str) -> str:
    """What of a text is printed: the characters the face has, 〓 for the others, no blanks."""
    advances = faces().regular.advances
    return "".join(c if ord(c) in advances else MISSING for c in squeezed(clean(text)))


@given(MIXED, WIDTHS)
@example("，。、；：", 6.0)
@example("International Business Machines", 6.0)
@example("2026年11月24日 周二 0576-8245 1107 转 8012", 12.0)
def test_no_character_is_lost_or_moved(text: str, wide: float) -> None:
    assert squeezed("".join(str(line) for line in wrap(text, SIZE, wide))) == shown(text)


@given(MIXED, WIDTHS)
def test_no_line_is_wider_than_asked(text: str, wide: float) -> None:
    """A closing mark may hang out by half an em, where its half of the square is empty."""
    for line in wrap(text, SIZE, wide):
        hang = 0.5 if str(line)[-1:] in set("”’）》〉」』】〕〗］｝，。、；：！？") else 0.0
        if line.stop - line.start > 1:
            assert (line.width - hang) * SIZE / MM <= wide + 0.01


def parted_by_need(line: Line, following: Line) -> bool:
    """Whether the line holds no good place to end."""
    places = range(line.start + 1, line.stop + 1)
    return not any(break_before(line.text.chars, n) is Break.GOOD for n in places if n < len(line.text.chars))


@given(MIXED, WIDTHS)
def test_forbidden_heads_and_tails_come_only_where_nothing_else_is_possible(text: str, wide: float) -> None:
    lines = wrap(text, SIZE, wide)
    for line, following in pairwise(lines):
        if following.text is not line.text:
            continue
        head, tail = str(following)[:1], str(line)[-1:]
        if head in NO_START or tail in NO_END:
            assert parted_by_need(line, following)


def test_a_date_and_a_phone_stay_whole_where_they_can() -> None:
    lines = [str(line) for line in wrap("到货 2026年11月24日，电话 0576-8245 1107 转 8012", SIZE, 30)]
    assert any("11月24日" in line for line in lines)
    assert any("0576-8245 1107" in line for line in lines)


def test_no_line_of_one_character_is_left_over() -> None:
    text = "签十二月铁路发运确认书"
    wide = width(text[:-1], SIZE) + 0.1
    lines = [str(line) for line in wrap(text, SIZE, wide)]
    assert [len(line) for line in lines] == [len(text) - 2, 2]


def test_hanzi_and_latin_stand_apart_but_not_in_dates() -> None:
    apart = width("订C2", SIZE) - width("订", SIZE) - width("C2", SIZE)
    assert apart == pytest.approx(0.09 * SIZE / MM)
    assert width("24日", SIZE) == pytest.approx(width("24", SIZE) + width("日", SIZE))


def test_marks_that_meet_give_up_half_a_square() -> None:
    assert width("。”", SIZE) == pytest.approx(1.5 * SIZE / MM)
    assert width("（客）（户）", SIZE) == pytest.approx((0.5 + 1 + 0.5 + 1 + 1 + 1) * SIZE / MM)


def test_an_opening_mark_at_a_lines_head_gives_up_its_empty_half() -> None:
    assert whole("（客").width == pytest.approx(1.5)


def test_figures_are_all_of_one_width() -> None:
    advances = faces().regular.advances
    assert len({advances[ord(figure)] for figure in "0123456789"}) == 1


def test_what_the_face_lacks_is_seen() -> None:
    assert str(whole("李𪚥😀")) == "李〓〓"


def test_decomposed_letters_are_composed_and_invisible_ones_go() -> None:
    assert str(whole("Dvor\u030ca\u0301k\u200b\ufeff")) == "Dvořák"


def test_asterisks_in_a_users_text_are_no_markup() -> None:
    assert str(wrap("**急** 3*4", SIZE, 60)[0]) == "**急** 3*4"


def test_weights_are_kept_through_a_break() -> None:
    lines = wrap(joined(("上次 ", True), "订八吨"), SIZE, 10)
    weights = [line.text.bold[n] for line in lines for n in range(line.start, line.stop)]
    assert weights == [True, True, False, False, False] or weights == [True, True, True, False, False, False]
    assert plain(joined(("上次 ", True), "订八吨")) == "上次 订八吨"


def test_a_cut_line_ends_in_points_within_its_room() -> None:
    kept, points = shortened(whole("台州市路桥区峰江街道永固新型环保防水材料"), 8.0)
    assert str(points) == "…"
    assert kept.width + points.width <= 8.0
    assert str(shortened(whole("Building Materials"), 5.0)[1]) == "..."


def test_newlines_begin_lines_and_blanks_at_ends_go() -> None:
    assert [str(line) for line in wrap("一\r\n\n  二 ", SIZE, 60)] == ["一", "", "二"]
