"""The mapping that a user writes: TOML or JSON, every wrong word told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kamdesk.domain.errors import InputError
from kamdesk.exchange.mapping import ListMapping, make_mapping, read_mapping

TOML = """
system = "erp"
currency = "usd"
date_order = "dmy"
[[table]]
file = "kehu*.csv"
kind = "accounts"
header = 3
encoding = "gb18030"
[table.columns]
"客户全称" = "name"
"年销售" = { field = "sales", unit = "万元", year = 2024 }
[[table]]
sheet = "说明"
kind = "skip"
"""


def test_both_forms_say_the_same(tmp_path: Path) -> None:
    import tomllib

    (tmp_path / "map.toml").write_text(TOML, "utf-8")
    (tmp_path / "map.json").write_text(json.dumps(tomllib.loads(TOML)), "utf-8")
    mapping = read_mapping(tmp_path / "map.toml")
    assert mapping == read_mapping(tmp_path / "map.json")
    assert (mapping.system, mapping.currency, mapping.date_order) == ("erp", "USD", "dmy")
    rule = mapping.rule("kehu_1.csv", "")
    assert (rule.kind, rule.header, rule.columns["年销售"].unit) == ("accounts", 3, 10_000)
    assert mapping.rule("x.xlsx", "说明").kind == "skip"
    assert mapping.rule("x.xlsx", "a").kind is None
    assert mapping.form("kehu_1.csv").encoding == "gb18030"
    assert ListMapping().rule("x", "").kind is None


@pytest.mark.parametrize(
    "raw",
    [
        [],
        {"wrong": 1},
        {"system": ""},
        {"currency": "yuan"},
        {"date_order": "ddmm"},
        {"datum": "mars"},
        {"table": {}},
        {"table": [{"kind": "customers"}]},
        {"table": [{"header": 0}]},
        {"table": [{"encoding": "klingon"}]},
        {"table": [{"delimiter": "::"}]},
        {"table": [{"columns": {"a": "nosuchfield"}}]},
        {"table": [{"columns": {"a": {"unit": "lightyears"}}}]},
        {"table": [{"columns": {"a": {"year": "last"}}}]},
        {"table": [{"columns": {"a": 5}}]},
        {"table": [{"columns": {"a": {"colour": "red"}}}]},
    ],
)
def test_a_wrong_word_is_told(raw: object) -> None:
    with pytest.raises(InputError) as caught:
        make_mapping(raw, "map.toml")
    assert caught.value.code == "import_map"
    assert caught.value.values["file"] == "map.toml"


@pytest.mark.parametrize("data", [b"= nonsense", b"{]", b"\xff\xfe", b"[" * 100_000])
def test_a_file_that_is_neither_is_told(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "map"
    path.write_bytes(data)
    with pytest.raises(InputError):
        read_mapping(path)
    with pytest.raises(InputError):
        read_mapping(tmp_path / "gone")
