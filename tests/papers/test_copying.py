"""What is printed can be copied out again, rare characters of names too."""

from pathlib import Path

import pytest

from kamdesk.papers.common import Audience, Imprint
from kamdesk.papers.kit.foot import Foot
from kamdesk.papers.kit.output import Paper, portrait
from kamdesk.papers.kit.said import Said
from kamdesk.papers.kit.scale import Step
from kamdesk.papers.kit.sheet import Sheet
from kamdesk.words import Words
from tests.papers.reading import fonts_of, needs_poppler, text_of
from tests.papers.samples import NOW

pytestmark = needs_poppler

LINES = (
    "客户Haisheng库存24.5吨，完成率95.5%！”结束",
    "李𬭎 刘𫘝 㛃 䶮 嘦",
    "Łódź Průhonice Győr Nguyễn Việt Straße",
    "≥ 3 × 4 ± 2 → ▲●○◐□■",
    "Mr O’Neil said “yes” and ‘no’, B’s Beverages",
    "他说：“好。”（大家都说“对”。）《合同》、【附件】",
    "黄岩·临海，A·key，2×4",
)


@pytest.fixture
def printed(tmp_path: Path) -> Path:
    def draw(sheet: Sheet) -> None:
        for number, line in enumerate(LINES):
            sheet.text(20, 30 + number * 8, line, 10.5)
            sheet.text(20, 130 + number * 8, line, 10.5, bold=True)
        sheet.paragraph(150, 120, 14, "客户满意度95.5%！”（其中A类客户）结束，好。", Step(9, 12))

    path = tmp_path / "copied.pdf"
    said = Said(Words("zh"))
    paper = Paper(title="t", author="a", language="zh", now=NOW)
    paper.add([portrait(draw)], Foot("试", Audience.CUSTOMER, Imprint("沈"), NOW, "v", said))
    paper.save(path)
    return path


def test_text_is_copied_as_it_was_written(printed: Path) -> None:
    copied = text_of(printed)
    for line in LINES:
        assert copied.count(line) == 2, line


def test_no_gap_turns_into_a_blank(printed: Path) -> None:
    assert "客户Haisheng库存24.5吨" in text_of(printed)


def test_a_narrow_cell_keeps_the_rules(printed: Path) -> None:
    lines = [line.strip() for line in text_of(printed).splitlines()]
    first = lines.index("客户满意度") if "客户满意度" in lines else lines.index("客户满意")
    cell = lines[first : first + 6]
    assert all(line[:1] not in "。！”）%" for line in cell if line), cell
    assert any("95.5%" in line for line in cell), cell


def test_fonts_are_embedded_and_none_is_foreign(printed: Path) -> None:
    fonts = fonts_of(printed)
    assert fonts
    for font in fonts:
        assert "NotoSansSC" in font[0], font
        assert font[-5:-2] == ["yes", "yes", "yes"], font


def test_a_customers_paper_says_so(printed: Path) -> None:
    assert "交客户" in text_of(printed)
