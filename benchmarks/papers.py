"""Papers against the raw canvas: what setting, fitting and filing cost beside drawing alone.

    python benchmarks/papers.py [--rounds N]

The floor is a replay: every line, box and string of our pages is recorded with its place and drawn again by
reportlab's own calls (``drawString``, ``line``, ``rect`` …), with nothing measured or decided. Both are timed in turns
in one process; the medians and their ratio are printed with the limits that the project sets itself: at most 2 × the
replay, at most 15 ms a page once warm.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from kamdesk.papers import account_briefing
from kamdesk.papers.briefing import (
    BriefedAccount,
    BriefedAction,
    BriefedNote,
    BriefedPerson,
    BriefedPromise,
    BriefedRole,
    Briefing,
    CountedStock,
    MonthSales,
    NextVisit,
    PastOrder,
    PastVisit,
    Sales,
)
from kamdesk.papers.common import Imprint
from kamdesk.papers.kit.fonts import BOLD, REGULAR
from kamdesk.papers.kit.foot import Foot
from kamdesk.papers.kit.output import Page
from kamdesk.papers.kit.said import Said
from kamdesk.papers.kit.scale import BLACK, MM, Frame
from kamdesk.papers.kit.setting import Line
from kamdesk.papers.kit.sheet import Sheet
from kamdesk.papers.kit.writing import runs_of
from kamdesk.papers.write import write_briefings
from kamdesk.words import Words

NOW = datetime(2026, 11, 22, 18, 52, tzinfo=timezone(timedelta(hours=8)))
TODAY = NOW.date()
LIMIT_RATIO, LIMIT_PAGE = 2.0, 15.0
_PIECES = "台州海晟建材路桥恒邦中盛装饰城金石仓储螺洋宏发瓷砖峰江顺达水泥横街永固防水新桥福满五金温岭泽国大地黄岩瑞丰"


def text(seed: int, length: int) -> str:
    """Words that differ from account to account, so that nothing is measured only once for all."""
    return (
        "".join(_PIECES[(seed * 7 + n * (seed % 5 + 3)) % len(_PIECES)] for n in range(length)) + f"{seed} 吨"
    )


def sample(n: int) -> Briefing:
    """A briefing as full as usual, its own words throughout."""
    months = tuple(
        MonthSales(2026, month, (month * 37 + n) * 100_000, (month * 31 + n) * 100_000)
        for month in range(1, 13)
    )
    return Briefing(
        imprint=Imprint("沈立川", "岩屿建材", datetime(2026, 11, 22, 18, 40)),
        account=BriefedAccount(
            name=text(n, 10),
            value_class="A",
            is_key=True,
            class_reason=text(n + 1, 40),
            address=text(n + 2, 16),
        ),
        visit=NextVisit(date(2026, 11, 23), 510, 60, objective=text(n + 3, 24)),
        promises=tuple(
            BriefedPromise(text(n + k, 14), due_on=date(2026, 11, 18 + k), workaround=text(n - k, 20))
            for k in range(5)
        ),
        people=tuple(
            BriefedPerson(text(n * 9 + k, 3), text(k, 4), roles=(BriefedRole(role),), support="neutral")
            for k, role in enumerate(("decision_maker", "purchaser", "user", "gatekeeper"))
        ),
        visits=tuple(
            PastVisit(date(2026, 11, 16) - timedelta(weeks=k), outcome="order", points=text(n * 3 + k, 60))
            for k in range(5)
        ),
        actions=tuple(BriefedAction(text(n + 40 + k, 12), "沈立川", date(2026, 12, 4)) for k in range(3)),
        notes=tuple(BriefedNote(date(2026, 8, 24), text(n + 60 + k, 40)) for k in range(3)),
        sales=(
            Sales(
                "CNY",
                TODAY,
                7_820_000_00 + n,
                7_050_000_00,
                months=months,
                orders=tuple(
                    PastOrder(date(2026, 10, 1 + k), f"XS-{n}-{k}", 1_000_000 * k) for k in range(5)
                ),
            ),
        ),
        stock=tuple(CountedStock(text(n + k, 5), k * 24_500, date(2026, 11, 16), "袋") for k in range(3)),
    )


class Recorder:
    """Stands in for a canvas, or for a path of it, and notes every call."""

    def __init__(self, log: list[tuple[str, str, tuple, dict]], target: str = "canvas") -> None:
        self._log, self._target = log, target

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            given = () if args and isinstance(args[0], Recorder) else args
            self._log.append((self._target, name, given, options))
            return Recorder(self._log, "path") if name == "beginPath" else None

        return call


class NotedSheet(Sheet):
    """A sheet that notes its text as plain strings at places, as one would draw them on a raw canvas."""

    def __init__(self, frame: Frame, language: str) -> None:
        self.log: list[tuple[str, str, tuple, dict]] = []
        self._recorder = Recorder(self.log)
        self._font: tuple[str, float] | None = None
        super().__init__(frame, language, self._recorder)

    def set_line(self, x: float, y: float, line: Line, size: float, *, grey: float = BLACK) -> None:
        """Note each string of a line."""
        self._paint(grey)
        for run in runs_of(line):
            font = (BOLD if run.bold else REGULAR, size)
            if font != self._font:
                self._font = font
                self._recorder.setFont(*font)
            self._recorder.drawString(x * MM + run.place * size, (self.frame.height - y) * MM, run.chars)


def record(page: Page, foot: Foot, number: int, total: int, language: str) -> list:
    """The canvas calls of one page."""
    sheet = NotedSheet(page.frame, language)
    page.draw(sheet)
    foot.draw(sheet, number, total)
    return sheet.log


def replay(logs: list[list], path: Path) -> None:
    """The same calls on a canvas of reportlab's, saved to a file."""
    target = BytesIO()
    settings: dict[str, Any] = {"initialFontName": REGULAR, "pageCompression": 1, "invariant": 1}
    canvas = Canvas(target, pagesize=(210 * MM, 297 * MM), **settings)
    for log in logs:
        path_: Any = None
        for on, name, args, options in log:
            if on == "path":
                getattr(path_, name)(*args, **options)
            elif name == "beginPath":
                path_ = canvas.beginPath()
            elif name == "drawPath":
                canvas.drawPath(path_, **options)
            else:
                getattr(canvas, name)(*args, **options)
        canvas.showPage()
    canvas.save()
    path.write_bytes(target.getvalue())


