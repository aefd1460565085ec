"""Who the rep is, and the company whose papers these are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QSizePolicy

from kamdesk.domain.pictures import SVG
from kamdesk.qt.desk import Desk
from kamdesk.qt.folders import folder_of
from kamdesk.qt.ink import Ink
from kamdesk.qt.logo_picture import draw_svg
from kamdesk.qt.pages.settings.rows import Entry, Line, Section, card
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.layouts import column
from kamdesk.qt.widgets.painted import Painted

if TYPE_CHECKING:
    from kamdesk.reads.own import OwnData
    from kamdesk.reads.rep import Logo


class LogoView(Painted):
    """The logo on white, as it comes out on paper."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._image = QImage()
        self.setFixedSize(QSize(180, 72))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_logo(self, logo: Logo | None, said: str) -> None:
        self._image = QImage() if logo is None else picture(logo)
        self.setAccessibleName(said)
        self.update()

    def has_picture(self) -> bool:
        return not self._image.isNull()

    def draw(self, ink: Ink, rect: QRectF) -> None:
        if self._image.isNull():
            ink.box(rect, None, "control", 8, 1, Qt.PenStyle.DashLine)
            return
        ink.box(rect, ink.theme.color("onAccent"), "border", 8)
        room = rect.adjusted(10, 8, -10, -8)
        size = self._image.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        at = QRectF(0, 0, size.width(), size.height())
        at.moveCenter(room.center())
        ink.painter.drawImage(at, self._image)


DOTS = 640
"""Longer side of an SVG that an older book keeps."""


def picture(logo: Logo) -> QImage:
    """The logo as Qt draws it; a null image where it can't."""
    if logo.media_type == SVG:
        return draw_svg(logo.content, DOTS)
    return QImage.fromData(QByteArray(logo.content))


class Person(Section):
    """Name, company, telephone; the logo. ``logo_chosen`` gives a file to be taken as the logo."""

    logo_chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.folder = ""
        self._rep_id = ""
        self._logo: Logo | None = None
        self.lines = {name: Line(desk, Entry()) for name in ("name", "company", "phone")}
        self.view = LogoView(desk.theme)
        self._choose = Button(desk.theme, icon="folder-open")
        self._remove = Button(desk.theme, icon="x")
        self.logo = Line(desk, self.view, column(self._choose, self._remove, gap=6))
        self._who, self._say_who = card(desk, *self.lines.values())
        self._paper, self._say_paper = card(desk, self.logo)
        self.setLayout(column(self._who, self._paper, None, gap=12))
        for name, line in self.lines.items():
            field = line.field
            assert isinstance(field, Entry)
            field.entered.connect(lambda text, name=name: self._change(name, text))
        self._choose.clicked.connect(self._choose_logo)
        self._remove.clicked.connect(lambda: self.ask("remove_logo", self.logo, rep_id=self._rep_id))
        self.retranslate()

    def entry(self, name: str) -> Entry:
        field = self.lines[name].field
        assert isinstance(field, Entry)
        return field

    def show_own(self, own: OwnData) -> None:
        self._rep_id = own.rep.id
        self._logo = own.logo
        for name in self.lines:
            self.entry(name).show_kept(getattr(own.rep, name) or "")
        self.logo.right()
        self._show_logo()

    def _show_logo(self) -> None:
        logo = self._logo
        self.view.show_logo(logo, logo.name if logo else self.tr("no logo"))
        self._remove.setVisible(logo is not None)

    def _change(self, name: str, text: str) -> None:
        value = text.strip()
        self.ask("change_rep", self.lines[name], rep_id=self._rep_id, **{name: value or None})

    def _choose_logo(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("The company's logo"),
            str(folder_of(self.folder)),
            self.tr("Pictures (*.png *.jpg *.jpeg *.svg)"),
        )
        if chosen:
            self.folder = str(Path(chosen).parent)
            self.logo_chosen.emit(Path(chosen))

    def retranslate(self) -> None:
        self._say_who(self.tr("You and your company"))
        self.lines["name"].say(
            self.tr("Name"),
            self.tr(
                "Stands on the papers and on your card for the week's end; what was done before keeps the name it had."
            ),
        )
        self.lines["company"].say(self.tr("Company"))
        self.lines["phone"].say(self.tr("Telephone"))
        self._say_paper(self.tr("On the papers"))
        self.logo.say(
            self.tr("Company's logo"), self.tr("PNG, JPEG or SVG, up to 1 MB. It is kept in the book.")
        )
        self._choose.set_label(self.tr("Choose a picture"))
        self._remove.set_label(self.tr("Without a logo"))
        self._show_logo()
