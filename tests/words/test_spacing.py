"""Figures in Chinese texts: a number that counts stands apart from the characters on both sides: 还有 3 家.

Together stand what is one word: a date or time (5月12日, 9点半), 1.84万, 第3页, a house number, an extension.
In English a number stands apart from its unit: 25 min.
"""

from __future__ import annotations

import re
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
COUNTED = r"(?:\d+(?:[.,–]\d+)*|%L?n|\{(?:n|number|count|days|weeks|minutes|rows|limit|total|tolerance)\})"
HAN = "[\u3400-\u9fff]"
FAULT = re.compile(
    rf"(?<![\d.,–])(?:(?![第转历]){HAN}{COUNTED}(?![年月日号点万页转]|周年|\d|[.,–]\d)|"
    rf"(?<![第转历]){COUNTED}(?![年月日号点万页转]|周年){HAN}|"
    r"(?<!第)\{[a-z_]+\}[分家条次站])"
)
TOGETHER = re.compile(r"(?:\d|%L?n|\})(?:min|km|h|days?|weeks?|minutes?|hours?|accounts?)\b")


def texts(found: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(found, str):
        yield key, found
    elif isinstance(found, dict):
        for name, value in found.items():
            yield from texts(value, f"{key}.{name}")
    elif isinstance(found, list):
        for value in found:
            yield from texts(value, key)


def catalogue() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "kamdesk" / "words").glob("*.toml")):
        yield from texts(tomllib.loads(path.read_text("utf-8")), path.stem)


def window(language: str) -> Iterator[tuple[str, str]]:
    for message in ET.parse(ROOT / "resources" / "translations" / f"kamdesk_{language}.ts").iter("message"):
        said = message.find("translation")
        assert said is not None
        for form in said.findall("numerusform") or [said]:
            yield message.findtext("source", ""), form.text or ""


def faults(pairs: Iterator[tuple[str, str]], fault: re.Pattern[str]) -> list[str]:
    return [f"{key}: {said}" for key, said in pairs if fault.search(said)]


def test_figures_stand_apart_in_chinese() -> None:
    assert not faults(catalogue(), FAULT)
    assert not faults(window("zh"), FAULT)


def test_figures_stand_apart_in_english() -> None:
    assert not faults(((key, said) for key, said in catalogue() if key.endswith(".en")), TOGETHER)
    assert not faults(((source, source) for source, _ in window("zh")), TOGETHER)
    assert not faults(window("en"), TOGETHER)


@pytest.mark.parametrize(
    "said", ["近12个月", "已逾期%n天", "还有 3家", "调整3 家", "每{n}周", "直线×1.35估算"]
)
def test_what_is_a_fault(said: str) -> None:
    assert FAULT.search(said)


@pytest.mark.parametrize(
    "said", ["5月12日", "近 12 个月", "第{n}页", "1–12月", "9点半", "1.84万", "转805", "农历1980年八月"]
)
def test_what_is_none(said: str) -> None:
    assert not FAULT.search(said)
