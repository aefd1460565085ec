"""What holds on a day, names in two languages, roles that nobody fills."""

from __future__ import annotations

from datetime import date

import pytest

from kamdesk.domain.contact import BuyingRole
from kamdesk.domain.people import holds, missing_roles, shown_name, years_at

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("since", "until", "held"),
    [
        (None, None, True),
        (DAY, DAY, True),
        (date(2026, 11, 24), None, False),
        (None, date(2026, 11, 22), False),
        (date(2020, 1, 1), date(2026, 12, 1), True),
    ],
)
def test_both_ends_of_a_post_are_in(since: date | None, until: date | None, held: bool) -> None:
    assert holds(since, until, DAY) is held


def test_a_name_is_shown_as_it_is_written_and_in_latin_letters_to_who_reads_those() -> None:
    assert shown_name("陈国梁", "Chen Guoliang", "zh") == "陈国梁"
    assert shown_name("陈国梁", "Chen Guoliang", "en") == "Chen Guoliang"
    assert shown_name("陈国梁", None, "en") == "陈国梁"
    assert shown_name("Maria Anders", "M. Anders", "en") == "Maria Anders"
    assert shown_name("Maria Anders", "玛丽亚", "zh") == "Maria Anders"


def test_missing_are_the_roles_of_the_buying_centre_that_nobody_holds() -> None:
    assert missing_roles(["purchaser", "user", "purchaser", "informant", "a role of the future"]) == (
        BuyingRole.DECISION_MAKER,
        BuyingRole.ECONOMIC_BUYER,
        BuyingRole.INFLUENCER,
        BuyingRole.GATEKEEPER,
        BuyingRole.TECHNICAL_BUYER,
    )
    assert missing_roles(BuyingRole) == ()


def test_years_are_full_years_and_a_lunar_birthday_counts_by_its_lunar_year() -> None:
    assert years_at(1980, date(2026, 11, 23)) == 46
    assert years_at(None, date(2026, 11, 23)) is None
    assert years_at(2030, date(2026, 11, 23)) is None
    assert years_at(1980, date(2027, 1, 20), 2026) == 46
