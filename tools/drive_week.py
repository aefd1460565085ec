"""A rep's whole week in a real window, from an empty book to Friday evening, a picture after each step.

    python tools/drive_week.py OUT [--language zh|en] [--theme light|dark] [--list CUSTOMERS.csv] [--from tue]

Needs Xvfb, openbox, xdotool and ImageMagick. The program runs in a process of its own under Xvfb and is driven by keys
alone; each morning it is closed and opened with another ``--now``. After each deed the book is read beside the window:
what was typed is what is recorded, else the drive ends with both. OUT gets the pictures, the book of each evening (so
that ``--from wed`` goes on from Tuesday's) and one sheet of all pictures. Without ``--list`` a small list is made.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

from week.friday import friday
from week.hand import Hand
from week.monday import monday, put_list
from week.program import Program
from week.screen import Screen
from week.thursday import thursday
from week.tuesday import tuesday
from week.wednesday import wednesday

DAYS = ("mon", "tue", "wed", "thu", "fri")


def drive(out: Path, *, language: str, theme: str, given: Path | None, days: tuple[str, ...]) -> list[str]:
    """Drives the days and says what was checked. Raises AssertionError where the book holds something else."""
    home = out / "home"
    if days[0] == DAYS[0]:
        shutil.rmtree(out, ignore_errors=True)
        home.mkdir(parents=True)
        (home / "settings.toml").write_text(f'theme = "{theme}"\n', "utf-8")
    else:
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(out / f"evening-{DAYS[DAYS.index(days[0]) - 1]}", home)
    with Screen() as screen:
        program = Program(screen, home, language)
        hand = Hand(screen, program, out)
        deeds = {
            "mon": partial(monday, hand, put_list(given, home)),
            "tue": partial(tuesday, hand),
            "wed": partial(wednesday, hand),
            "thu": partial(thursday, hand),
            "fri": partial(friday, hand),
        }
        try:
            for day in days:
                deeds[day]()
                shutil.rmtree(out / f"evening-{day}", ignore_errors=True)
                shutil.copytree(home, out / f"evening-{day}")
        except (AssertionError, TimeoutError):
            hand.look("stumble")
            raise
        finally:
            program.stop()
    return hand.checked


def make_sheet(out: Path, name: str) -> None:
    """All pictures on one sheet, small."""
    pictures = sorted(out.glob("*-??-*.png"), key=lambda path: path.stat().st_mtime)
    command = ["montage", *map(str, pictures), "-tile", "5x", "-geometry", "683x384+4+4", str(out / name)]
    subprocess.run(command, check=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--language", choices=("zh", "en"), default="zh")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--list", type=Path, dest="given", help="a customer list, XLSX or CSV")
    parser.add_argument("--from", choices=DAYS, default="mon", dest="first")
    parser.add_argument("--until", choices=DAYS, default="fri")
    asked = parser.parse_args()
    days = DAYS[DAYS.index(asked.first) : DAYS.index(asked.until) + 1]
    out = asked.out.absolute()
    checked = drive(out, language=asked.language, theme=asked.theme, given=asked.given, days=days)
    make_sheet(out, f"sheet-{asked.language}-{asked.theme}.png")
    print(*checked, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