def logs_of(briefings: list[Briefing], words: Words) -> list[list]:
    """What the pages of a pack draw."""
    said = Said(words)
    logs = []
    for briefing in briefings:
        pages = account_briefing.pages(briefing, said, TODAY, whole_sheets=len(briefings) > 1)
        foot = Foot(briefing.account.name, briefing.AUDIENCE, briefing.imprint, NOW, "000000", said)
        logs += [record(page, foot, n, len(pages), words.language) for n, page in enumerate(pages, start=1)]
    return logs


def timed(work: Callable[[], object]) -> float:
    """Milliseconds."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def pack(folder: Path, accounts: int, rounds: int) -> None:
    """A pack in a warm process, its texts measured anew in every round, against its replay."""
    words = Words("zh")
    briefings = [sample(n) for n in range(accounts)]
    logs = logs_of(briefings, words)
    ours, floor = [], []
    for _ in range(rounds):
        ours.append(timed(lambda: write_briefings(briefings, folder / "pack.pdf", words, NOW)))
        floor.append(timed(lambda: replay(logs, folder / "raw.pdf")))
    report(
        f"pack of {accounts}, {len(logs)} pages", statistics.median(ours), statistics.median(floor), len(logs)
    )


def report(what: str, ours: float, floor: float, pages: int) -> None:
    """One line of the result."""
    ratio, page = ours / floor, ours / pages
    print(
        f"{what}: {ours:.0f} ms, replay {floor:.0f} ms, ratio {ratio:.2f} (limit {LIMIT_RATIO}),"
        f" {page:.1f} ms a page (limit {LIMIT_PAGE}), {pages / ours * 1000:.0f} pages/s"
    )


_COLD = """
import sys, time
begun = time.perf_counter()
{work}
print((time.perf_counter() - begun) * 1000)
"""
_OURS = """
sys.path.insert(0, {here!r})
import papers
papers.write_briefings([papers.sample(1)], papers.Path({target!r}), papers.Words("zh"), papers.NOW)
"""
_FLOOR = """
sys.path.insert(0, {here!r})
import json, papers
from kamdesk.papers.kit.fonts import faces
faces()
papers.replay(json.load(open({log!r})), papers.Path({target!r}))
"""


def cold(folder: Path, rounds: int) -> None:
    """One briefing from nothing: import, fonts, setting, file; against import, fonts and replay."""
    logs = logs_of([sample(1)], Words("zh"))
    (folder / "log.json").write_text(json.dumps(logs), "utf-8")
    here = str(Path(__file__).resolve().parent)
    values = {"here": here, "target": str(folder / "one.pdf"), "log": str(folder / "log.json")}
    times: dict[str, list[float]] = {"ours": [], "floor": []}
    for _ in range(rounds):
        for name, work in (("ours", _OURS), ("floor", _FLOOR)):
            program = _COLD.format(work=work.format(**values))
            done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
            times[name].append(float(done.stdout))
    report(
        "one briefing, cold", statistics.median(times["ours"]), statistics.median(times["floor"]), len(logs)
    )


def main() -> int:
    """Both benchmarks."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--accounts", type=int, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_briefings([replace(sample(0))], folder / "warm.pdf", Words("zh"), NOW)
        pack(folder, options.accounts, options.rounds)
        cold(folder, max(options.rounds, 3))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
