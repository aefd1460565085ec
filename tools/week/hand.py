"""A rep at the keyboard: presses, types, looks, and the book is read beside to see that it holds what was typed."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from week.program import Program
from week.screen import Screen
from week.words import TITLES

PATIENCE_S = 8
"""So long a write may take on a busy machine."""


class Hand:
    """``look`` takes a picture, ``holds`` checks the book; keys are counted from ``start_count`` on."""

    def __init__(self, screen: Screen, program: Program, out: Path) -> None:
        self.screen, self.program, self.out = screen, program, out
        self.checked: list[str] = []
        self._day, self._number, self._pressed = "", 0, 0

    def begin(self, day: str, now: str) -> None:
        """A new morning: the program is opened."""
        self._day, self._number = day, 0
        self.program.start(now)
        self.rest()
        self.look("start")

    def end(self) -> None:
        self.program.quit()

    def keys(self, names: str) -> None:
        """Keys as xdotool names them, with blanks between; after one that does something the window comes to rest."""
        for name in names.split():
            self._pressed += 1
            self.screen.press(name)
            if "ctrl+" in name or name in ("Return", "Escape"):
                self.screen.settle()
        self.screen.settle()

    def turn(self, name: str) -> None:
        """A key that leads to another page: done when the page stands."""
        self._pressed += 1
        self.screen.turn(name)

    def text(self, words: str) -> None:
        self.screen.type(words)
        self.screen.settle()

    def fill(self, *fields: str) -> None:
        """One field after the other with Tab between; an empty text passes a field by."""
        for number, words in enumerate(fields):
            if number:
                self.screen.press("Tab")
                self._pressed += 1
            if words:
                self.screen.type(words)
        self.screen.settle()

    def wait_for(self, title: str) -> None:
        """Until a window is in front; ``title`` names one of `week.words`."""
        self.screen.wait_for(TITLES[self.program.language][title])
        self.screen.settle()

    def answer(self, title: str) -> None:
        """Enter, and again while the system's own dialog for files stands: the first may only open the folder."""
        for _ in range(3):
            self.keys("Return")
            if TITLES[self.program.language][title] not in self.screen.title():
                return
        raise AssertionError(f"{title} does not close")

    def rest(self) -> None:
        """Until what takes a while is done: nothing has moved for some seconds."""
        self.screen.settle(40, still=2.5)

    def look(self, name: str) -> None:
        self._number += 1
        self.screen.picture(self.out / f"{self._day}-{self._number:02d}-{name}.png")

    def start_count(self) -> None:
        self._pressed = 0

    def pressed(self) -> int:
        """Keys pressed since `start_count`, beside the words themselves."""
        return self._pressed

    def holds(self, what: str, query: str, expected: Any, *values: object) -> None:
        """The book holds what was typed. Raises AssertionError with both."""
        end = time.monotonic() + PATIENCE_S
        while (found := self.program.rows(query, *values)) != expected and time.monotonic() < end:
            time.sleep(0.2)
        if found != expected:
            raise AssertionError(f"{self._day}, {what}: {found!r} instead of {expected!r}")
        self.checked.append(f"{self._day}: {what}")

    def says(self, what: str, words: str, wanted: str) -> None:
        """A text that the program wrote has some words in it. Raises AssertionError with both."""
        if wanted not in words:
            raise AssertionError(f"{self._day}, {what}: {wanted!r} is not in {words!r}")
        self.checked.append(f"{self._day}: {what}")

    # what a rep does several times a day

    def open_account(self, name: str) -> None:
        """Through search, from wherever the window stands."""
        self.keys("ctrl+k")
        self.text(name)
        self.keys("Return")

    def choose_account(self, name: str) -> None:
        """In the table, so that an action works on it."""
        self.keys("ctrl+3")
        self.keys("slash ctrl+a")
        self.text(name)
        self.keys("Down")
