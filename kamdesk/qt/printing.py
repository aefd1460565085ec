"""A paper on its way to the printer: the system's dialog, then page by page in bands, at true size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QDialog, QProgressDialog, QWidget

from kamdesk.papers.form import Sides
from kamdesk.qt.desk import Desk
from kamdesk.qt.press import Press

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from kamdesk.papers.picture import DrawnPaper
    from kamdesk.qt.pages.papers.making import Part

MOST_DPI = 600
"""Finer than this no office printer draws text; the dots go to it in bands of so many lines:"""
BAND = 512
INCH = 72


@dataclass(frozen=True)
class _Sheet:
    """A page to print: of which document, its number there from 0, its size in points."""

    paper: int
    number: int
    width: float
    height: float


class Printing(QObject):
    """One print: ``start`` asks for the printer, ``told`` says that it went there.

    Every page is drawn at the printer's resolution in the press, a band at a time, and put on the printer here, so that
    memory stays small and the window alive.
    """

    told = Signal(str)
    impossible = Signal(str)
    """There is no way to print here; the sentence says why."""
    ended = Signal(bool)
    """Whether all of it went to the printer."""

    def __init__(self, desk: Desk, press: Press, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._press, self._window = desk, press, parent
        self._papers: list[DrawnPaper] = []
        self._sheets: list[_Sheet] = []
        self._printer: QPrinter | None = None
        self._painter = QPainter()
        self._progress: QProgressDialog | None = None
        self._stopped = False
        press.at_end(self._close_papers)

    # the system's dialog

    def start(self, parts: Sequence[Part], name: str, sides: Sides, page: int) -> None:
        """Ask how to print; ``page`` is the one in view."""
        try:
            from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
        except ImportError:
            self.impossible.emit(
                self.tr(
                    "This computer lacks what is needed to print from here. Save the paper and print it from there."
                )
            )
            return
        if not QPrinterInfo.availablePrinterNames():
            self.impossible.emit(
                self.tr(
                    "No printer is set up on this computer. Save the paper, or open it in the program for PDFs."
                )
            )
            return
        printer = make_printer(name, sides, lying=_sheets_of(parts)[0].width > _sheets_of(parts)[0].height)
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(self.tr("Print {paper}").format(paper=name))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage, True)
        dialog.setMinMax(1, len(_sheets_of(parts)))
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer, parts, current=page)

    # the printing itself

    def print_on(self, printer: QPrinter, parts: Sequence[Part], *, current: int = 0) -> None:
        """Print what the printer was told to: its range of pages, its copies."""
        sheets = _sheets_of(parts)
        chosen = chosen_pages(printer, len(sheets), current)
        self._sheets = [sheets[number] for number in chosen]
        if not printer.supportsMultipleCopies() and printer.copyCount() > 1:
            self._sheets = copied(self._sheets, printer.copyCount(), collated=printer.collateCopies())
        self._printer = printer
        self._progress = QProgressDialog(
            self.tr("To the printer…"), self.tr("Stop printing"), 0, len(self._sheets), self._window
        )
        self._progress.setWindowTitle(self.tr("Printing"))
        self._progress.setWindowModality(Qt.WindowModality.WindowModal)
        self._progress.setMinimumDuration(600)
        self._progress.canceled.connect(self._stop)
        contents = [part.content for part in parts]

        def open_papers() -> None:
            from kamdesk.papers.picture import DrawnPaper

            self._papers = [DrawnPaper(content) for content in contents]

        self._press.ask(open_papers, lambda _: self._begin(), self._fail)

    def _begin(self) -> None:
        assert self._printer is not None
        if not self._painter.begin(self._printer):
            self._fail(OSError())
            return
        self._painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        self._band(0, 0)

    def _band(self, place: int, line: int) -> None:
        """Draw the next band: of the sheet at ``place``, from ``line`` on."""
        if self._stopped:
            self._end(whole=False)
            return
        if place == len(self._sheets):
            self._end(whole=True)
            return
        printer, sheet = self._printer, self._sheets[place]
        assert printer is not None
        dpi = min(printer.resolution(), MOST_DPI)
        wide, high = round(sheet.width / INCH * dpi), round(sheet.height / INCH * dpi)
        lines = min(BAND, high - line)

        def draw() -> QImage | None:
            from kamdesk.papers.picture import Area

            area = Area(0, line, wide, lines)
            picture = self._papers[sheet.paper].draw(sheet.number, wide, high, area)
            if not picture.dots.strip(b"\xff"):
                return None
            grey = QImage.Format.Format_Grayscale8
            return QImage(picture.dots, picture.width, picture.height, picture.stride, grey).copy()

        def put(image: QImage | None) -> None:
            if image is not None and not self._stopped:
                self._put(image, sheet, line / dpi, lines / dpi)
            if line + lines < high:
                self._band(place, line + lines)
            else:
                self._next_sheet(place + 1)

        self._press.ask(draw, put, self._fail)

    def _put(self, image: QImage, sheet: _Sheet, top: float, height: float) -> None:
        """A band at its place; ``top`` and ``height`` in inches of the page."""
        assert self._printer is not None
        per_inch, x, y = placed(self._printer, sheet.width, sheet.height)
        box = QRectF(x, y + top * per_inch, sheet.width / INCH * per_inch, height * per_inch)
        self._painter.drawImage(box, image)

    def _next_sheet(self, place: int) -> None:
        assert self._printer is not None
        assert self._progress is not None
        if not self._stopped:
            self._progress.setValue(place)
        if place < len(self._sheets) and not self._stopped and not self._printer.newPage():
            self._fail(OSError())
            return
        self._band(place, 0)

    def _stop(self) -> None:
        self._stopped = True

    def _end(self, *, whole: bool) -> None:
        assert self._printer is not None
        if not whole:
            self._printer.abort()
        self._painter.end()
        self._close()
        pages = len(self._sheets)
        said = self.tr("%n page(s) went to the printer", "", pages)
        self.told.emit(said if whole else self.tr("Printing was stopped; some pages may have been printed."))
        self.ended.emit(whole)

    def _fail(self, error: Exception) -> None:
        if self._painter.isActive():
            self._painter.end()
        self._close()
        self.impossible.emit(
            self.tr(
                "The printer took no pages. See whether it is switched on and connected, or save the paper as PDF."
            )
        )
        self.ended.emit(False)

    def _close(self) -> None:
        if self._progress is not None:
            self._progress.close()
            self._progress.deleteLater()
            self._progress = None
        self._press.ask(self._close_papers, lambda _: None)

    def _close_papers(self) -> None:
        papers, self._papers = self._papers, []
        for paper in papers:
            paper.close()


def make_printer(name: str, sides: Sides, *, lying: bool) -> QPrinter:
    """The system's printer, told what the paper is: A4, upright or lying, on one side or both."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setCreator("kamdesk")
    orientation = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(orientation)
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    # The sheets are bound at their long edge, the lying ones at the top.
    both = QPrinter.DuplexMode.DuplexLongSide
    printer.setDuplex(QPrinter.DuplexMode.DuplexNone if sides is Sides.SINGLE else both)
    return printer


