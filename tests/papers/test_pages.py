"""Every page of every sample, read back: nothing beyond the margins, nothing on top of another, n of m."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kamdesk.papers.write import write_briefing, write_briefings, write_week_plan
from kamdesk.words import LANGUAGES, Language, Words
from tests.papers import briefing_samples, samples
from tests.papers.reading import ReadPage, Word, boxes_of, flat, fonts_of, needs_poppler, pages_of
from tests.papers.samples import NOW

pytestmark = needs_poppler

_EDGE = 5.0
"""What most laser printers cannot print on."""
_FOOT_LINE = 11.7
"""How far above the lower edge the line of the foot is drawn."""


def _plan(make: Callable) -> Callable[[Path, Words], None]:
    return lambda path, words: write_week_plan(make(), path, words, NOW)


def _briefing(make: Callable) -> Callable[[Path, Words], None]:
    return lambda path, words: write_briefing(make(), path, words, NOW)


PAPERS = {
    "usual plan": _plan(samples.usual_plan),
    "empty plan": _plan(samples.empty_plan),
    "overfull plan": _plan(samples.overfull_plan),
    "usual briefing": _briefing(briefing_samples.usual_briefing),
    "empty briefing": _briefing(briefing_samples.empty_briefing),
    "overfull briefing": _briefing(briefing_samples.overfull_briefing),
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    folder = tmp_path_factory.mktemp("papers")
    found = {}
    for name, write in PAPERS.items():
        for language in LANGUAGES:
            found[name, language] = folder / f"{name}-{language}.pdf"
            write(found[name, language], Words(language))
    return found


def overlap(one: Word, other: Word) -> float:
    """Square millimetres that two boxes share, each less the room that the face keeps above and below its ink."""

    def ink(word: Word) -> tuple[float, float]:
        rest = (word.bottom - word.top) * 0.25
        return word.top + rest, word.bottom - rest

    (top, bottom), (other_top, other_bottom) = ink(one), ink(other)
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(bottom, other_bottom) - max(top, other_top)
    return max(wide - 0.35, 0) * max(high, 0)


def overlapping(page: ReadPage) -> list[tuple[str, str]]:
    words = sorted(page.words, key=lambda word: word.top)
    found = []
    for number, one in enumerate(words):
        for other in words[number + 1 :]:
            if other.top > one.bottom:
                break
            if overlap(one, other) > 0.3:
                found.append((one.text, other.text))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAPERS)
def test_all_text_lies_on_the_sheet_and_none_on_other_text(
    printed: dict[tuple[str, str], Path], name: str, language: Language
) -> None:
    for number, page in enumerate(boxes_of(printed[name, language]), start=1):
        for word in page.words:
            assert word.left >= _EDGE, (number, word)
            assert word.right <= page.width - _EDGE, (number, word)
            assert word.top >= _EDGE, (number, word)
            assert word.bottom <= page.height - _EDGE + 1, (number, word)
        assert overlapping(page) == [], number


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAPERS)
def test_no_text_runs_into_the_line_of_the_foot(
    printed: dict[tuple[str, str], Path], name: str, language: Language
) -> None:
    for number, page in enumerate(boxes_of(printed[name, language]), start=1):
        line = page.height - _FOOT_LINE
        struck = [word.text for word in page.words if word.top < line - 0.5 and word.bottom > line + 0.5]
        assert struck == [], number


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAPERS)
def test_every_page_says_which_of_how_many_it_is(
    printed: dict[tuple[str, str], Path], name: str, language: Language
) -> None:
    pages = pages_of(printed[name, language])
    for number, page in enumerate(pages, start=1):
        mark = f"第{number}页/共{len(pages)}页" if language == "zh" else f"Page{number}of{len(pages)}"
        assert mark in flat(page), number
        assert ("内部" if language == "zh" else "INTERNAL") in page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAPERS)
def test_fonts_are_embedded_with_their_letters(
    printed: dict[tuple[str, str], Path], name: str, language: Language
) -> None:
    for font in fonts_of(printed[name, language]):
        assert "NotoSansSC" in font[0]
        assert font[-5:-2] == ["yes", "yes", "yes"]


def test_in_a_pack_each_briefing_is_a_sheet_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    one = briefing_samples.usual_briefing()
    long = replace(one, notes=one.notes * 40)
    write_briefings([one, long, briefing_samples.empty_briefing()], path, Words("zh"), NOW)
    pages = [flat(page) for page in pages_of(path)]
    firsts = [number for number, page in enumerate(pages) if "第1页/共" in page]
    assert len(firsts) == 3
    assert all(number % 2 == 0 for number in firsts)
    assert len(pages) % 2 == 0
