"""Every pair of colours that is used can be read: WCAG 2.2, text 4.5, boundaries and marks 3.0."""

from __future__ import annotations

import json

import pytest

from kamdesk.assets import resource

SOFT = ("classASoft", "classBSoft", "classCSoft")
PAIRS: tuple[tuple[str, tuple[str, ...], float], ...] = (
    (
        "text",
        ("surface", "canvas", "sunken", "raised", "rail", "accentSoft", "hover", "press", "warnSoft", *SOFT),
        4.5,
    ),
    (
        "text2",
        ("surface", "canvas", "sunken", "raised", "rail", "accentSoft", "warnSoft", "press", *SOFT),
        4.5,
    ),
    ("text3", ("surface", "canvas", "sunken", "raised", "hover", "accentSoft", "lunch"), 4.5),
    ("accentText", ("surface", "canvas", "accentSoft", "raised", "classASoft", "hover"), 4.5),
    ("onAccent", ("accent", "accentHover", "accentPress"), 4.5),
    ("good", ("surface", "goodSoft", "sunken", "raised", "accentSoft"), 4.5),
    ("warn", ("surface", "warnSoft", "canvas", "raised", "accentSoft", *SOFT), 4.5),
    ("bad", ("surface", "badSoft", "sunken", "raised", "accentSoft"), 4.5),
    ("classA", ("surface", "classASoft", "accentSoft"), 4.5),
    ("classB", ("surface", "classBSoft", "accentSoft"), 4.5),
    ("classC", ("surface", "classCSoft", "accentSoft"), 4.5),
    *(
        (support, ("surface", "raised"), 4.5)
        for support in ("mentor", "supporter", "neutral", "nonsupporter", "opponent")
    ),
    ("surface", ("bad", "good", "text2", "accentText"), 4.5),
    ("control", ("surface", "canvas", "raised"), 3.0),
    ("focus", ("surface", "canvas", "raised"), 3.0),
    ("warnMark", ("surface", "canvas"), 3.0),
)


def luminance(color: str) -> float:
    channels = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, two: str) -> float:
    """Of the lighter to the darker, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_is_21() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_pair(mode: str) -> None:
    colors = json.loads(resource("theme", "tokens.json").read_text("utf-8"))["color"][mode]
    letter = "canvas" if mode == "dark" else "onAccent"
    pairs = (*PAIRS, (letter, ("classA", "classB", "classC"), 4.5))
    too_weak = [
        f"{front} on {ground}: {ratio(colors[front], colors[ground]):.2f} < {least}"
        for front, grounds, least in pairs
        for ground in grounds
        if ratio(colors[front], colors[ground]) < least
    ]
    assert too_weak == []
