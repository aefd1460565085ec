"""Buttons: one class with a kind, an icon that follows the theme, and its key in the label."""

from __future__ import annotations

import sys
from functools import lru_cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import QPushButton, QSizePolicy

from kamdesk.qt.theme import Theme

GAP = 4
_TONES = {"primary": "onAccent", "link": "accentText", "chip": "accentText"}


@lru_cache(maxsize=256)
def key_text(key: str) -> str:
    """A key as it stands in a label: as the system writes it on a Mac, elsewhere in the letters on the keyboard."""
    native = sys.platform == "darwin"
    form = QKeySequence.SequenceFormat.NativeText if native else QKeySequence.SequenceFormat.PortableText
    return QKeySequence(key).toString(form)


class Button(QPushButton):
    """A push button of the design language.

    ``kind`` is one of the style sheet's (``primary``, ``ghost``, ``link``, ``toggle``, ``seg``, ``section``,
    ``view``, ``chip``) or empty for a secondary button; one primary button a page. ``icon`` is a name of the icon set.
    """

    def __init__(self, theme: Theme, *, icon: str = "", kind: str = "", small: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._kind = kind
        self._key = ""
        self._tone = ""
        self._worn: tuple[str, str, int] | None = None
        self.setFont(
            theme.font("strong" if kind == "primary" else "caption" if small or kind == "seg" else "body")
        )
        if kind:
            self.setProperty("kind", kind)
        if small:
            self.setProperty("small", True)
        self.setCheckable(kind in {"toggle", "seg", "section", "view"})
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._tint()
        theme.changed.connect(self._tint_anew)
        if self.isCheckable():
            self.toggled.connect(self._tint)

    def set_label(self, text: str, key: str = "") -> None:
        """The words, and after them the key that does the same; the key is no part of the accessible name."""
        self._key = key
        self.setText(f"{text}   {key_text(key)}" if key else text)
        self.setAccessibleName(text)
        self._tint()

    def set_hint(self, text: str) -> None:
        """What a button without words does, said in its tooltip and to a screen reader."""
        self.setToolTip(text)
        self.setAccessibleName(text)

    def set_kind(self, kind: str) -> None:
        """Another kind, where the page means another button first: ``primary`` or empty for a secondary one."""
        self._kind = kind
        self.setProperty("kind", kind or None)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setFont(self._theme.font("strong" if kind == "primary" else "body"))
        self._tint()

    def set_icon(self, name: str, tone: str = "") -> None:
        """Another icon; in a colour of its own where ``tone`` names one."""
        self._icon, self._tone = name, tone
        self._tint()

    def _tint_anew(self) -> None:
        self._worn = None
        self._tint()

    def _tint(self) -> None:
        name = self._icon
        if self._kind == "toggle" and self.isChecked() and not name:
            name = "check"
        if not name:
            if self._worn is not None:
                self._worn = None
                self.setIcon(QIcon())
            return
        tone = self._tone or _TONES.get(self._kind, "text2")
        if self.isCheckable() and self.isChecked():
            tone = "accentText"
        pad = GAP if self.text() else 0
        if (worn := (name, tone, pad)) == self._worn:
            return
        self._worn = worn
        self.setIcon(self._theme.icons.icon(name, tone, 16, pad))
        self.setIconSize(QSize(16 + pad, 16))
