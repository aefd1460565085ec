#!/usr/bin/env python3
"""Wheel → fresh environment → frozen program → started once, without a display and without this checkout.

    python3 packaging/build.py          dist/*.whl and dist/kamdesk/
    python3 packaging/build.py --deb    and dist/kamdesk_VERSION_ARCH.deb (needs dpkg-deb)

Standard library only. On Windows make the installer from dist/kamdesk with packaging/kamdesk.iss (Inno Setup).
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
BUILD = ROOT / "build"
ENVIRONMENT = BUILD / "environment"
WINDOWS = os.name == "nt"
BIN = ENVIRONMENT / ("Scripts" if WINDOWS else "bin")
PROGRAM = DIST / "kamdesk" / ("kamdesk.exe" if WINDOWS else "kamdesk")


def run(*command: str | Path, cwd: Path = ROOT) -> None:
    print("+", *[str(part).strip().partition("\n")[0] for part in command], flush=True)
    subprocess.run([str(part) for part in command], check=True, cwd=cwd)


def build_wheel() -> Path:
    """In a new environment that has the pinned tools and, at the end, the wheel; not the checkout."""
    venv.create(ENVIRONMENT, clear=True, with_pip=True)
    pip = [BIN / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check", "-c", ROOT / "constraints.txt"]
    run(*pip, "hatchling", "setuptools", "pyinstaller")
    for old in DIST.glob("*.whl"):
        old.unlink()
    run(BIN / "python", "-m", "hatchling", "build", "-t", "wheel", "-d", DIST)
    (wheel,) = DIST.glob("*.whl")
    run(*pip, wheel)
    return wheel


def freeze() -> None:
    BUILD.mkdir(exist_ok=True)
    options = ["--noconfirm", "--log-level", "WARN", "--distpath", DIST, "--workpath", BUILD / "pyinstaller"]
    run(BIN / "pyinstaller", *options, ROOT / "packaging" / "kamdesk.spec", cwd=BUILD)


LICENCES = """
import sys
from importlib import metadata
from pathlib import Path
target = Path(sys.argv[1])
left_out = {"pip", "setuptools", "wheel", "hatchling", "pathspec", "pluggy", "tomlkit", "trove-classifiers",
            "packaging", "pyinstaller", "pyinstaller-hooks-contrib", "altgraph"}
for distribution in metadata.distributions():
    name = distribution.name.lower().replace("_", "-")
    if name in left_out:
        continue
    folder = target / name
    folder.mkdir(parents=True, exist_ok=True)
    words = ("licen", "copying", "notice")
    for file in distribution.files or []:
        if any(word in file.name.lower() for word in words) and file.suffix not in (".py", ".pyc"):
            (folder / file.name).write_bytes(Path(file.locate()).read_bytes())
    said = [distribution.metadata.get(key) for key in ("Name", "Version", "License-Expression", "License")]
    (folder / "ABOUT.txt").write_text("\\n".join(text for text in said if text) + "\\n", encoding="utf-8")
"""


def add_licences() -> None:
    """What every library asks for: its licence beside it. Qt's wheels leave theirs out."""
    target = DIST / "kamdesk" / "licences"
    run(BIN / "python", "-c", LICENCES, target)
    for text in (ROOT / "packaging" / "licences").iterdir():
        for library in ("pyside6-essentials", "shiboken6"):
            shutil.copy(text, target / library)
    for text in Path(os.__file__).parent.glob("LICENSE*"):
        (target / "python").mkdir(exist_ok=True)
        shutil.copy(text, target / "python")


def start_once() -> None:
    """The frozen program does its main job, in a home of its own and with nothing of Python in sight."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        env = {"PATH": "/usr/bin:/bin", "HOME": name, "KAMDESK_HOME": name, "QT_QPA_PLATFORM": "offscreen"}
        if WINDOWS:
            env = {**os.environ, **env, "PATH": os.environ["PATH"]}

        def kamdesk(*arguments: str | Path) -> str:
            command = [str(part) for part in (PROGRAM, *arguments)]
            print("+", *command, flush=True)
            done = subprocess.run(command, check=True, env=env, cwd=place, stdout=subprocess.PIPE)
            return done.stdout.decode("utf-8")

        print(kamdesk("--version").strip())
        book, now = place / "demo.kam", ("--now", "2026-11-25T09:00:00+08:00")
        kamdesk("demo", book, "--accounts", "8", "--weeks", "4", *now)
        account = json.loads(kamdesk("accounts", "--book", book, "--json", *now))[0]["id"]
        made = [place / name for name in ("plan.pdf", "brief.pdf", "window.png")]
        kamdesk("plan", "--book", book, "--week", "2026-W48", "-o", made[0], *now)
        kamdesk("brief", "--book", book, "--account", account, "-o", made[1], *now)
        kamdesk("--book", book, "--picture", made[2], *now)
        for path in made:
            print(f"{path.name}: {path.stat().st_size} bytes")


def main() -> int:
    wheel = build_wheel()
    shutil.rmtree(DIST / "kamdesk", ignore_errors=True)
    freeze()
    add_licences()
    start_once()
    if "--deb" in sys.argv[1:]:
        run("sh", ROOT / "packaging" / "make_deb.sh", DIST / "kamdesk", wheel.name.split("-")[1], DIST)
    files = [path for path in (DIST / "kamdesk").rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files)
    print(f"dist/kamdesk: {size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
