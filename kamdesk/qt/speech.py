"""The language of the window: Qt's translations, the catalogue of words, and how dates, times and money are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from kamdesk.domain.errors import FieldName, KamdeskError
from kamdesk.words import Language, MissingWord, Words

LOCALES = {
    "zh": QLocale(QLocale.Language.Chinese, QLocale.Country.China),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}
QT_NAMES = {"zh": "qtbase_zh_CN", "en": "qtbase_en"}
DOT = "·"


class Speech(QObject):
    """What the window speaks. ``changed`` comes after Qt's own LanguageChange events, for what is no widget."""

    changed = Signal()

    def __init__(self, translations: Path, language: Language = "en", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = translations
        self._translators: list[QTranslator] = []
        self.words = Words(language)

    @property
    def language(self) -> Language:
        return self.words.language

    def set_language(self, language: Language, app: QApplication) -> None:
        """Switch: every widget gets a LanguageChange event, then ``changed`` is emitted."""
        self.quiet(app)
        self.words = Words(language)
        QLocale.setDefault(LOCALES[language])
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for file, folder in ((QT_NAMES[language], qt), (f"kamdesk_{language}", str(self._folder))):
            translator = QTranslator(self)
            if translator.load(file, folder):
                app.installTranslator(translator)
                self._translators.append(translator)
        self.changed.emit()

    def quiet(self, app: QApplication) -> None:
        """Take the translations out of the application again."""
        for translator in self._translators:
            app.removeTranslator(translator)
        self._translators = []

    def translate_in(self, language: Language) -> Callable[[str, str], str]:
        """Context and text → the text in a language that need not be the window's."""
        translator = QTranslator(self)
        if language == "en" or not translator.load(f"kamdesk_{language}", str(self._folder)):
            return lambda context, text: text
        return lambda context, text: translator.translate(context, text) or text

    # words of the catalogue

    def text(self, code: str, /, **values: object) -> str:
        return self.words.text(code, **values)

    def choice(self, prefix: str, value: str | None) -> str:
        return self.words.choice(prefix, value)

    def raised(self, text: str) -> str:
        """A value at the head of a line: English raises its first letter."""
        return text[:1].upper() + text[1:] if self.language == "en" else text

    def error(self, error: Exception) -> str:
        """What went wrong, what is safe, what to do."""
        if isinstance(error, KamdeskError):
            values = {name: self._value(value) for name, value in error.values.items()}
            try:
                return self.words.text(f"error.{error.code}", **values)
            except (MissingWord, KeyError):
                return f"{error.code} {values or ''}".strip()
        return self.tr(
            "The program made a mistake and could not finish this. What you saved is safe: the book takes a step whole "
            "or not at all. Try again; if it comes back, close kamdesk and start it anew."
        )

    def _value(self, value: object) -> object:
        if isinstance(value, FieldName):
            return self.words.heading(value.table, value.name)
        return self.full_day(value) if isinstance(value, date) and not isinstance(value, datetime) else value

    # dates, times, figures

    def weekday(self, day: date) -> str:
        return self.words.text(f"weekday.{day.weekday()}")

    def day(self, day: date) -> str:
        """``11月18日`` or ``18 Nov``."""
        return self.words.text("date.day", month=self.words.text(f"month.{day.month}"), day=day.day)

    def full_day(self, day: date) -> str:
        month = self.words.text(f"month.{day.month}")
        return self.words.text("date.full", year=day.year, month=month, day=day.day)

    def day_or_year(self, day: date, today: date) -> str:
        """The day, with its year where that is not the year of ``today``."""
        return self.day(day) if day.year == today.year else self.full_day(day)

    def span(self, first: date, last: date) -> str:
        """``11月16–22日`` or ``16–22 Nov``; both months where they differ."""
        if first.month != last.month:
            return f"{self.day(first)}–{self.day(last)}"
        month = self.words.text(f"month.{first.month}")
        return self.words.text("date.day", month=month, day=f"{first.day}–{last.day}")

    def rhythm(self, every_weeks: int) -> str:
        """``每周`` or ``every 2 weeks``."""
        if every_weeks == 1:
            return self.words.text("rhythm.weekly")
        return self.words.text("rhythm.every", n=every_weeks)

    def listed(self, names: Iterable[str]) -> str:
        """``甲、乙`` or ``A, B``."""
        return ("、" if self.language == "zh" else ", ").join(names)

    def joined(self, parts: Iterable[str]) -> str:
        """Facts of one line, joined by the middle dot, which is wide enough by itself in the bundled font."""
        return DOT.join(part for part in parts if part)


def clock(minute: int) -> str:
    """A minute of the day as ``09:30``."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def duration(minutes: int) -> str:
    """Minutes as ``1:05``."""
    return f"{minutes // 60}:{minutes % 60:02d}"
