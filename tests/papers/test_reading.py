"""The check that finds text on other text does find it."""

from kamdesk.papers.common import Audience, Imprint
from kamdesk.papers.kit.foot import Foot
from kamdesk.papers.kit.output import Paper, portrait
from kamdesk.papers.kit.said import Said
from kamdesk.papers.kit.sheet import Sheet
from kamdesk.words import Words
from tests.papers.reading import boxes_of, needs_poppler
from tests.papers.samples import NOW
from tests.papers.test_pages import overlapping


@needs_poppler
def test_text_drawn_over_text_is_found(tmp_path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(30, 40, "路桥恒邦建材", 10.5)
        sheet.text(30, 45, "中盛装饰城", 10.5)
        sheet.text(45, 46.5, "Building", 10.5)

    paper = Paper(title="t", author="a", language="zh", now=NOW)
    foot = Foot("试", Audience.INTERNAL, Imprint("沈"), NOW, "v", Said(Words("zh")))
    paper.add([portrait(draw)], foot)
    paper.save(tmp_path / "p.pdf")
    assert overlapping(boxes_of(tmp_path / "p.pdf")[0]) == [("中盛装饰城", "Building")]
