"""The papers' page: what is chosen is seen, follows the book, is saved and printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QWheelEvent
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kamdesk.papers.form import Sides
from kamdesk.papers.picture import DrawnPaper
from kamdesk.qt import jobs
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.pages.papers.choice import Kind, Whose, ordered_kinds, usual_choice, with_first
from kamdesk.qt.pages.papers.stack import Fit
from kamdesk.qt.pages.papers.tiles import MOST_BYTES
from kamdesk.qt.printing import Printing, chosen_pages, copied, make_printer
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import MONDAY, Filled

pytestmark = pytest.mark.opens("today")

TUESDAY = date(2026, 11, 24)


def shown(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until the paper is whole and nothing of it is still to be drawn."""
    papers = window.papers

    def quiet() -> bool:
        waits = papers._soon.isActive() or papers.sheets._later.isActive()
        return window.desk.runner.is_idle() and papers.press.is_idle() and not waits

    qtbot.waitUntil(quiet, timeout=20_000)
    QApplication.processEvents()
    qtbot.waitUntil(quiet, timeout=20_000)


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The names the file dialog was opened with; it answers ``paper``, without its ending."""
    names: list[str] = []

    def ask(parent: object, title: str, path: str, kinds: str) -> tuple[str, str]:
        names.append(Path(path).name)
        return str(tmp_path / "paper"), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return names


@pytest.fixture
def papers(qtbot: QtBot, window: MainWindow) -> MainWindow:
    window.go("papers")
    shown(qtbot, window)
    return window


# what is chosen


@pytest.mark.parametrize(
    ("moment", "kind", "monday", "day"),
    [
        ("2026-11-23T08:00", Kind.WEEK, date(2026, 11, 23), date(2026, 11, 23)),
        ("2026-11-25T10:00", Kind.DAY, date(2026, 11, 23), date(2026, 11, 25)),
        ("2026-11-25T14:00", Kind.WEEK, date(2026, 11, 23), date(2026, 11, 25)),
        ("2026-11-25T18:00", Kind.BRIEFING, date(2026, 11, 23), date(2026, 11, 26)),
        ("2026-11-27T09:00", Kind.WEEK, date(2026, 11, 30), date(2026, 11, 30)),
        ("2026-11-29T20:00", Kind.WEEK, date(2026, 11, 30), date(2026, 11, 30)),
    ],
)
def test_what_a_rep_needs_now(moment: str, kind: Kind, monday: date, day: date) -> None:
    choice = usual_choice(datetime.fromisoformat(moment))
    assert (choice.kind, choice.monday, choice.day) == (kind, monday, day)


def test_the_paper_used_last_comes_first() -> None:
    assert ordered_kinds(None) == (Kind.WEEK, Kind.DAY, Kind.BRIEFING)
    assert ordered_kinds("briefing,nonsense,briefing") == (Kind.BRIEFING, Kind.WEEK, Kind.DAY)
    assert with_first(Kind.DAY, ordered_kinds("briefing")) == (Kind.DAY, Kind.BRIEFING, Kind.WEEK)


def test_it_is_kept_between_two_runs(qtbot: QtBot, open_window: Open, filled: Filled) -> None:
    window = open_window(filled.path)
    window.paper_desk.show_briefing(filled.haichuan, "海川建材")
    shown(qtbot, window)
    window.papers.options._take(sides=Sides.SINGLE, language="en")
    shown(qtbot, window)
    window.close()
    again = open_window(filled.path)
    again.go("papers")
    shown(qtbot, again)
    assert again.papers._kinds[0] is Kind.BRIEFING
    choice = again.papers.choice()
    assert (choice.sides, choice.language) == (Sides.SINGLE, "en")


# what is seen


def test_the_week_plan_is_seen(qtbot: QtBot, papers: MainWindow) -> None:
    page = papers.papers
    page.options.cards[Kind.WEEK].click()
    with qtbot.waitSignal(page.rows_shown, timeout=10_000):
        page.options.week._group.button(0).click()
    shown(qtbot, papers)
    assert page.choice().monday == MONDAY
    assert page.sheets.count() >= 2
    leaf = page.sheets.leaf()
    assert leaf is not None
    assert "week 48" in leaf.drawn.text(0)
    picture = page.sheets.viewport().grab().toImage()
    assert _darkest(picture) < 80


def test_options_are_followed_and_stale_ones_dropped(qtbot: QtBot, papers: MainWindow) -> None:
    page = papers.papers
    made: list[str] = []
    page.making.part_made.connect(lambda part: made.append(part.drawn.text(0)))
    for language in ("zh", "en", "zh"):
        page.options._take(kind=Kind.WEEK, monday=MONDAY, language=language)
    shown(qtbot, papers)
    assert len(made) == 1
    assert "周拜访计划" in made[0]


def test_a_choice_made_while_another_is_on_its_way_replaces_it(qtbot: QtBot, papers: MainWindow) -> None:
    page = papers.papers
    page.making.make(replace(page.choice(), kind=Kind.WEEK, monday=MONDAY))
    page.making.make(replace(page.choice(), kind=Kind.DAY, day=TUESDAY))
    shown(qtbot, papers)
    assert len(page.making.parts()) == 1
    leaf = page.sheets.leaf()
    assert leaf is not None
    assert "Day plan" in leaf.drawn.text(0)


def test_a_change_in_the_book_renews_the_paper(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    window.paper_desk.show_briefing(filled.haichuan, "海川建材")
    shown(qtbot, window)
    page = window.papers
    assert "Yibang" not in _text(window)
    window.desk.runner.run(
        jobs.add_promise,
        account_id=filled.haichuan,
        what="Samples of Yibang's grout",
        due_on=TUESDAY,
        made_on=TUESDAY,
    )
    settle(qtbot, window)
    assert page.sheets._old
    assert "anew" in page._sub.text()
    shown(qtbot, window)
    assert not page.sheets._old
    assert "Yibang" in _text(window)


def test_a_day_without_visits_says_so(qtbot: QtBot, papers: MainWindow) -> None:
    page = papers.papers
    papers.paper_desk.show_day(date(2026, 11, 29))
    shown(qtbot, papers)
    assert page.empty.isVisible()
    assert "29 Nov" in page.empty.heading.text()
    assert not page.print.isEnabled()
    page.empty.first.click()
    assert papers.page() == "line"
    papers.paper_desk.show_week(MONDAY)
    shown(qtbot, papers)
    assert page.print.isEnabled()
    assert page.sheets.isVisible()


def test_a_pack_of_a_week(qtbot: QtBot, papers: MainWindow, filled: Filled) -> None:
    page = papers.papers
    page.options._take(kind=Kind.BRIEFING, whose=Whose.IN_WEEK, monday=MONDAY)
    shown(qtbot, papers)
    titles = [part.title for part in page.making.parts()]
    assert len(titles) == len(set(titles)) >= 2
    assert page.sheets.count() == sum(len(part.drawn.sizes) for part in page.making.parts())
    assert all(len(part.drawn.sizes) % 2 == 0 for part in page.making.parts())
    assert str(len(titles)) in page._sub.text()


def test_accounts_are_picked_by_typing(qtbot: QtBot, papers: MainWindow, filled: Filled) -> None:
    page = papers.papers
    page.options._take(kind=Kind.BRIEFING)
    page.options.whose.setCurrentIndex(5)
    page.options.whose.activated.emit(5)
    shown(qtbot, papers)
    assert page.empty.isVisible()
    picker = page.options.picker
    assert picker.field.hasFocus()
    for typed in ("hcjc", "ny"):
        qtbot.keyClicks(picker.field, typed)
        qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    shown(qtbot, papers)
    assert [account.id for account in page.choice().accounts] == [filled.haichuan, filled.nanyu]
    assert len(page.making.parts()) == 2
    qtbot.keyClick(picker.field, Qt.Key.Key_Backspace)
    shown(qtbot, papers)
    assert [part.title for part in page.making.parts()] == ["海川建材"]


def test_text_of_the_page(qtbot: QtBot, papers: MainWindow) -> None:
    QGuiApplication.clipboard().setMimeData(QMimeData())
    papers.paper_desk.show_week(MONDAY)
    shown(qtbot, papers)
    papers.papers.sheets.setFocus()
    qtbot.keyClick(papers.papers.sheets, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    shown(qtbot, papers)
    assert "week 48" in QGuiApplication.clipboard().text()
    qtbot.waitUntil(lambda: "week 48" in papers.papers.sheets.accessibleDescription(), timeout=5_000)


# zoom and scrolling


def test_zoom(qtbot: QtBot, papers: MainWindow) -> None:
    sheets = papers.papers.sheets
    papers.paper_desk.show_week(MONDAY)
    shown(qtbot, papers)
    fitted = sheets.zoom()
    papers.actions_["zoom_in"].trigger()
    assert sheets.zoom() > fitted
    assert sheets.fit() is Fit.FREE
    sheets.set_zoom(9)
    assert sheets.zoom() == 3.0
    shown(qtbot, papers)
    assert sheets.tiles.bytes() <= MOST_BYTES * 2
    papers.actions_["zoom_fit"].trigger()
    assert sheets.zoom() == pytest.approx(fitted, abs=0.03)
    sheets.set_fit(Fit.PAGE)
    assert sheets._box(0).height() <= sheets.viewport().height()


def test_the_wheel_zooms_about_the_pointer(qtbot: QtBot, papers: MainWindow) -> None:
    sheets = papers.papers.sheets
    papers.paper_desk.show_week(MONDAY)
    shown(qtbot, papers)
    sheets.set_zoom(1.5)
    sheets.verticalScrollBar().setValue(200)
    sheets.horizontalScrollBar().setValue(100)
    at = QPointF(300, 200)
    before = sheets._share(0, at)
    control = Qt.KeyboardModifier.ControlModifier
    event = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        control,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(sheets.viewport(), event)
    assert sheets.zoom() == 1.75
    assert sheets._share(0, at) == pytest.approx(before, abs=0.003)


def test_pages_are_reached_by_key_and_number(qtbot: QtBot, papers: MainWindow) -> None:
    page = papers.papers
    papers.paper_desk.show_week(MONDAY)
    shown(qtbot, papers)
    last = page.sheets.count() - 1
    page.sheets.setFocus()
    qtbot.keyClick(page.sheets, Qt.Key.Key_End)
    assert page.sheets.page() == last
    qtbot.keyClick(page.sheets, Qt.Key.Key_Home)
    assert page.sheets.page() == 0
    page.bar._number.setFocus()
    page.bar._number.selectAll()
    qtbot.keyClicks(page.bar._number, str(last))
    qtbot.keyClick(page.bar._number, Qt.Key.Key_Return)
    assert page.sheets.page() == last - 1


# asked for from elsewhere


@pytest.mark.opens("line")
def test_ctrl_p_takes_the_paper_that_fits_the_page(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    window.actions_["print_paper"].trigger()
    shown(qtbot, window)
    assert (window.page(), window.papers.choice().kind) == ("papers", Kind.WEEK)
    assert window.papers.print.hasFocus()
    window.open_account(filled.haichuan)
    settle(qtbot, window)
    window.actions_["print_paper"].trigger()
    shown(qtbot, window)
    assert [part.title for part in window.papers.making.parts()] == ["海川建材"]
    window.go("today")
    window.actions_["print_paper"].trigger()
    shown(qtbot, window)
    assert (window.papers.choice().kind, window.papers.choice().day) == (Kind.DAY, TUESDAY)


def test_the_briefing_of_the_account_in_view(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    window.open_account(filled.haichuan)
    settle(qtbot, window)
    window.account.head._briefing.click()
    shown(qtbot, window)
    assert window.page() == "papers"
    assert "海川建材" in _text(window)
    window.go_back()
    assert window.page() == "account"


# saved


@pytest.mark.opens("line")
def test_saving_the_week_plan_from_the_line(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, offered: list[str]
) -> None:
    window.actions_["save_plan"].trigger()
    shown(qtbot, window)
    assert offered == ["Week plan 2026-W48.pdf"]
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    assert "paper.pdf" in window.notice.text()
    assert window.page() == "line"


def test_saving_a_briefing_from_the_account(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, filled: Filled, offered: list[str]
) -> None:
    window.open_account(filled.haichuan)
    settle(qtbot, window)
    window.actions_["save_briefing"].trigger()
    shown(qtbot, window)
    assert offered == ["Briefing 海川建材 2026-11-24.pdf"]
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")


def test_saving_what_is_seen(
    qtbot: QtBot, papers: MainWindow, tmp_path: Path, filled: Filled, offered: list[str]
) -> None:
    page = papers.papers
    page.options._take(kind=Kind.BRIEFING, whose=Whose.IN_WEEK, monday=MONDAY)
    page.save.click()
    shown(qtbot, papers)
    count = len(page.making.parts())
    assert offered == [f"Account briefing 2026-W48, {count} accounts.pdf"]
    saved = DrawnPaper((tmp_path / "paper.pdf").read_bytes())
    assert len(saved.sizes) == page.sheets.count()
    assert page.to_keep()["folder"] == str(tmp_path)
    leaf = page.sheets.leaf()
    assert leaf is not None
    assert saved.draw(0, 595, 842) == leaf.drawn.draw(0, 595, 842)


def test_what_was_made_long_ago_is_made_anew_first(
    qtbot: QtBot, papers: MainWindow, tmp_path: Path, offered: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    papers.paper_desk.show_week(MONDAY)
    shown(qtbot, papers)
    later = papers.desk.now() + timedelta(minutes=50)
    monkeypatch.setattr(papers.desk.runner, "now", lambda: later)
    papers.papers.save.click()
    shown(qtbot, papers)
    assert "17:50" in DrawnPaper((tmp_path / "paper.pdf").read_bytes()).text(0)
    assert len(offered) == 1


def test_a_place_that_can_not_be_written(
    qtbot: QtBot, papers: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = str(tmp_path / "missing" / "deep" / "paper.pdf")
    (tmp_path / "missing").write_text("a file where a folder should be")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (target, ""))
    papers.paper_desk.show_week(MONDAY)
    papers.papers.save.click()
    shown(qtbot, papers)
    assert papers.notice.isVisible()
    assert "Traceback" not in papers.notice.text()
    assert papers.papers.sheets.count()


def test_no_place_no_paper(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: ("", ""))
    window.actions_["save_plan"].trigger()
    shown(qtbot, window)
    assert list(tmp_path.glob("*.pdf")) == []


# printed


def printed(
    qtbot: QtBot, window: MainWindow, path: Path, adjust: Callable[[QPrinter], object] = lambda printer: None
) -> DrawnPaper:
    """What comes out of a printer that writes PDF."""
    page = window.papers
    lying = page.making.parts()[0].drawn.sizes[0].lying
    printer = make_printer("paper", page.choice().sides, lying=lying)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(300)
    adjust(printer)
    printing = Printing(window.desk, page.press, window)
    with qtbot.waitSignal(printing.ended, timeout=30_000) as ended:
        printing.print_on(printer, page.making.parts(), current=page.sheets.page())
    assert ended.args == [True]
    return DrawnPaper(path.read_bytes())


@pytest.mark.parametrize("kind", [Kind.DAY, Kind.BRIEFING])
def test_a_printed_page_is_the_page_that_was_seen(
    qtbot: QtBot, window: MainWindow, filled: Filled, tmp_path: Path, kind: Kind
) -> None:
    if kind is Kind.DAY:
        window.paper_desk.show_day(TUESDAY)
    else:
        window.paper_desk.show_briefing(filled.haichuan, "海川建材")
    shown(qtbot, window)
    drawn = window.papers.making.parts()[0].drawn
    paper = printed(qtbot, window, tmp_path / "out.pdf")
    assert len(paper.sizes) == len(drawn.sizes)
    for number, size in enumerate(drawn.sizes):
        assert abs(paper.sizes[number].width - size.width) < 1.5
        assert abs(paper.sizes[number].height - size.height) < 1.5
        wide, high = round(size.width / 72 * 150), round(size.height / 72 * 150)
        seen, out = drawn.draw(number, wide, high).dots, paper.draw(number, wide, high).dots
        assert _edges(out, wide) == pytest.approx(_edges(seen, wide), abs=2)
        unlike = [abs(a - b) for a, b in zip(_blocks(seen, wide), _blocks(out, wide), strict=True)]
        assert max(unlike) < 40
        assert sum(unlike) < len(unlike) * 2


def test_a_range_of_pages(qtbot: QtBot, papers: MainWindow, tmp_path: Path) -> None:
    papers.paper_desk.show_week(MONDAY)
    shown(qtbot, papers)

    def second(printer: QPrinter) -> None:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(2, 2)

    paper = printed(qtbot, papers, tmp_path / "out.pdf", second)
    assert len(paper.sizes) == 1


def test_the_page_in_view_alone() -> None:
    printer = QPrinter()
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert chosen_pages(printer, 5, 3) == [3]
    assert copied([1, 2], 2, collated=True) == [1, 2, 1, 2]
    assert copied([1, 2], 2, collated=False) == [1, 1, 2, 2]


def test_printing_can_be_stopped(qtbot: QtBot, papers: MainWindow, tmp_path: Path) -> None:
    papers.paper_desk.show_week(MONDAY)
    shown(qtbot, papers)
    page = papers.papers
    printer = make_printer("paper", Sides.WHOLE, lying=True)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printing = Printing(papers.desk, page.press, papers)
    with qtbot.waitSignal(printing.ended, timeout=30_000) as ended:
        printing.print_on(printer, page.making.parts())
        assert printing._progress is not None
        printing._progress.canceled.emit()
    assert ended.args == [False]
    assert "stopped" in papers.notice.text() or not papers.notice.isVisible()


def test_without_a_printer_it_says_so(
    qtbot: QtBot, papers: MainWindow, monkeypatch: pytest.MonkeyPatch, offered: list[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    papers.paper_desk.show_week(MONDAY)
    papers.papers.print.click()
    shown(qtbot, papers)
    assert "No printer" in papers.notice.text()
    papers.notice._action.click()
    shown(qtbot, papers)
    assert (tmp_path / "paper.pdf").exists()


def _edges(dots: bytes, wide: int) -> tuple[int, int, int, int]:
    """The first and last line and column with ink: at true size they lie where they should, in dots."""
    lines = [n for n in range(len(dots) // wide) if min(dots[n * wide : (n + 1) * wide]) < 110]
    columns = [n for n in range(wide) if min(dots[n::wide]) < 110]
    return lines[0], lines[-1], columns[0], columns[-1]


def _blocks(dots: bytes, wide: int, side: int = 24) -> list[float]:
    """How grey each square of so many dots is."""
    high = len(dots) // wide
    return [
        sum(sum(dots[line * wide + x : line * wide + x + side]) for line in range(y, y + side)) / side**2
        for y in range(0, high - side, side)
        for x in range(0, wide - side, side)
    ]


def _text(window: MainWindow) -> str:
    leaf = window.papers.sheets.leaf()
    assert leaf is not None
    return leaf.drawn.text(leaf.number)


def _darkest(picture: QImage) -> int:
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    return min(bytes(grey.constBits()))
