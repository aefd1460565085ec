"""A screen of its own with a window manager, and a hand on its keyboard: what a person does, nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from operator import ne
from pathlib import Path
from types import TracebackType

SIZE = "1366x768"
STILL_S = 0.25
"""So long nothing may change before the picture counts."""
TURNED = 0.4
"""Of the lines so many differ when another page has come."""
CURSOR = (3, 40)
"""A cursor that blinks is no wider and no higher, in pixels."""


class Screen:
    """An Xvfb with openbox; ``press``, ``type``, ``click`` act on whatever window is in front."""

    def __init__(self, size: str = SIZE) -> None:
        self.size = size
        self._xvfb: subprocess.Popen[bytes] | None = None
        self._manager: subprocess.Popen[bytes] | None = None
        self._clipboard: subprocess.Popen[str] | None = None
        self.display = ""

    def __enter__(self) -> Screen:
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{self.size}x24", "-nolisten", "tcp"]
        self._xvfb = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            self.display = ":" + pipe.readline().strip()
        self._manager = subprocess.Popen(["openbox"], env=self.environ(), stderr=subprocess.DEVNULL)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in (self._clipboard, self._manager, self._xvfb):
            if process is not None:
                process.terminate()
                process.wait(10)

    def environ(self) -> dict[str, str]:
        return {**os.environ, "DISPLAY": self.display}

    def press(self, *keys: str) -> None:
        """Press keys one after another, named as xdotool names them: ``ctrl+k``, ``Tab``."""
        for key in keys:
            self._tool("key", "--clearmodifiers", key)

    def type(self, text: str) -> None:
        """Type a text; Chinese is pasted, since xdotool loses characters that the keyboard has no key for."""
        if text.isascii():
            self._tool("type", "--clearmodifiers", "--delay", "8", text)
        else:
            self._copy(text)
            self.press("ctrl+v")
            self.settle()  # the clipboard must not change before it is read

    def click(self, x: int, y: int, button: int = 1) -> None:
        self._tool("mousemove", str(x), str(y), "click", str(button))

    def title(self) -> str:
        """The title of the window in front."""
        done = subprocess.run(
            ["xdotool", "getactivewindow", "getwindowname"],
            env=self.environ(),
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()

    def wait_for(self, title: str, seconds: float = 20) -> None:
        """Until a window with ``title`` in its name is in front. Raises TimeoutError."""
        end = time.monotonic() + seconds
        while title not in self.title():
            if time.monotonic() > end:
                raise TimeoutError(f"no window {title!r}: {self.title()!r} is in front")
            time.sleep(0.1)

    def settle(self, seconds: float = 4, still: float = STILL_S) -> bool:
        """Until nothing moves any more but a blinking cursor; no longer than ``seconds``. Whether it came to rest."""
        end = time.monotonic() + seconds
        before, since = b"", time.monotonic()
        while True:
            now = self._pixels()
            if not self._alike(before, now):
                before, since = now, time.monotonic()
            if time.monotonic() - since >= still:
                return True
            if time.monotonic() > end:
                return False
            time.sleep(0.05)

    def turn(self, key: str, seconds: float = 30) -> None:
        """Press a key and wait until another page stands there and rests. Raises TimeoutError where none comes."""
        before, end = self._pixels(), time.monotonic() + seconds
        self.press(key)
        while self._unlike(before, self._pixels()) < TURNED:
            if time.monotonic() > end:
                raise TimeoutError(f"nothing came of {key}")
            time.sleep(0.1)
        self.settle(seconds, still=1)

    def _unlike(self, one: bytes, other: bytes) -> float:
        """Which part of the lines of two pictures differs."""
        wide = int(self.size.split("x")[0]) * 3
        starts = range(0, len(one), wide)
        differing = sum(one[at : at + wide] != other[at : at + wide] for at in starts)
        return differing / len(starts)

    def _alike(self, one: bytes, other: bytes) -> bool:
        """Whether two pictures differ by no more than a cursor."""
        if len(one) != len(other):
            return False
        wide = int(self.size.split("x")[0]) * 3
        rows = [at for at in range(0, len(one), wide) if one[at : at + wide] != other[at : at + wide]]
        return len(rows) <= CURSOR[1] and all(
            sum(map(ne, one[at : at + wide], other[at : at + wide])) <= CURSOR[0] * 3 for at in rows
        )

    def wait_for_colours(self, number: int, seconds: float = 30) -> None:
        """Until a picture has so many colours: an empty frame has a few. Raises TimeoutError."""
        end = time.monotonic() + seconds
        while True:
            pixels = self._pixels()
            if len({pixels[at : at + 3] for at in range(0, len(pixels), 3)}) >= number:
                return
            if time.monotonic() > end:
                raise TimeoutError("the window stays empty")

    def picture(self, path: Path) -> None:
        self.settle()
        subprocess.run(["import", "-silent", "-window", "root", str(path)], env=self.environ(), check=True)

    def _copy(self, text: str) -> None:
        if self._clipboard is None:
            command = [sys.executable, str(Path(__file__).with_name("clipboard.py"))]
            self._clipboard = subprocess.Popen(
                command,
                env={**self.environ(), "QT_QPA_PLATFORM": "xcb"},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        assert self._clipboard.stdin is not None
        assert self._clipboard.stdout is not None
        print(json.dumps(text), file=self._clipboard.stdin, flush=True)
        self._clipboard.stdout.readline()

    def _pixels(self) -> bytes:
        command = ["import", "-silent", "-window", "root", "-depth", "8", "rgb:-"]
        return subprocess.run(command, env=self.environ(), check=True, capture_output=True).stdout

    def _tool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.environ(), check=True, stdout=subprocess.DEVNULL)
