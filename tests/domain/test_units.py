"""The managed unit: the nearest account of the level, with aliases and rings."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain.account import AccountLevel
from kamdesk.domain.units import managed_unit, resolve_alias

PARENTS = {"shop": "dealer", "desk": "shop", "dealer": "holding", "holding": None, "kiosk": None}
LEVELS = {"shop": "site", "desk": "department", "dealer": "company", "holding": "group", "kiosk": "site"}


def unit(account: str, level: str = AccountLevel.COMPANY, merged: dict[str, str] | None = None) -> str:
    return managed_unit(account, parents=PARENTS, levels=LEVELS, merged=merged or {}, unit_level=level)


def test_the_nearest_account_of_the_level_on_the_way_up() -> None:
    assert [unit("desk", level) for level in AccountLevel] == ["holding", "dealer", "shop", "desk"]
    assert unit("shop") == unit("dealer") == "dealer"


def test_without_one_it_is_the_highest_below_the_level() -> None:
    assert unit("kiosk") == "kiosk"
    assert unit("kiosk", AccountLevel.GROUP) == "kiosk"


def test_an_account_above_the_level_stands_for_itself() -> None:
    assert unit("holding") == "holding"
    assert unit("dealer", AccountLevel.SITE) == "dealer"


def test_a_site_right_below_a_group_is_its_own_unit_where_companies_count() -> None:
    assert managed_unit(
        "s", parents={"s": "g"}, levels={"s": "site", "g": "group"}, merged={}
    ) == "s"  # fmt: skip


def test_aliases_are_followed_at_every_step() -> None:
    assert unit("old shop", merged={"old shop": "older shop", "older shop": "shop"}) == "dealer"
    assert unit("shop", merged={"dealer": "kiosk"}, level=AccountLevel.GROUP) == "kiosk"


def test_what_the_book_does_not_know_is_a_company_of_its_own() -> None:
    assert unit("stranger") == "stranger"
    assert managed_unit("a", parents={"a": "b"}, levels={"a": "empire"}, merged={}) == "a"
    assert managed_unit("s", parents={"s": "c"}, levels={"s": "site"}, merged={}, unit_level="empire") == "c"


ids = st.sampled_from("abcdefg")


@given(
    st.dictionaries(ids, ids),
    st.dictionaries(ids, ids),
    st.dictionaries(ids, st.sampled_from([*AccountLevel, "empire"])),
    st.sampled_from(AccountLevel),
)
def test_any_tangle_gives_a_unit_that_stands_for_itself(
    parents: dict, merged: dict, levels: dict, level: AccountLevel
) -> None:
    def of(account: str) -> str:
        return managed_unit(account, parents=parents, levels=levels, merged=merged, unit_level=level)

    for account in "abcdefg":
        assert of(of(account)) == of(account)
        assert of(resolve_alias(account, merged)) == of(account)
        assert resolve_alias(merged.get(account, account), merged) == resolve_alias(account, merged)
