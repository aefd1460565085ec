#!/usr/bin/env python3
"""Sets kamdesk up and starts it, from nothing but Python 3.11 or newer.

    python3 dev.py run             the window on a demo book; with no display papers and a picture in out/
    python3 dev.py run -- ARGS     the command `kamdesk ARGS`
    python3 dev.py test            all checks: ruff, import-linter, pyright, pytest
    python3 dev.py test ARGS       `pytest ARGS` alone

The environment is .venv, with the versions of constraints.txt; it follows when these or Python change. What
is missing of the system's libraries is installed on Debian and Ubuntu where this user may, else named.
"""

from __future__ import annotations

import contextlib
import ctypes
import datetime
import hashlib
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
OUT = ROOT / "out"
WINDOWS = os.name == "nt"
LINUX = sys.platform.startswith("linux")
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")
KAMDESK = BIN / ("kamdesk.exe" if WINDOWS else "kamdesk")

# What Qt opens at run time → the Debian packages that may hold it, the first that exists is taken.
LIBRARIES = {
    "libEGL.so.1": ["libegl1"],
    "libGL.so.1": ["libgl1"],
    "libxkbcommon.so.0": ["libxkbcommon0"],
    "libdbus-1.so.3": ["libdbus-1-3"],
    "libfontconfig.so.1": ["libfontconfig1"],
    "libglib-2.0.so.0": ["libglib2.0-0t64", "libglib2.0-0"],
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": ["libxcb-cursor0"],
    "libxcb-icccm.so.4": ["libxcb-icccm4"],
    "libxcb-image.so.0": ["libxcb-image0"],
    "libxcb-keysyms.so.1": ["libxcb-keysyms1"],
    "libxcb-randr.so.0": ["libxcb-randr0"],
    "libxcb-render-util.so.0": ["libxcb-render-util0"],
    "libxcb-shape.so.0": ["libxcb-shape0"],
    "libxcb-xkb.so.1": ["libxcb-xkb1"],
    "libxkbcommon-x11.so.0": ["libxkbcommon-x11-0"],
}


class Stop(Exception):
    """Set-up can't go on; the text tells the person why and what to do."""


def say(text: str) -> None:
    print(f"dev.py: {text}", file=sys.stderr, flush=True)


def call(*command: str | Path, group: bool = False) -> int:
    """Runs a helper whose output is ours to show, so on standard error. Gives its exit code.

    ``group`` is for those that ask nothing: on Ctrl-C all they have started ends with us, and only we speak.
    """
    own = 0 if group and not WINDOWS else None
    with subprocess.Popen([*map(str, command)], stdout=sys.stderr, cwd=ROOT, process_group=own) as helper:
        try:
            return helper.wait()
        except KeyboardInterrupt:
            if own is not None and helper.poll() is None:
                os.killpg(helper.pid, signal.SIGKILL)
            raise


def has_library(name: str) -> bool:
    with contextlib.suppress(OSError):
        return bool(ctypes.CDLL(name))
    return False


def missing_packages(window: bool, test: bool) -> list[list[str]]:
    """For each thing that is not there, the Debian packages that may bring it."""
    libraries = {**LIBRARIES, **(WINDOW_LIBRARIES if window else {})}
    missing = [packages for name, packages in libraries.items() if not has_library(name)]
    if test and not shutil.which("pdftotext"):
        missing.append(["poppler-utils"])
    if not PYTHON.exists() and not makes_environments():
        missing.append([f"python{sys.version_info[0]}.{sys.version_info[1]}-venv", "python3-venv"])
    return missing


