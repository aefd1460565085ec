"""Rows below a header that are no records: blank, a total, the header again, a remark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from kamdesk.exchange.source import RawRow
from kamdesk.exchange.values.text import as_text, folded, is_empty

if TYPE_CHECKING:
    from kamdesk.exchange.layout import Table

_TOTAL = re.compile(
    "(?:(?:本[页月季年]|全年|以上)?(?:合计|总计|小计|共计|累计|总和|总数|汇总|平均值?|均值)"
    "(?:人民币|总?金额|总?数量?|家数|户数|客户数|人数)?"
    "|(?:grand)?totals?(?:customers?|clients?|accounts?|orders?|rows?|records?|items?|amount|count)?"
    "|sub-?totals?|sum|averages?|avg)(?:[:(=].*|-?[\\d.,]+[家个户条人元万吨件箱包]{0,2})?"
    "|共\\d+[家个户条人笔单](?:客户|企业|公司|单位|记录)?[。.]?"
)
_EXAMPLE = re.compile(r"(?:示例|example)\s*:", re.IGNORECASE)
_NUMBER = re.compile(r"[(-]?[¥￥$€£]?[(+-]?[\d.,]+\)?-?(?:万元|万|元|亿|家|个|户|条|%|吨|件|箱|包)?")
_SUBTOTAL = re.compile(r"(?:sub-?)?total(?: for)? .+|.+(?:小计|合计|汇总)", re.IGNORECASE)
_SURELY_TOTAL = frozenset({"合计", "总计", "小计", "共计", "累计", "本页合计", "合计:", "总计:", "小计:"})
_FIRST = 3
_KEYS = ("code", "contact", "contact_first", "contact_last", "account_code", "product_code", "number")
_NUMBERS = (
    "code",
    "phone",
    "mobile",
    "account_phone",
    "fax",
    "account_code",
    "product_code",
    "number",
    "order_number",
)
_NAMES = ("name", "product_name", "account_name", "order_number")
_REMARK = re.compile(
    "(?:备注|注意|注|说明|填表|填报|制表|制单|审核|编制|打印|导出|更新|统计|截止|截至"
    "|notes?|remark|prepared|printed|exported|updated|source)"
    "(?:人|部门|单位|日期|时间|说明)?(?: (?:by|on|at))?\\s*[:：].*|[*※].*"
    "|以上(?:为|是|共|数据|均).*|第\\s*\\d+\\s*页.*|page \\d+.*"
    "|[一二三四五六七八九十]+、.*|[【\\[][^】\\]]*[】\\]]"
    "|[(（]?以下(?:空白|无(?:内容|正文))[)）]?|\\W*end(?: of (?:list|report|file))?\\W*",
    re.IGNORECASE | re.DOTALL,
)
# What is said in a sentence below a table; a firm is not called so.
_SENTENCE = re.compile(
    "[。；;！!？?:：]|[，,].{4}|请|如有|以上|数据|截止|截至|仅供|为准|特此|除外|不包括|来源|待(?:补|核|确认)"
    r"|\b(?:please|contact|data|source|as of|subject to|excl\w*|incl\w*|confidential|valid|see)\b",
    re.IGNORECASE,
)
_LONGEST_NAME = 40


def classify(table: Table, row: RawRow) -> str | None:
    """Why a row below the header is no record: blank, example, total, header, remark; None where it is one."""
    texts = list(islice(_texts(table, row), _FIRST))
    if len(texts) == _FIRST and not table.is_about_accounts and _says_a_record(texts):
        if _is_named_total(table, row):
            return "total"
        return "header" if table.is_header(row) else None
    texts = list(_texts(table, row))
    if all(map(is_empty, texts)):
        return "blank"
    if _EXAMPLE.match(texts[0]):
        return "example"
    if _is_total(texts) or _is_named_total(table, row) or _is_subtotal(table, texts):
        return "total"
    if table.is_header(row):
        return "header"
    if len(texts) == 1 and (_REMARK.fullmatch(texts[0]) or _is_across(table, row)):
        return "remark"
    return None


def is_alone(table: Table, row: RawRow) -> bool:
    """Whether one cell of a row says something, in a table that has others."""
    return len(table.columns) > 1 and len(list(islice(_texts(table, row), 2))) == 1


def afterword(table: Table, row: RawRow) -> str | None:
    """What a lone cell is that stands below the last row of a table: a total, a remark, or None for a record.

    A name alone is a record, unless it is a sentence.
    """
    (text,) = _texts(table, row)
    place = next(index for index, cell in enumerate(row.cells) if folded(as_text(cell)) == text)
    field = table.columns[place].field if place < len(table.columns) else None
    if _is_number(_word(text)):
        return None if field in _NUMBERS else "total"
    named = field in (*_NAMES, *_KEYS) and len(text) <= _LONGEST_NAME
    return None if named and not _SENTENCE.search(text) else "remark"


def _texts(table: Table, row: RawRow) -> Iterator[str]:
    """What the row's filled cells say, but for those that only number it or say why it was given back."""
    for index, cell in enumerate(row.cells):
        text = folded(as_text(cell))
        if text and not (table.is_counting(index) and (_is_number(text) or table.is_reason(index))):
            yield text


def _says_a_record(texts: Sequence[str]) -> bool:
    """Whether its first cells tell already that a row is neither blank nor an example nor a total nor a remark."""
    if all(map(is_empty, texts)) or _EXAMPLE.match(texts[0]):
        return False
    return not any(map(_TOTAL.fullmatch, map(_word, texts)))


def _is_total(texts: Sequence[str]) -> bool:
    """A word for a total among the first cells, and nothing beside it but numbers."""
    words = list(map(_word, texts[:_FIRST]))
    if not any(map(_TOTAL.fullmatch, words)):
        return False
    words += map(_word, texts[_FIRST:])
    return all(_TOTAL.fullmatch(word) or _is_number(word) or is_empty(word) for word in words)


def _is_named_total(table: Table, row: RawRow) -> bool:
    """合计 where the name should stand: nobody is called so, whatever else is in the row."""
    columns = (column.index for field in _NAMES for column in table.columns_of(field))
    named = [as_text(row.cells[index]) for index in columns if index < len(row.cells)]
    return any(_word(folded(text)) in _SURELY_TOTAL for text in named)


def _is_subtotal(table: Table, texts: Sequence[str]) -> bool:
    """岩屿建材 小计, Total for Acme, and else numbers: a sum below each account of a list about known ones."""
    if not table.is_about_accounts or len(texts) < 2:
        return False
    sums = [_SUBTOTAL.fullmatch(text.strip()) for text in texts]
    return sum(map(bool, sums)) == 1 and all(
        found or _is_number(_word(text)) or is_empty(text) for found, text in zip(sums, texts, strict=True)
    )


def _word(text: str) -> str:
    """A text without its spaces: 合 计 is 合计."""
    return "".join(text.split()).casefold()


def _is_across(table: Table, row: RawRow) -> bool:
    """Whether a cell reaches over half of the table's columns: a heading or a remark, no name."""
    return any(
        merge.first_row == merge.last_row == row.number
        and merge.last_column - merge.first_column + 1 > len(table.columns) / 2
        for merge in table.sheet.merges
    )


def _is_number(word: str) -> bool:
    return _NUMBER.fullmatch(word) is not None
