"""Ids of rows: UUIDv7 as text, at random or, for a book made by a program, by a seed."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from uuid6 import uuid7

NewId = Callable[[], str]


def random_id() -> str:
    """A UUIDv7 as text: its hexadecimal digits are set apart here, which the library does more slowly."""
    digits = f"{uuid7().int:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def seeded_ids(seed: int, start: datetime) -> NewId:
    """Ids of the form of UUIDv7 that depend on ``seed`` alone."""
    source = random.Random(seed)
    moment = int(start.timestamp() * 1000)

    def make() -> str:
        nonlocal moment
        moment += 1
        value = (moment & (1 << 48) - 1) << 80 | 0x7 << 76 | source.getrandbits(12) << 64
        return str(UUID(int=value | 0b10 << 62 | source.getrandbits(62)))

    return make
