"""Import against the bare reader: a list of 100,000 customers read, and written into a book.

    python benchmarks/imports.py [--rows N] [--form csv|xlsx]

The floor is the library alone going through the same file (`csv.reader`, openpyxl read-only). Printed are rows a
second, the ratio to the floor and the peak of memory, for reading (bytes to records), for the first import and for the
same list again, which changes nothing. Each step runs in a process of its own.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
HEADERS = [
    "客户编号", "客户名称", "客户级别", "省份", "城市", "详细地址", "经度", "纬度", "联系人", "职务", "手机", "生日",
    "上年销售额(万元)", "备注",
]  # fmt: skip
_CITIES = {"宁波": (121.55, 29.8), "温州": (120.65, 28.0), "台州": (121.42, 28.65), "武汉": (114.25, 30.6)}
_GIVEN, _FAMILY = "芳敏娟磊艳涛喆静杰洋勇霞伟明堃娜", "周翟解查仇单尉林曾曲覃任陈区"
_WORDS, _TRADES = "鑫盛正泰金诚嘉和瑞源天兴长达安永东通恒利海丰", ("建材", "装饰材料", "水泥制品", "贸易")


def customers(rows: int) -> list[list[str]]:
    """A list of customers as an office writes it, the same for each call."""
    source = random.Random(48)
    made: list[list[str]] = []
    for number in range(rows):
        city, (east, north) = source.choice(list(_CITIES.items()))
        name = "".join(source.choices(_WORDS, k=4)) + source.choice(_TRADES)
        made.append(
            [
                f"K{number:06}",
                f"{city}{name}{number}有限公司",
                source.choice(["A", "B", "C", "VIP", "一般", ""]),
                "湖北" if city == "武汉" else "浙江",
                city,
                f"人民路{number}号",
                f"{east + source.random() / 5:.6f}",
                f"{north + source.random() / 5:.6f}",
                source.choice(_FAMILY) + "".join(source.choices(_GIVEN, k=2)),
                source.choice(["采购部经理", "总经理", "老板", "财务主管"]),
                f"13{source.randrange(10**9):09}",
                source.choice(["1977-10-5", "7月28日", "农历八月十五", "1989年6月10日", ""]),
                source.choice([f"{source.randrange(30, 3000)}", f"约{source.randrange(30, 3000)}万元", ""]),
                source.choice(["老客户,价格敏感", "要求旺季优先发货", "", ""]),
            ]
        )
    return made


def write_list(path: Path, rows: int) -> None:
    """The list as a GB18030 text or as a workbook, by the ending of its name."""
    if path.suffix == ".csv":
        with path.open("w", encoding="gb18030", newline="") as stream:
            csv.writer(stream).writerows([HEADERS, *customers(rows)])
        return
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("客户")
    for row in [HEADERS, *customers(rows)]:
        sheet.append(row)
    book.save(path)


def bare(path: Path, folder: Path) -> None:
    """The library alone."""
    if path.suffix == ".csv":
        with path.open(encoding="gb18030", newline="") as stream:
            for _ in csv.reader(stream):
                pass
        return
    from openpyxl import load_workbook

    for _ in (
        load_workbook(io.BytesIO(path.read_bytes()), read_only=True).worksheets[0].iter_rows(values_only=True)
    ):
        pass


def records(path: Path, folder: Path) -> None:
    """Bytes to records."""
    from kamdesk.exchange.entries import read_entries
    from kamdesk.exchange.layout import Table, find_table
    from kamdesk.exchange.mapping import ListMapping, TableRule
    from kamdesk.exchange.reading import read_sheets
    from kamdesk.exchange.source import take_in

    source = take_in(path)
    table = find_table(source, read_sheets(source)[0], TableRule())
    assert isinstance(table, Table)
    for _ in read_entries(table, ListMapping(), today=NOW.date()):
        pass


def bring(path: Path, folder: Path) -> None:
    """Into the book, which is made where there is none."""
    from kamdesk.db.opening import new_book, open_book
    from kamdesk.operations.importing import import_files

    book = folder / "book.kam"
    store = open_book(book, backups=folder, now=NOW) if book.exists() else new_book(book, now=NOW)
    report = import_files(store, files=[path], now=NOW)
    store.close()
    print(json.dumps(report.as_json()["accounts"]), file=sys.stderr)


STEPS: dict[str, Callable[[Path, Path], None]] = {
    "bare": bare,
    "records": records,
    "import": bring,
    "again": bring,
}


def measure(step: str, path: Path, folder: Path) -> tuple[float, float]:
    """Seconds and peak megabytes of one step in a process of its own."""
    command = [sys.executable, __file__, "--step", step, "--list", str(path), "--folder", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, memory = json.loads(done.stdout)
    return seconds, memory


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--form", choices=("csv", "xlsx"), default="csv")
    parser.add_argument("--step", choices=STEPS)
    parser.add_argument("--list", type=Path)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    if options.step:
        start = time.perf_counter()
        STEPS[options.step](options.list, options.folder)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps([time.perf_counter() - start, peak]))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / f"list.{options.form}"
        write_list(path, options.rows)
        floor = 0.0
        for step in STEPS:
            seconds, memory = measure(step, path, folder)
            floor = floor or seconds
            print(
                f"{step:8} {seconds:8.2f} s {options.rows / seconds:10.0f} rows/s {seconds / floor:7.1f} × bare "
                f"{memory:6.0f} MB"
            )


if __name__ == "__main__":
    main()
