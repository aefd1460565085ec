"""Compiles ``ui/*.ui`` into ``kamdesk/qt/forms``; committed, so that installing needs no Qt tools.

python tools/make_forms.py
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FORMS = ROOT / "kamdesk" / "qt" / "forms"
INIT = '"""The window\'s forms, made from ``ui/*.ui`` by tools/make_forms.py. Never edited by hand."""\n'


def make_forms(target: Path) -> None:
    """Writes one module a form into ``target``, ``ui/desk.ui`` → ``desk.py``, and takes away what is old."""
    target.mkdir(parents=True, exist_ok=True)
    for old in target.glob("*.py"):
        old.unlink()
    (target / "__init__.py").write_text(INIT, encoding="utf-8")
    uic = Path(sys.executable).with_name("pyside6-uic")
    for source in sorted((ROOT / "ui").glob("*.ui")):
        made = target / f"{source.stem}.py"
        # Named relative to the checkout: the path goes into the header of the form.
        subprocess.run(
            [uic, "--generator", "python", source.relative_to(ROOT), "-o", made], check=True, cwd=ROOT
        )


def stale_forms() -> list[str]:
    """The forms that differ from what their ``.ui`` gives, are missing, or have none."""
    with tempfile.TemporaryDirectory() as folder:
        make_forms(Path(folder))
        made = {path.name: path.read_bytes() for path in Path(folder).glob("*.py")}
    kept = {path.name: path.read_bytes() for path in FORMS.glob("*.py")}
    return sorted(name for name in made.keys() | kept.keys() if made.get(name) != kept.get(name))


if __name__ == "__main__":
    make_forms(FORMS)
