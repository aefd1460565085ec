"""What is sealed to a manager is opened by that manager's key alone, and its length tells nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamdesk.sync.package.capsules import ENTRUSTED_SIZES, make_entrusted, open_entrusted
from kamdesk.sync.package.keys import card_text, new_keys, read_card
from kamdesk.sync.package.lines import EntrustedBody, EntrustedRow

REP, MANAGER, OFFICE, OTHER = (new_keys() for _ in range(4))
CARD = REP.card("rep", "林岚", "laptop")
TO = MANAGER.card("manager", "王总", "desk").recipient
TEXT = st.one_of(st.none(), st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
ROWS = st.lists(
    st.builds(
        EntrustedRow,
        id=st.uuids().map(str),
        vector=st.dictionaries(st.uuids().map(str), st.integers(1, 2**40), max_size=3),
        shared=st.booleans(),
        account=TEXT,
        contact=TEXT,
        last_heard=st.one_of(st.none(), st.dates()),
        told=TEXT,
        until=st.one_of(st.none(), st.dates(date(2000, 1, 1))),
    ),
    max_size=5,
)


@settings(max_examples=25)
@given(ROWS)
def test_only_the_manager_opens_it_and_nothing_and_something_are_as_long(rows: list[EntrustedRow]) -> None:
    sealed = make_entrusted(EntrustedBody(replica="a", number=1, rows=rows), REP, CARD, [TO])
    none = make_entrusted(EntrustedBody(replica="a", number=1, rows=[]), REP, CARD, [TO])
    assert open_entrusted(sealed, MANAGER.opening) == (
        CARD.key,
        EntrustedBody(replica="a", number=1, rows=rows),
    )
    assert all(open_entrusted(sealed, keys.opening) is None for keys in (REP, OFFICE, OTHER))
    # age puts in a line of its own by chance, of up to some hundred letters
    assert all(0 < len(each) - ENTRUSTED_SIZES[0] < 1_000 for each in (sealed, none))


def test_what_is_altered_or_signed_by_another_is_not_believed() -> None:
    body = EntrustedBody(replica="a", number=1, rows=[])
    sealed = bytearray(make_entrusted(body, REP, CARD, [TO]))
    sealed[-1] ^= 1
    assert open_entrusted(bytes(sealed), MANAGER.opening) is None
    posed = make_entrusted(body, OTHER, CARD, [TO])
    assert open_entrusted(posed, MANAGER.opening) is None, "another's key is named than has signed"


@pytest.mark.parametrize("role", ["rep", "manager", "office"])
def test_a_card_says_what_its_owner_is_and_not_otherwise(role: str) -> None:
    card = replace(CARD, role=role)
    text = card_text(card, REP.signature(card))
    assert read_card(text) == card
    others = {"rep", "manager", "office"} - {role}
    for other in others:
        with pytest.raises(Exception, match="card_altered"):
            read_card(text.replace(f'"role": "{role}"', f'"role": "{other}"'))
