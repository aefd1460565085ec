"""Names of files from outside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain.filenames import LONGEST, safe_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../x", "x"),
        ("..\\..\\报价单.xlsx", "报价单.xlsx"),
        ("/etc/passwd", "passwd"),
        ("C:\\Windows\\con.txt", "_con.txt"),
        ("NUL", "_NUL"),
        ('a<b>:"c|d?*.pdf', "a_b___c_d__.pdf"),
        ("photo\u202egpj.exe", "photogpj.exe"),
        ("a\x00b\n.png", "ab.png"),
        ("...", "file"),
        ("", "file"),
        (" 货架 1.jpg ", "货架 1.jpg"),
    ],
)
def test_known_ones(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text(max_size=400))
def test_whatever_the_name_it_is_one_part_and_stays_itself(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert len(safe) <= LONGEST
    assert not set(safe) & set('/\\<>:"|?*\x00\n')
    assert safe not in (".", "..")
    assert safe == safe.strip(" .")
    assert safe_name(safe) == safe