def placed(printer: QPrinter, width: float, height: float) -> tuple[float, float, float]:
    """Printer's dots an inch of a page ``width`` × ``height`` points, and where its corner lies.

    True size wherever the paper is large enough; on a smaller one all of it is shrunk to fit.
    """
    paper: QSizeF = printer.pageLayout().fullRectPoints().size().toSizeF()
    dots = printer.resolution()
    scale = min(1.0, (paper.width() + 1) / width, (paper.height() + 1) / height)
    x = (paper.width() - width * scale) / 2 if abs(paper.width() - width) > 2 else 0.0
    y = (paper.height() - height * scale) / 2 if abs(paper.height() - height) > 2 else 0.0
    return dots * scale, x / INCH * dots, y / INCH * dots


def chosen_pages(printer: QPrinter, count: int, current: int) -> list[int]:
    """Numbers from 0 of the pages that are to be printed, in order."""
    from PySide6.QtPrintSupport import QPrinter

    which = printer.printRange()
    if which == QPrinter.PrintRange.CurrentPage:
        return [current]
    ranges = printer.pageRanges()
    if which == QPrinter.PrintRange.PageRange and not ranges.isEmpty():
        pages = [page - 1 for page in range(1, count + 1) if ranges.contains(page)]
        return pages or [current]
    return list(range(count))


def copied(sheets: list[Any], copies: int, *, collated: bool) -> list[Any]:
    """The sheets several times over, for a printer that can't do so itself."""
    if collated:
        return sheets * copies
    return [sheet for sheet in sheets for _ in range(copies)]


def _sheets_of(parts: Sequence[Part]) -> list[_Sheet]:
    return [
        _Sheet(paper, number, size.width, size.height)
        for paper, part in enumerate(parts)
        for number, size in enumerate(part.drawn.sizes)
    ]
