"""The window's own actions as they are found by searching: by their words in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP

from kamdesk.qt.actions import Actions, action_words
from kamdesk.qt.speech import Speech
from kamdesk.words import LANGUAGES, Language, Words

PAGES = ("today", "line", "accounts", "promises", "papers", "week_end", "settings")
UNSAID = ("search",)
"""Searching for the search leads nowhere."""
GO = QT_TRANSLATE_NOOP("Command", "Go to {page}")
ICONS = {
    "today": "sun",
    "line": "route",
    "accounts": "store",
    "promises": "handshake",
    "papers": "file-text",
    "week_end": "package-check",
    "hand_over": "package-check",
    "take_package": "inbox",
    "settings": "settings",
    "undo": "undo-2",
}

Translate = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Command:
    """An action that can be carried out now: its name, how it is said now and in every language, its key.

    ``also`` are other words that people look for it by.
    """

    name: str
    words: tuple[str, ...]
    key: str
    icon: str
    also: tuple[str, ...] = ()


def commands(actions: Actions, speech: Speech) -> tuple[Command, ...]:
    """The actions that are possible, those that lead to a page last."""
    languages = sorted(LANGUAGES, key=lambda language: language != speech.language)
    said = [_words(speech.translate_in(language)) for language in languages]
    made = [
        Command(
            name,
            tuple(words[name] for words in said),
            actions.key(name),
            ICONS.get(name, "arrow-right"),
            _synonyms(name, languages),
        )
        for name in said[0]
        if name not in UNSAID and actions[name].isEnabled()
    ]
    return tuple(sorted(made, key=lambda command: command.name in PAGES))


def _synonyms(name: str, languages: Iterable[Language]) -> tuple[str, ...]:
    """What else the action is called; nothing for most."""
    said = (Words(language).choice("command_synonym", name) for language in languages)
    return tuple(words for words in said if words != name)


def _words(translate: Translate) -> dict[str, str]:
    words = action_words(translate)
    go = translate("Command", str(GO))
    return {name: go.format(page=text) if name in PAGES else text.rstrip("…") for name, text in words.items()}
