"""Language and light or dark: chosen in the menu, kept in the settings, in force at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from kamdesk.qt.actions import Actions
from kamdesk.qt.desk import Desk
from kamdesk.qt.shelf import Shelf
from kamdesk.qt.theme import Mode, mode_of
from kamdesk.settings import Settings
from kamdesk.settings import Theme as Choice
from kamdesk.words import Language


class Looks(QObject):
    kept = Signal()
    """Something was chosen and is kept."""

    def __init__(self, desk: Desk, shelf: Shelf, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._shelf, self._actions = desk, shelf, actions
        self._settings = shelf.settings
        actions.on("chinese", lambda: self.speak("zh"))
        actions.on("english", lambda: self.speak("en"))
        actions.on("follow_system", lambda: self.look("system"))
        actions.on("light", lambda: self.look("light"))
        actions.on("dark", lambda: self.look("dark"))
        self._mark()
        hints = self._app().styleHints()
        hints.colorSchemeChanged.connect(self._follow)

    def _app(self) -> QApplication:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        return app

    def speak(self, language: Language) -> None:
        """Every word of the window in another language; nothing that was typed is touched."""
        self._desk.speech.set_language(language, self._app())
        self._keep(language=language)

    def look(self, choice: Choice) -> None:
        """Light, dark, or as the system has it."""
        self._keep(theme=choice)
        self._follow()

    def _follow(self) -> None:
        choice = self._settings.theme
        mode: Mode = mode_of(self._app().styleHints().colorScheme()) if choice == "system" else choice
        self._desk.theme.set_mode(mode, self._app())

    def settings(self) -> Settings:
        """What is chosen for this computer."""
        return self._settings

    def keep(self, **chosen: str | int) -> None:
        """Choose something for this computer. Raises OSError where the settings can't be written."""
        self._keep(**chosen)

    def _keep(self, **chosen: str | int) -> None:
        self._settings = replace(self._settings, **chosen)  # type: ignore[arg-type]
        self._shelf.keep_settings(self._settings)
        self._mark()
        self.kept.emit()

    def remember_book(self, path: str) -> None:
        """The book to open the next time."""
        if path != self._settings.book:
            self._keep(book=path)

    def _mark(self) -> None:
        self._actions["chinese" if self._desk.speech.language == "zh" else "english"].setChecked(True)
        name = {"system": "follow_system", "light": "light", "dark": "dark"}[self._settings.theme]
        self._actions[name].setChecked(True)