def makes_environments() -> bool:
    """False on a bare Debian, which splits these two off."""
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def install_system_packages(missing: list[list[str]]) -> None:
    wanted = " ".join(packages[-1] for packages in missing)
    by_hand = f"something is missing; on Debian, as root, run\n    apt-get install {wanted}\nthen this again."
    root = os.geteuid() == 0
    if not shutil.which("apt-get") or not (root or shutil.which("sudo")):
        raise Stop(by_hand)
    say(f"the system lacks {wanted}; installing")
    become = [] if root else ["sudo"] if sys.stdin.isatty() else ["sudo", "-n"]
    apt = [*become, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    install = [*apt, "install", "-y", "--no-install-recommends"]
    names = known_packages(missing)
    if names and call(*install, *names) == 0:
        return
    call(*apt, "update")  # the lists may be absent, or older than what the mirror holds
    names = known_packages(missing)
    if not names or call(*install, *names) != 0:
        raise Stop(by_hand)


def known_packages(missing: list[list[str]]) -> list[str] | None:
    """The names this release uses, None while one of them is in no package list."""
    names = []
    for packages in missing:
        for package in packages:
            seen = subprocess.run(["apt-cache", "show", package], capture_output=True, check=False)
            if seen.returncode == 0 and seen.stdout:
                names.append(package)
                break
        else:
            return None
    return names


def wanted_stamp(extra: str) -> str:
    parts = [(ROOT / name).read_bytes() for name in ("pyproject.toml", "constraints.txt")]
    parts += [sys.version.encode(), str(ROOT).encode()]
    return f"{hashlib.sha256(b'|'.join(parts)).hexdigest()} {extra}".strip()


def ready(extra: str) -> bool:
    stamp = VENV / "stamp"
    if not (PYTHON.exists() and KAMDESK.exists() and stamp.is_file()):
        return False
    return stamp.read_text(encoding="utf-8") in {wanted_stamp(extra), wanted_stamp("dev")}


def is_sound() -> bool:
    """Whether .venv is of this Python and this place and has pip: then what differs is put right in it."""
    config = VENV / "pyvenv.cfg"
    if not (PYTHON.exists() and config.is_file()):
        return False
    if str(VENV) not in config.read_text(encoding="utf-8"):
        return False
    question = [str(PYTHON), "-c", "import pip, sys; print(sys.version)"]
    answer = subprocess.run(question, capture_output=True, text=True, check=False)
    return answer.returncode == 0 and answer.stdout.strip() == sys.version.strip()


def make_environment(extra: str) -> None:
    if is_sound():
        say("bringing .venv up to date")
    else:
        say("making .venv, once; this takes a minute or two")
        base = getattr(sys, "_base_executable", sys.executable)  # .venv itself may be what runs this
        if call(base, "-m", "venv", "--clear", VENV, group=True) != 0:
            raise Stop("the environment .venv could not be made; what Python said stands above.")
    pip = [PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-input"]
    pip += ["-c", ROOT / "constraints.txt"]
    kamdesk = ["--no-build-isolation", "--use-pep517", "-e", f"{ROOT}[{extra}]" if extra else str(ROOT)]
    # What builds packages comes first, pinned as well: an isolated build would fetch whatever is newest.
    if call(*pip, "hatchling", "setuptools", group=True) != 0 or call(*pip, *kamdesk, group=True) != 0:
        raise Stop(
            "the packages could not be installed; what pip said stands above. Is there a network?"
            " Nothing outside .venv was changed: run this again when there is one."
        )
    (VENV / "stamp").write_text(wanted_stamp(extra), encoding="utf-8")


def set_up(extra: str, window: bool) -> None:
    if LINUX:
        missing = missing_packages(window=window, test=extra == "dev")
        if missing:
            install_system_packages(missing)
    if not ready(extra):
        make_environment(extra)
    call(PYTHON, ROOT / "tools" / "make_core.py")  # the compiled search, where there is a C compiler


def has_display() -> bool:
    return not LINUX or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def hand_over(command: list[str], env: dict[str, str]) -> int:
    """Becomes the command where the system can, so that signals, streams and exit code are its own."""
    if not WINDOWS:
        os.execve(command[0], command, env)
    return subprocess.call(command, env=env)


def test(arguments: list[str]) -> int:
    set_up("dev", window=False)
    env = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # or each process that the tests start would compile all anew
    os.chdir(ROOT)
    command = ["-m", "pytest", *arguments] if arguments else [str(ROOT / "tools" / "run_checks.py")]
    return hand_over([str(PYTHON), *command], env)


def run(arguments: list[str]) -> int:
    display = has_display()
    set_up("", window=display)
    env = dict(os.environ)
    if not display:
        env.setdefault("QT_QPA_PLATFORM", "offscreen")
    if arguments:
        return hand_over([str(KAMDESK), *arguments], env)
    env["KAMDESK_HOME"] = str(OUT / "home")  # trying it out leaves nothing in the person's own folders
    book = OUT / "demo" / "demo.kam"
    if not book.exists():
        make_demo(book, env)
    if display:
        say(f"the window opens on {book}")
        return hand_over([str(KAMDESK), "--book", str(book)], env)
    return show_without_display(book, env)


def make_demo(book: Path, env: dict[str, str]) -> None:
    """In a folder beside, renamed when whole: a stopped run leaves no half book."""
    say("making the demo book")
    part = book.parent.with_suffix(".part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    kamdesk("demo", part / book.name, env=env)
    part.rename(book.parent)


def show_without_display(book: Path, env: dict[str, str]) -> int:
    say("no display here: making the week plan, a briefing and a picture of the window")
    there = datetime.timezone(datetime.timedelta(hours=8))  # the demo book lies in China
    year, week, _ = datetime.datetime.now(there).isocalendar()
    name = f"{year}-W{week:02}"
    plan, briefing, picture = OUT / f"week-{name}.pdf", OUT / "briefing.pdf", OUT / "window.png"
    kamdesk("plan", "--book", book, "--week", name, "-o", plan, env=env)
    accounts = json.loads(kamdesk("accounts", "--book", book, "--json", env=env))
    account = next((row for row in accounts if row["key"]), accounts[0])
    kamdesk("brief", "--book", book, "--account", account["id"], "-o", briefing, env=env)
    kamdesk("--book", book, "--picture", picture, env=env)
    for what, path in {"book": book, "week plan": plan, "briefing": briefing, "window": picture}.items():
        say(f"{what:9} {path}")
    return 0


def kamdesk(*arguments: str | Path, env: dict[str, str]) -> str:
    """Runs one command and gives what it printed; when it fails, so do we, with its exit code."""
    done = subprocess.run([str(KAMDESK), *map(str, arguments)], env=env, stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        say(f"kamdesk {arguments[0]} failed with {done.returncode}")
        raise SystemExit(done.returncode if done.returncode > 0 else 1)
    return done.stdout.decode("utf-8")


def main() -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 - this file runs before anything has checked
        raise Stop(f"kamdesk needs Python 3.11 or newer; this is {sys.version.split()[0]}")
    what, *arguments = sys.argv[1:] or ["help"]
    if arguments[:1] == ["--"]:
        arguments = arguments[1:]
    if what in ("run", "test"):
        return run(arguments) if what == "run" else test(arguments)
    print(__doc__, file=sys.stderr)
    return 0 if what in ("help", "-h", "--help") else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Stop as stop:
        say(str(stop))
        sys.exit(1)
    except KeyboardInterrupt:
        say("stopped; run it again to go on")
        sys.exit(130)
    except OSError as error:
        say(f"{error.filename or error}: {error.strerror or 'failed'}. Nothing was started.")
        sys.exit(1)
