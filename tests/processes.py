"""Other processes for tests: a real Python with the package, told what to do line by line."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).parents[1]


class Other:
    """A process that runs ``code``; it says lines on its standard output and is told lines on its input."""

    def __init__(self, code: str, *arguments: object) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def says(self) -> str:
        """The next line it says; empty once it has ended."""
        assert self._process.stdout is not None
        return self._process.stdout.readline().rstrip("\n")

    def tell(self, line: str = "") -> None:
        """Gives it a line."""
        assert self._process.stdin is not None
        print(line, file=self._process.stdin, flush=True)

    def kill(self) -> None:
        """Ends it as a power cut would end the program."""
        self._process.kill()
        self._process.wait()

    def __enter__(self) -> Other:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()
