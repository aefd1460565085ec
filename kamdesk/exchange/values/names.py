"""When two names are one name, and when they only look like it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from kamdesk.exchange.values.text import folded

_CHINESE_FORMS = re.compile("有限责任公司|股份有限公司|有限公司|股份公司|公司")
_LATIN_FORMS = re.compile(
    r"\b(?:co|company|corp|corporation|inc|incorporated|ltd|limited|llc|llp|plc|gmbh|ag|kg|bv|nv|sa|sas|sarl|srl|spa"
    r"|ltda|ab|oy|as|pty|pte)\b"
)
_PROVINCE = re.compile("^[\u4e00-\u9fff]{2,3}(?:省|自治区)")
_CITY = re.compile("^([\u4e00-\u9fff]{2,3})市")
_LATIN = re.compile("[^\u4e00-\u9fff0-9 ()\\-]")
"""Where there is none of these a name is of Chinese characters and figures, without accents and short forms."""
_FIRM = re.compile(
    r"公司|集团|商行|商店|门店|经营部|建材|市场|中心|工厂|厂$|店$|行$|部$|卖场|超市|合作社"
    r"|\b(?:co|ltd|inc|llc|gmbh|s\.?a|s\.?p\.?a|market|store|shop|import|trading|foods?)\b",
    re.IGNORECASE,
)
_PART = r"[A-Za-zÀ-ÖØ-öø-ɏ][A-Za-zÀ-ÖØ-öø-ɏ.'’-]*(?:\s+[A-Za-zÀ-ÖØ-öø-ɏ][A-Za-zÀ-ÖØ-öø-ɏ.'’-]*){0,3}"
_LAST_FIRST = re.compile(rf"({_PART})\s*,\s*({_PART})")
_AFTER_A_NAME = re.compile(
    r"(?:jr|sr|ii|iii|iv|m\.?\s?d|ph\.?\s?d|esq|dds|mba|cpa|cfa|pe|rn|bsc|msc|dr|prof"
    r"|inc|llc|llp|ltd|limited|co|corp|plc|gmbh|ag|s\.?a|s\.?l|s\.?r\.?l|pty|bv|nv|(?:pty|co)\.?\s+ltd)\.?",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"[\W_]+")
_DOTS = re.compile(r"(?<=\b\w)\.(?=\w\b)\.?")


@lru_cache(maxsize=8_192)
def same_key(name: str) -> str:
    """Equal for one name written twice: letter size, full-width forms and runs of spaces make no difference."""
    return " ".join(folded(name).casefold().split())


def given_first(name: str) -> str:
    """``Smith, John`` as ``John Smith``; of Latin letters only, and no ``Smith, Jr.`` or ``Acme, Inc.``."""
    found = _LAST_FIRST.fullmatch(folded(name).strip())
    if found is None or _AFTER_A_NAME.fullmatch(found[2].strip()):
        return name
    return f"{found[2].strip()} {found[1].strip()}"


def person_key(name: str) -> str:
    """Equal for one person's name written twice, the family name before a comma too."""
    return same_key(given_first(name))


def speaks_of_a_firm(name: str) -> bool:
    """Whether a name has a word that firms have in theirs."""
    return _FIRM.search(folded(name)) is not None


@lru_cache(maxsize=4_096)
def near_key(name: str) -> str:
    """Equal for names that may well be one firm: brackets, signs, spaces, accents, legal form and 省/市 left out.

    The city itself stays: 武汉金诚 and 杭州金诚 are two firms.
    """
    text = same_key(name)
    if _LATIN.search(text):
        text = _DOTS.sub("", text)
        text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
        text = unicodedata.normalize("NFC", text)
        words = _LATIN_FORMS.sub(" ", _SIGNS.sub(" ", text))
    else:
        words = _SIGNS.sub(" ", text)
    key = _CHINESE_FORMS.sub("", words.replace(" ", ""))
    key = _CITY.sub(r"\1", _PROVINCE.sub("", key))
    return key or same_key(name)
