"""Which part of a person's name is the surname."""

from __future__ import annotations

import re

from kamdesk.domain.surnames import READINGS

# Of two characters, those of 百家姓 that are in use and are read as they are written; 歐陽 as it is written elsewhere.
_AS_WRITTEN = """
欧阳 上官 司马 诸葛 东方 赫连 皇甫 公孙 慕容 宇文 司徒 司空 轩辕 钟离 申屠 太史 端木 百里 呼延 东郭 南宫 公羊 淳于
拓跋 濮阳 公冶 宗政 仲孙 漆雕 壤驷 公西 乐正 巫马 谷梁 左丘 西门 梁丘 独孤 纳兰 完颜 叶赫
歐陽 諸葛 東方 鍾離 司馬 公孫 長孫 尉遲 單于
"""
COMPOUND = frozenset(name for name in READINGS if len(name) == 2) | frozenset(_AS_WRITTEN.split())
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]+")


def split_name(name: str) -> tuple[str, str]:
    """(surname, given name). A name that gives no sign of which is which is all given name: 买买提·艾力, Madonna.

    A Chinese name begins with its surname, of two characters where the tables know it and something follows; a Latin
    one ends with it, or begins with it before a comma.
    """
    name = " ".join(name.split())
    if _HAN.fullmatch(name):
        if len(name) < 2:
            return name, ""
        length = 2 if len(name) > 2 and name[:2] in COMPOUND else 1
        return name[:length], name[length:]
    if "·" in name or "•" in name:
        return "", name
    last, comma, first = name.partition(",")
    if comma and last.strip() and first.strip():
        return last.strip(), first.strip()
    first, space, last = name.rpartition(" ")
    return (last, first) if space else ("", name)
