"""Words by which a list judges: class and key account, state, yes and no."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kamdesk.domain.account import AccountLevel, AccountStatus
from kamdesk.exchange.values.doubt import Doubt
from kamdesk.exchange.values.text import folded

_CLASS = re.compile(r"(?:class|grade|level|tier)?\s*([abc])\s*(?:类|级|等)?(?:客户)?", re.IGNORECASE)
_KEY = frozenset({
    "vip", "重点", "重點", "重点客户", "重點客戶", "大客户", "重要", "重要客户", "核心", "核心客户", "战略", "战略客户",
    "ka", "key", "key account", "key customer",
})  # fmt: skip
_ORDINARY = frozenset(
    {"一般", "一般客户", "普通", "普通客户", "非重点", "ordinary", "normal", "standard", "regular"}
)
_STATES = {
    AccountStatus.ACTIVE: (
        "在用",
        "正常",
        "合作中",
        "已合作",
        "活跃",
        "成交客户",
        "合作",
        "有效",
        "启用",
        "使用",
        "在营",
        "营业",
        "开业",
        "存续",
        "是",
        "yes",
        "y",
        "true",
        "active",
        "current",
        "customer",
    ),
    AccountStatus.PROSPECT: (
        "潜在",
        "潜在客户",
        "意向",
        "意向客户",
        "未合作",
        "在谈",
        "洽谈中",
        "跟进中",
        "开发中",
        "待开发",
        "prospect",
        "potential",
        "lead",
    ),
    AccountStatus.INACTIVE: (
        "停用",
        "已停用",
        "禁用",
        "已禁用",
        "休眠",
        "暂停",
        "暂停合作",
        "停止合作",
        "终止合作",
        "无效",
        "否",
        "no",
        "n",
        "false",
        "inactive",
        "dormant",
    ),
    AccountStatus.BLOCKED: ("冻结", "黑名单", "blocked", "on hold"),
    AccountStatus.LOST: ("流失", "流失客户", "已流失", "lost", "churned"),
    AccountStatus.GIVEN_UP: ("放弃", "given up"),
}
_STATE = {word: state for state, words in _STATES.items() for word in words}
_YES = frozenset({"是", "有", "1", "y", "yes", "true", "t", "√", "✓", "✔", "x", "停产"}) | _KEY
_NO = frozenset({"否", "0", "n", "no", "false", "f", "×", "在产"}) | _ORDINARY


_TREE = {
    AccountLevel.GROUP: ("集团", "集团公司", "总部", "总公司", "group", "headquarters", "hq", "holding"),
    AccountLevel.COMPANY: ("公司", "子公司", "分公司", "单位", "company", "subsidiary", "branch"),
    AccountLevel.SITE: (
        "网点",
        "门店",
        "分店",
        "工地",
        "现场",
        "厂区",
        "工厂",
        "仓库",
        "site",
        "outlet",
        "store",
        "plant",
    ),
    AccountLevel.DEPARTMENT: ("部门", "科室", "department"),
}
_TREE_LEVEL = {word: level for level, words in _TREE.items() for word in words}


@dataclass(frozen=True, slots=True)
class Level:
    """What a 客户级别 says: a class by value, whether the account is key, or a word of the list's own."""

    value_class: str | None = None
    is_key: bool | None = None
    tag: str | None = None


def read_level(text: str) -> Level:
    """A, B, C are classes; VIP and 重点 are key, 一般 is not; both may stand together. Another word is a tag."""
    value_class: str | None = None
    keys: set[bool] = set()
    parts = [part.strip() for part in re.split(r"[/、,;|]|\s{2,}", folded(text)) if part.strip()]
    for part in parts:
        word = part.casefold()
        named = _CLASS.fullmatch(word)
        if named and value_class in (None, named[1].upper()):
            value_class = named[1].upper()
        elif word in _KEY:
            keys.add(True)
        elif word in _ORDINARY:
            keys.add(False)
        else:
            return Level(tag=text)
    if len(keys) > 1:
        raise Doubt("level_contradicts", undecided=True)
    return Level(value_class, next(iter(keys), None))


def read_tree_level(text: str) -> str | None:
    """Where in the tree an account stands; None for a word that we don't know."""
    return _TREE_LEVEL.get(folded(text).casefold().strip())


def read_status(text: str) -> str:
    """The state of an account. Raises Doubt, undecided, for a word that we don't know."""
    word = folded(text).casefold().strip()
    if word not in _STATE:
        raise Doubt("status_unknown", undecided=True)
    return _STATE[word]


def read_flag(text: str) -> bool:
    """Yes or no. Raises Doubt for anything else."""
    word = folded(text).casefold().strip()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise Doubt("flag_unreadable")
