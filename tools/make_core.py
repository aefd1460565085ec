#!/usr/bin/env python3
"""Builds the compiled search kamdesk/planning/_core.* from core.c, where a C compiler is at hand.

    python tools/make_core.py [FOLDER]    beside its source, or in FOLDER

Without a compiler nothing is built and the program searches in Python. Nothing but Python is needed to run this.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "kamdesk" / "planning" / "core.c"


def library_name() -> str:
    """As `kamdesk.planning.core` looks for it."""
    return {"win32": "_core.dll", "darwin": "_core.dylib"}.get(sys.platform, "_core.so")


def compiler() -> list[str] | None:
    """The C compiler of ``CC``, else the first known one on the path."""
    wanted = os.environ.get("CC")
    if wanted:
        return wanted.split() if shutil.which(wanted.split()[0]) else None
    names = ("cl", "gcc", "clang") if os.name == "nt" else ("cc", "gcc", "clang")
    return next(([name] for name in names if shutil.which(name)), None)


def command(tool: list[str], out: Path, mark: str) -> list[str]:
    """How ``tool`` makes the library ``out``. No contraction: the search must take the same steps as Python's."""
    define = f'KAMDESK_SOURCE="{mark}"'
    if Path(tool[0]).stem.lower() == "cl":
        return [*tool, "/nologo", "/O2", "/fp:precise", "/LD", f"/D{define}", SOURCE.name, f"/Fe{out}"]
    flags = ["-std=c11", "-O2", "-ffp-contract=off", "-fvisibility=hidden", "-shared"]
    flags += [] if os.name == "nt" else ["-fPIC"]
    return [*tool, *flags, f"-D{define}", SOURCE.name, "-o", str(out), "-lm"]


def make_core(folder: Path = SOURCE.parent) -> Path | None:
    """The library in ``folder``, built if there is none of this source; None where it can't be."""
    mark = hashlib.sha256(SOURCE.read_bytes()).hexdigest()[:16]
    target = folder / library_name()
    if target.is_file() and mark.encode("ascii") in target.read_bytes():
        return target
    tool = compiler()
    if tool is None:
        return None
    with tempfile.TemporaryDirectory(dir=folder) as room:
        out = Path(room) / target.name
        # In the source's folder and by its name alone, so that no path of this machine gets into the library.
        done = subprocess.run(
            command(tool, out, mark), cwd=SOURCE.parent, capture_output=True, text=True, check=False
        )
        if done.returncode != 0 or not out.is_file():
            print(done.stdout + done.stderr, file=sys.stderr)
            return None
        os.replace(out, target)
    return target


if __name__ == "__main__":
    if make_core(Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE.parent) is None:
        print("no C compiler here: the line will be planned in Python, which is slower", file=sys.stderr)
