"""What every page of the window has in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.tab_order import tab_as_laid_out

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes


@dataclass(frozen=True, slots=True)
class Density:
    """How much room the window leaves: ``compact`` below 720 px of height, ``narrow`` below 1320 of width."""

    compact: bool = False
    narrow: bool = False

    def margins(self) -> tuple[int, int, int, int]:
        return (20, 8, 20, 10) if self.compact else (24, 14, 24, 18)


def step_with_keys(page: QWidget, step: Callable[[int], object]) -> None:
    """Ctrl+PgDn and Ctrl+PgUp go from section to section, whatever on the page has the keys: lists would page."""
    for key, by in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
        shortcut = QShortcut(QKeySequence(key), page, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(partial(step, by))


class Page(QWidget):
    """A page: says its words anew when the language changes, reads anew when its rows have changed."""

    rows_shown = Signal()
    """The rows that were asked for are on the page."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """``parent`` is where the page will stand: a widget that moves to another parent is dressed anew by the style
        sheet, with all that it holds."""
        super().__init__(parent)
        self.desk = desk
        self.density = Density()
        self.built = False
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def build(self) -> Iterator[None]:
        """Make what stands on the page, in steps so short that the event loop can turn between them. Nothing else may
        be asked of a page before it is ``built``."""
        yield from ()

    def build_ahead(self) -> Iterator[None]:
        """Make in such steps what is otherwise made when somebody first looks at it."""
        yield from ()

    def set_density(self, density: Density) -> None:
        """Lay the page out for this much room."""
        self.density = density
        if self.layout() is not None:
            self.layout().setContentsMargins(*density.margins())

    def arrive(self) -> None:
        """The page comes into view: it reads its rows, and the keys go to where the work is."""
        self.read()

    def read(self) -> None:
        """Ask for the page's rows."""

    def take_changes(self, changes: Changes) -> None:
        """Something was written: a page that shows any of it reads again."""
        self.read()

    def to_keep(self) -> dict[str, object]:
        """What of the page's layout is kept between two runs, by name; nothing of a book."""
        return {}

    def retranslate(self) -> None:
        """Say every word of the page in the language of the moment."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        tab_as_laid_out(self)
        return super().focusNextPrevChild(forward)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.built:
            self.retranslate()
