"""What a record rests on: a visit, a note, a file, or a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMenu, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import FlowLayout, clear, column, row

if TYPE_CHECKING:
    from kamdesk.reads.known import Ground
    from kamdesk.reads.record_subject import LinkChoice

TABLES = ("visit", "note", "attachment")
OFFERED = 12
ICONS = {"visit": "map-pin", "note": "message-square", "attachment": "paperclip", "words": "message-square"}
LETTERS = 26


class GroundsEditor(QWidget):
    """``added`` are fields of `operations.recording.Ground` or paths of files, ``dropped`` ids of what is taken off."""

    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._choices: Mapping[str, Sequence[LinkChoice]] = {}
        self._there: list[Ground] = []
        self._linked: list[tuple[str, str, str]] = []
        self._files: list[Path] = []
        self._dropped: list[str] = []
        self._title = label(desk.theme, "captionStrong", "text2")
        self._held = FlowLayout(6)
        self._chips = QWidget()
        self._chips.setLayout(self._held)
        self.said = QLineEdit()
        self.said.setObjectName("ground_said")
        self.link = Button(desk.theme, icon="link", small=True)
        self.file = Button(desk.theme, icon="paperclip", small=True)
        for button in (self.link, self.file):
            button.setAutoDefault(False)
        self.menu = QMenu(self)
        self.link.clicked.connect(self._open_menu)
        self.file.clicked.connect(self.choose_files)
        self.setLayout(
            column(self._title, self._chips, row((self.said, 1), self.link, self.file, gap=6), gap=5)
        )
        self._show()
        self.retranslate()

    def set_choices(self, choices: Mapping[str, Sequence[LinkChoice]]) -> None:
        """What can be linked to, by table."""
        self._choices = choices
        self.link.setEnabled(any(choices.get(table) for table in TABLES))

    def show_grounds(self, grounds: Sequence[Ground]) -> None:
        """What the row rests on already."""
        self._there = list(grounds)
        self._show()

    def added(self) -> list[object]:
        found: list[object] = [{f"{table}_id": key} for table, key, _ in self._linked]
        found += self._files
        if text := self.said.text().strip():
            found.append({"said": text})
        return found

    def dropped(self) -> list[str]:
        return list(self._dropped)

    def add_link(self, table: str, key: str, text: str) -> None:
        if (table, key) not in [(t, k) for t, k, _ in self._linked]:
            self._linked.append((table, key, text))
        self._show()

    def add_files(self, paths: Sequence[Path]) -> None:
        self._files += [path for path in paths if path not in self._files]
        self._show()

    def choose_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Attach files as evidence"))
        self.add_files([Path(name) for name in names])

    # links and files are kept in drafts too

    def draft_value(self) -> object:
        return {
            "said": self.said.text(),
            "linked": [list(each) for each in self._linked],
            "files": [str(path) for path in self._files],
            "dropped": self._dropped,
        }

    def set_draft_value(self, kept: object) -> None:
        if isinstance(kept, dict):
            self.said.setText(str(kept.get("said", "")))
            self._linked = [(str(t), str(k), str(s)) for t, k, s in kept.get("linked", [])]
            self._files = [Path(each) for each in kept.get("files", []) if Path(each).is_file()]
            self._dropped = [str(each) for each in kept.get("dropped", [])]
            self._show()

    def _open_menu(self) -> None:
        self.menu.clear()
        names = (self.tr("Visits"), self.tr("Notes"), self.tr("Files"))
        for table, name in zip(TABLES, names, strict=True):
            choices = self._choices.get(table, ())[:OFFERED]
            if choices:
                self.menu.addSection(name)
            for choice in choices:
                text = self._text(table, choice)
                self.menu.addAction(
                    text.replace("&", "&&"),
                    lambda table=table, key=choice.id, text=text: self.add_link(table, key, text),
                )
        self.menu.popup(self.link.mapToGlobal(self.link.rect().bottomLeft()))

    def _text(self, table: str, choice: LinkChoice) -> str:
        speech = self._desk.speech
        day = (
            speech.day_or_year(choice.day, self._desk.today()) if choice.day and table != "attachment" else ""
        )
        outcome = speech.choice("visit.outcome", choice.code) if table == "visit" else ""
        name = choice.name if len(choice.name) <= LETTERS else f"{choice.name[: LETTERS - 1]}…"
        return speech.joined((day, outcome, name))

    def _show(self) -> None:
        clear(self._held)
        for ground in self._there:
            if ground.id not in self._dropped:
                self._chip(ICONS[ground.table], ground_text(self._desk, ground), ("there", ground.id))
        for table, key, text in self._linked:
            self._chip(ICONS[table], text, ("linked", key))
        for path in self._files:
            self._chip("paperclip", path.name, ("file", str(path)))
        self._chips.setVisible(bool(self._held.count()))
        self.edited.emit()

    def _chip(self, icon: str, text: str, what: tuple[str, str]) -> None:
        chip = Button(self._desk.theme, kind="chip", icon=icon, small=True)
        chip.setAutoDefault(False)
        short = text if len(text) <= LETTERS else f"{text[: LETTERS - 1]}…"
        chip.setText(f"{short}  ×")
        chip.setAccessibleName(self.tr("Take off: {text}").format(text=text))
        chip.setToolTip(self.tr("Take off: {text}").format(text=text))
        chip.clicked.connect(lambda: self._drop(*what))
        self._held.addWidget(chip)

    def _drop(self, where: str, key: str) -> None:
        if where == "there":
            self._dropped.append(key)
        elif where == "linked":
            self._linked = [each for each in self._linked if each[1] != key]
        else:
            self._files = [path for path in self._files if str(path) != key]
        self._show()
        self.said.setFocus()

    def retranslate(self) -> None:
        self._title.setText(self.tr("What it rests on"))
        self.said.setPlaceholderText(self.tr("how we know, in a sentence"))
        self.said.setAccessibleName(self.tr("Evidence in words"))
        self.link.set_label(self.tr("Visit, note…"))
        self.file.set_label(self.tr("File…"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def ground_text(desk: Desk, ground: Ground) -> str:
    """What a record rests on, in one line."""
    speech = desk.speech
    day = (
        speech.day_or_year(ground.day, desk.today())
        if ground.day and ground.table in ("visit", "note")
        else ""
    )
    return speech.joined((day, " ".join((ground.text or ground.said or "").split())))
