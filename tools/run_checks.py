#!/usr/bin/env python3
"""Everything that is checked on a change: ruff, import-linter, pyright, pytest, two of them at a time.

`python3 dev.py test` runs it with the Python of .venv. What ruff, import-linter or pyright find ends the tests at once.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
PYTEST = [sys.executable, "-m", "pytest"]
MEMORY_FOR_TESTS = 2 << 30
"""Bytes: several times what the tests have lying about at once."""


def say(text: str) -> None:
    print(f"run_checks.py: {text}", file=sys.stderr, flush=True)


def folder_in_memory() -> Path | None:
    """Where files lie in memory: the tests' books need not wait for a disk thousands of times. None without room."""
    folder = Path("/dev/shm")
    with suppress(OSError):
        if os.access(folder, os.W_OK | os.X_OK) and shutil.disk_usage(folder).free > MEMORY_FOR_TESTS:
            return folder
    return None


def check_all(folder: Path, pytest: list[str], env: dict[str, str]) -> int:
    """Runs the tools that lie in ``folder``, and the tests; gives the exit code.

    While ruff and import-linter look, pytest compiles the tests; pyright looks on while they run.
    """
    with ExitStack() as started, tempfile.TemporaryFile() as said:

        def start(*command: str | Path, **streams: Any) -> subprocess.Popen[bytes]:
            process = started.enter_context(subprocess.Popen(command, env=env, **streams))
            started.callback(process.kill)
            return process

        collecting = start(
            *pytest, "--collect-only", "-q", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        failed = []
        for name, command in {"ruff": ["ruff", "check"], "import-linter": ["lint-imports"]}.items():
            say(name)
            failed += [name] if subprocess.call([folder / command[0], *command[1:]], env=env) else []
        say("pyright" if failed else "pyright, and pytest beside it")
        types = start(folder / "pyright", stdout=said, stderr=subprocess.STDOUT)
        if not failed:
            collecting.wait()
            tests = start(*pytest, "-n", "auto", "--dist", "worksteal")
        failed += ["pyright"] if types.wait() else []
        if not failed:
            return tests.wait()
        said.seek(0)
        sys.stdout.write(said.read().decode(errors="replace"))
        sys.stdout.flush()
        say(f"{', '.join(failed)} found something, see above; the tests were not started, or stopped.")
        return 1


def main() -> int:
    os.chdir(ROOT)
    env = dict(os.environ)
    if (folder := folder_in_memory()) is not None:
        env.setdefault("TMPDIR", str(folder))
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # what was started ends with us
    try:
        return check_all(BIN, PYTEST, env)
    except KeyboardInterrupt:
        say("stopped")
        return 130


if __name__ == "__main__":
    sys.exit(main())
