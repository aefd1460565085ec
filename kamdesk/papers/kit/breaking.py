"""Where a line may break: the rules of Chinese setting (避头尾) and what has to stay whole."""

from __future__ import annotations

from enum import IntEnum

NO_START = frozenset("!%),.:;?]}¢°·’”†‡›℃∶、。〃〆〕〗〞！＂％＇），．：；？］｜｝～…—》」』】〉‰")
"""Never at the head of a line."""
NO_END = frozenset("$([{£¥‘“〈《「『【〔〖（［｛￥#＃@＄")
"""Never at the end of a line."""
OPENING = frozenset("“‘（《〈「『【〔〖［｛")
CLOSING = frozenset("”’）》〉」』】〕〗］｝，。、；：！？")
SPACES = frozenset(" \u3000")
_COUNTED = frozenset("年月日周时分秒号元角万亿千百吨件包袋桶支张箱米个次天站家楼层室幢栋组岁倍卷片块套瓶听")
_LATIN_UNITS = frozenset(
    ("km", "m", "t", "kg", "g", "h", "min", "d", "L", "am", "pm", "m²", "m³", "yuan", "pcs")
)
_BREAK_AFTER = frozenset("—…→")
_BREAK_IF_NEEDED = frozenset("-/.@_:&=?")


class Break(IntEnum):
    """How good a place for the end of a line is; NEEDED is taken only where the line has no GOOD one."""

    NEVER = 0
    NEEDED = 1
    GOOD = 2


def is_cjk(char: str) -> bool:
    """Whether the character is set on the em square: hanzi, kana, full-width marks."""
    return ord(char) >= 0x2E80


def is_latin(char: str) -> bool:
    """Whether the character is a letter or figure of a proportional script."""
    return ord(char) < 0x2E80 and char.isalnum()


def _word_from(text: str, index: int) -> str:
    end = index
    while end < len(text) and text[end].isalnum() and not is_cjk(text[end]):
        end += 1
    return text[index:end]


def _at_space(text: str, before: int, index: int) -> Break:
    """The blanks between ``before`` and ``index``: not within a phone number or a quantity."""
    if not text[before].isdecimal():
        return Break.GOOD
    after = text[index]
    whole = after.isdecimal() or after in _COUNTED or _word_from(text, index) in _LATIN_UNITS
    return Break.NEEDED if whole else Break.GOOD


def _between(last: str, after: str) -> Break:
    """Two characters with nothing between them, which no rule of kinsoku forbids to part."""
    if last.isdecimal() and after in _COUNTED:
        return Break.NEVER
    if last in "年月" and after.isdecimal():
        return Break.NEEDED
    if last in "/-" and after.isalpha():
        return Break.GOOD
    if is_cjk(last) or is_cjk(after) or last in _BREAK_AFTER:
        return Break.GOOD
    needed = last in _BREAK_IF_NEEDED and not (last == "." and after.isdecimal())
    return Break.NEEDED if needed else Break.NEVER


def break_before(text: str, index: int) -> Break:
    """Whether a line may begin with ``text[index]``, 0 < index < length, in a text without newlines."""
    after = text[index]
    if after in SPACES or after in NO_START:
        return Break.NEVER
    before = index - 1
    while before >= 0 and text[before] in SPACES:
        before -= 1
    if before < 0 or text[before] in NO_END:
        return Break.NEVER
    if before < index - 1:
        return _at_space(text, before, index)
    return _between(text[before], after)
