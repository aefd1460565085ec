"""A screen of its own with a window manager, and a hand on its keyboard: what a person does, nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType

SIZE = "1366x768"
STILL_S = 0.25
"""So long nothing may change before the picture counts."""


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

    def settle(self, seconds: float = 4, still: float = STILL_S) -> bytes:
        """The picture (PNG) once nothing moves any more; a blinking cursor is waited for no longer than ``seconds``."""
        end = time.monotonic() + seconds
        before, since = b"", time.monotonic()
        while True:
            now = self._grab()
            if now != before:
                before, since = now, time.monotonic()
            if time.monotonic() - since >= still or time.monotonic() > end:
                return now
            time.sleep(0.05)

    def wait_for_colours(self, number: int, seconds: float = 30) -> None:
        """Until a picture has so many colours: an empty frame has a few. Raises TimeoutError."""
        end = time.monotonic() + seconds
        while True:
            command = ["identify", "-format", "%k", "png:-"]
            counted = subprocess.run(command, input=self._grab(), capture_output=True, check=True)
            if int(counted.stdout) >= number:
                return
            if time.monotonic() > end:
                raise TimeoutError("the window stays empty")

    def picture(self, path: Path) -> None:
        path.write_bytes(self.settle())

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

    def _grab(self) -> bytes:
        with tempfile.NamedTemporaryFile(suffix=".png") as file:
            command = [
                "import",
                "-silent",
                "-window",
                "root",
                "-define",
                "png:exclude-chunks=date,time",
                file.name,
            ]
            subprocess.run(command, env=self.environ(), check=True)
            return Path(file.name).read_bytes()

    def _tool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.environ(), check=True, stdout=subprocess.DEVNULL)
