"""The marks: two facts in one badge, a week in a dot, and nothing told by colour alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from kamdesk.qt import marks
from kamdesk.qt.ink import Ink, elided
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.painted import Chip

WHITE = QColor("white")


def drawn(theme: Theme, draw: Callable[[Ink], object], width: int = 120, height: int = 40) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    painter = QPainter(image)
    draw(Ink(painter, theme))
    painter.end()
    return image


def inked(image: QImage, left: int, top: int, right: int, bottom: int) -> float:
    """Share of the pixels in a rectangle that are not white."""
    spots = [(x, y) for x in range(left, right) for y in range(top, bottom)]
    return sum(image.pixelColor(x, y) != WHITE for x, y in spots) / len(spots)


@pytest.mark.parametrize("letter", ["A", "B", "C", None])
def test_a_key_account_is_filled_an_ordinary_one_outlined(theme: Theme, letter: str | None) -> None:
    key = drawn(theme, lambda ink: marks.badge(ink, 0, 0, letter, True, 24))
    plain = drawn(theme, lambda ink: marks.badge(ink, 0, 0, letter, False, 24))
    assert inked(key, 0, 0, 24, 24) > 0.95
    assert 0.1 < inked(plain, 0, 0, 24, 24) < 0.5
    assert key.pixelColor(4, 12).name() == theme.hex(marks.class_tone(letter)).lower()


def test_classes_differ_in_shape_not_in_colour_alone(theme: Theme) -> None:
    pictures = [
        drawn(theme, lambda ink, c=c: marks.badge(ink, 0, 0, c, False, 24)) for c in ("A", "B", "C", None)
    ]
    shapes = {tuple(p.pixelColor(x, y) != WHITE for x in range(24) for y in range(24)) for p in pictures}
    assert len(shapes) == 4


def test_one_dot_a_week(theme: Theme) -> None:
    image = drawn(theme, lambda ink: marks.dots(ink, 2, 2, "1010", "text", 8, 4))
    middles = [image.pixelColor(2 + n * 12 + 4, 6) != WHITE for n in range(4)]
    assert middles == [True, False, True, False]
    assert marks.dots_width("1010", 8, 4) == 44


def test_support_has_a_sign_for_every_value() -> None:
    assert marks.SUPPORT_SIGNS.keys() == marks.SUPPORT_TONES.keys()
    assert len(set(marks.SUPPORT_SIGNS.values())) == 5


def test_a_chip_is_as_wide_as_it_says(theme: Theme) -> None:
    widths: list[float] = []
    image = drawn(theme, lambda ink: widths.append(marks.chip(ink, 4, 4, "逾期 2 天", "bad", "badSoft")))
    assert widths == [marks.chip_width(theme, "逾期 2 天")]
    assert inked(image, 4, 10, 4 + int(widths[0]), 20) == 1
    assert inked(image, 6 + int(widths[0]), 0, 120, 40) == 0


@pytest.mark.parametrize(("share", "at"), [(-1, 0), (0, 0), (0.5, 50), (1, 100), (7, 100)])
def test_a_bar_never_leaves_its_track(theme: Theme, share: float, at: int) -> None:
    image = drawn(theme, lambda ink: marks.bar(ink, QRectF(0, 10, 100, 6), share, "bad"))
    red = [x for x in range(120) if image.pixelColor(x, 13).name() == theme.hex("bad").lower()]
    assert (max(red) + 1 if red else 0) == pytest.approx(at, abs=2)


def test_a_ring_is_drawn_only_where_support_is_known(theme: Theme) -> None:
    with_ring = drawn(theme, lambda ink: marks.avatar(ink, QPointF(20, 20), 14, "陈", "mentor"))
    without = drawn(theme, lambda ink: marks.avatar(ink, QPointF(20, 20), 14, "陈"))
    green = theme.hex("mentor").lower()
    assert with_ring.pixelColor(6, 20).name() == green
    assert without.pixelColor(6, 20).name() != green


def test_an_ellipsis_as_the_script_has_it(theme: Theme) -> None:
    assert elided(theme, "Qianjiang Bay Materials", "body", 80).endswith("...")
    assert elided(theme, "钱江湾建材有限公司", "body", 60).endswith("…")
    assert elided(theme, "short", "body", 200) == "short"


def test_a_chip_without_words_is_not_seen(qtbot: QtBot, theme: Theme) -> None:
    def colours(chip: Chip) -> int:
        qtbot.addWidget(chip)
        image = chip.grab().toImage()
        return len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())})

    assert colours(Chip(theme)) == 1
    assert colours(Chip(theme, "3")) > 1
