"""The company's name and logo in the heads of the papers."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageDraw

from kamdesk.papers.common import Imprint
from kamdesk.papers.kit.letterhead import INK, Letterhead, Letterheads, ink
from kamdesk.papers.kit.scale import MM
from kamdesk.papers.picture import DrawnPaper
from kamdesk.papers.write import briefings_content, day_plan_content, week_plan_content
from kamdesk.words import Words
from tests.papers.briefing_samples import usual_briefing
from tests.papers.samples import NOW, usual_plan

ZH = Words("zh")


def drawn(size: tuple[int, int], ground: tuple[int, ...], ink_: tuple[int, ...], form: str = "PNG") -> bytes:
    """A bar in the middle of a ground."""
    image = Image.new("RGBA" if len(ground) == 4 else "RGB", size, ground)
    wide, high = size
    ImageDraw.Draw(image).rectangle((wide // 4, high // 4, wide * 3 // 4, high * 3 // 4), fill=ink_)
    out = BytesIO()
    image.save(out, form)
    return out.getvalue()


BLUE = drawn((400, 100), (255, 255, 255), (20, 40, 160))


def images(content: bytes, page: int) -> list[tuple[float, float, float, float]]:
    """Left, top, width and height of the pictures on a page, in millimetres from its top left."""
    document = pdfium.PdfDocument(content)
    found = []
    sheet = document[page]
    height = sheet.get_height()
    for each in sheet.get_objects(filter=[3]):
        left, bottom, right, top = each.get_bounds()
        found.append((left / MM, (height - top) / MM, (right - left) / MM, (top - bottom) / MM))
    sheet.close()
    document.close()
    return found


@pytest.mark.parametrize(
    ("content", "darkest"),
    [
        (BLUE, 70),
        (drawn((400, 100), (255, 255, 255), (255, 215, 0)), INK + 1),
        (drawn((400, 100), (0, 0, 0, 0), (255, 255, 255, 255)), 1),
        (drawn((400, 100), (0, 0, 0, 0), (240, 60, 30, 255)), 120),
        (drawn((400, 100), (255, 255, 255), (20, 40, 160), "JPEG"), 70),
    ],
    ids=["blue", "yellow", "white on nothing", "red on nothing", "JPEG"],
)
def test_it_can_be_read_in_grey(content: bytes, darkest: int) -> None:
    made = ink(content)
    assert made.mode == "L"
    assert made.getextrema()[0] <= darkest
    assert made.size[0] > 3 * made.size[1], "its margin is cut away, its proportions stay"


@pytest.mark.parametrize(
    "content",
    [
        b"", b"GIF89a", BLUE[: len(BLUE) // 2], b"\x89PNG\r\n\x1a\n" + bytes(40),
        drawn((40, 40), (255, 255, 255), (255, 255, 255)), drawn((40, 40), (0, 0, 0, 0), (0, 0, 0, 0)),
    ],
)  # fmt: skip
def test_what_is_no_picture_or_shows_nothing_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"picture|seen"):
        ink(content)


@pytest.mark.parametrize("size", [(1000, 40), (400, 100), (100, 100), (60, 600)])
def test_any_proportions_fit(size: tuple[int, int]) -> None:
    head = Letterhead(logo=ink(drawn(size, (255, 255, 255), (0, 0, 0))))
    wide, high = head.size(30, 7)
    assert wide <= 30.01
    assert high <= 7.01
    assert max(wide / 30, high / 7) > 0.99, "as large as the room allows"
    assert wide / high == pytest.approx(head.logo.size[0] / head.logo.size[1])


def test_one_logo_is_looked_at_once_and_a_broken_one_is_left_out() -> None:
    heads = Letterheads()
    imprint = Imprint("林岚", "海堤", logo=BLUE)
    assert heads.of(imprint).logo is heads.of(imprint).logo
    assert heads.of(replace(imprint, logo=b"broken")) == Letterhead("海堤")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [(1000, 60), (100, 100), (60, 300)])
def test_every_page_of_every_paper_bears_it(language: str, size: tuple[int, int]) -> None:
    logo = drawn(size, (255, 255, 255), (0, 0, 0))
    words = Words(language)  # type: ignore[arg-type]
    imprint = Imprint("林岚", "海堤建材有限公司", logo=logo)
    plan, briefing = replace(usual_plan(), imprint=imprint), replace(usual_briefing(), imprint=imprint)
    day = next(day.day for day in plan.days if day.stops)
    for content in (
        week_plan_content(plan, words, NOW),
        day_plan_content(plan, day, words, NOW),
        briefings_content([briefing], words, NOW),
    ):
        paper = DrawnPaper(content)
        for page in range(len(paper.sizes)):
            ((left, top, wide, high),) = images(content, page)
            assert left >= 10
            assert top >= 5
            assert top + high <= 16.2, "above the head's rule"
            assert wide <= 30.1
            if paper.sizes[page].lying:
                assert left + wide < 105, "clear of the punch holes"
            assert "海堤建材有限公司" in paper.text(page)
        paper.close()


def test_without_one_nothing_is_drawn_and_the_same_bytes_come_again() -> None:
    plan = usual_plan()
    content = week_plan_content(plan, ZH, NOW)
    assert images(content, 0) == []
    with_logo = replace(plan, imprint=replace(plan.imprint, logo=BLUE))
    assert week_plan_content(with_logo, ZH, NOW) == week_plan_content(with_logo, ZH, NOW)
