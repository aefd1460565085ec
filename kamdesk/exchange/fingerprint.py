"""What a list's headers come to, whatever their order and the months in them: by it a sender's list is known again."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from kamdesk.exchange.headers import header_key
from kamdesk.exchange.values.text import folded

Labels = Sequence[tuple[str, str]]
"""Of each column the header and the heading above it (``""``: none)."""

REASONS = frozenset({"kamdesk退回原因", "kamdeskreasonreturned"})
"""The headers of the column that kamdesk itself writes beside a row it gives back."""


def shape(text: str) -> str:
    """A header's key with ``#`` for each number: 2024年11月 and 2025年3月 are columns of one shape."""
    return header_key(re.sub(r"\d+", "#", folded(text)))


def column_names(labels: Labels) -> tuple[str, ...]:
    """A name for each column that no other has: its header, with its heading where that tells two apart, else numbered.

    A column without any is called by its place.
    """
    plain = [_title(label, group) for label, group in labels]
    often = Counter(map(header_key, plain))
    fuller = [
        f"{_over(label, group)}/{title}" if often[header_key(title)] > 1 and _over(label, group) else title
        for title, (label, group) in zip(plain, labels, strict=True)
    ]
    often = Counter(map(header_key, fuller))
    seen: Counter[str] = Counter()
    names: list[str] = []
    for number, name in enumerate(fuller, start=1):
        key = header_key(name)
        seen[key] += 1
        names.append(f"#{number}" if not key else f"{name}#{seen[key]}" if often[key] > 1 else name)
    return tuple(names)


def fingerprint(labels: Labels) -> str | None:
    """The same for the same headers in any order; None for fewer than two, which many lists may have."""
    keys = {shape(_over(label, group) + _title(label, group)) for label, group in labels}
    keys = {key for key in keys if key and key not in REASONS}
    if len(keys) < 2:
        return None
    return hashlib.sha256("\n".join(sorted(keys)).encode()).hexdigest()[:32]


def names_shape(names: Iterable[str]) -> Counter[str]:
    """How many columns there are of each shape."""
    return Counter(map(shape, names))


def _title(label: str, group: str) -> str:
    return " ".join((label or group).split())


def _over(label: str, group: str) -> str:
    return " ".join(group.split()) if label and group != label else ""
