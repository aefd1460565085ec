"""Search finds all that is there: against a search that looks through every text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamdesk.db.store import Store
from kamdesk.operations import accounts, contacts, promises
from kamdesk.operations.recent import keep_recent
from kamdesk.operations.undo import last_done, undo
from kamdesk.reads.recent import recent
from kamdesk.reads.search import EXACT, STARTS, Group, search, search_kind
from tests.books import NOW, TODAY, make_book, only

LETTERS = "海川建材价格的涨降A3b ,，8"
TEXTS = st.text(LETTERS, min_size=1, max_size=14).filter(str.strip)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Store]:
    store = make_book(tmp_path)
    yield store
    store.close()


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, str]]:
    store = make_book(tmp_path_factory.mktemp("notes"))
    yield store, only(accounts.add_account(store, name="某店", now=NOW), "account")
    store.close()


def all_hits(store: Store, typed: str, kind: str, limit: int = 3) -> list[str]:
    """Every page, to the end."""
    found: list[str] = []
    after = None
    while True:
        page = search_kind(store, typed=typed, kind=kind, after=after, limit=limit)  # type: ignore[arg-type]
        found += [hit.id for hit in page.hits]
        if page.after is None:
            return found
        after = page.after


def _is_han(letter: str) -> bool:
    return ord(letter) > 0x2E80 and letter.isalpha()


def _pieces(text: str) -> list[str]:
    """Runs of Chinese and words, found letter by letter."""
    found: list[str] = []
    last = ""
    for letter in text.lower():
        kind = "han" if _is_han(letter) else "word" if letter.isalnum() else ""
        if kind and kind == last:
            found[-1] += letter
        elif kind:
            found.append(letter)
        last = kind
    return found


def _holds(text: str, typed: str) -> bool:
    pieces = _pieces(text)
    return all(
        any(word in piece if _is_han(word[0]) else piece.startswith(word) for piece in pieces)
        for word in _pieces(typed)
    )


@settings(max_examples=20)
@given(texts=st.lists(TEXTS, min_size=1, max_size=6), asked=st.lists(TEXTS, min_size=1, max_size=6))
def test_every_text_that_holds_what_was_typed_is_found(
    notes: tuple[Store, str], texts: list[str], asked: list[str]
) -> None:
    store, account = notes
    kept = {
        only(promises.add_note(store, account_id=account, text=text, noted_on=TODAY, now=NOW), "note"): text
        for text in texts
    }
    for typed in (*asked, *(text[:3] for text in texts), *(text[1:4] for text in texts)):
        if _pieces(typed):
            found = all_hits(store, typed, "note")
            assert len(found) == len(set(found))
            assert {note for note in found if note in kept} == {
                note for note, text in kept.items() if _holds(text, typed)
            }


@settings(max_examples=20)
@given(
    number=st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True),
    begin=st.integers(0, 8),
    length=st.integers(3, 11),
)
def test_a_telephone_is_found_by_any_run_of_its_digits(
    notes: tuple[Store, str], number: str, begin: int, length: int
) -> None:
    store, account = notes
    written = f"{number[:3]}-{number[3:7]} {number[7:]}"
    person = only(
        contacts.add_contact(
            store, account_id=account, name="某人", phones=[(written, None, "mobile")], now=NOW
        ),
        "contact",
    )
    assert person in all_hits(store, number[begin : begin + length], "contact", 50)


@pytest.mark.parametrize(
    "typed",
    ["海", "海川", "川建", "海川建材", "haichuan", "hai chuan", "HaiChuan", "jiancai", "hcjc", "hc", "cjc", "h",
     "海 材", "ｈｃ", "海chuan", "chongqing", "cqhc", "oppo", "OPPO3", "重庆 oppo", "椒江", "jjq", "0576", "8853",
     "88536114", "AB-77", "b77"],
)  # fmt: skip
def test_an_account_is_found_by(book: Store, typed: str) -> None:
    account = only(
        accounts.add_account(
            book,
            name="重庆海川建材OPPO3店",
            short_name="海川",
            city="台州市",
            district="椒江区",
            address="AB-77号",
            now=NOW,
        ),
        "account",
    )
    accounts.set_phones(book, account_id=account, phones=[("0576-8853 6114", None, "office")], now=NOW)
    accounts.set_tags(book, account_id=account, tags=["椒江区"], now=NOW)
    accounts.add_account(book, name="南屿五金", now=NOW)
    found = all_hits(book, typed, "account")
    assert found == ([] if typed == "b77" else [account])


def test_a_district_that_the_street_begins_with_is_said_once(book: Store) -> None:
    accounts.add_account(
        book, name="宁波建材", city="宁波市", district="鄞州区", address="鄞州区建设路915号", now=NOW
    )
    (hit,) = search_kind(book, typed="宁波建材", kind="account", after=None, limit=3).hits
    assert hit.place == "宁波市鄞州区建设路915号"


@pytest.mark.parametrize(
    ("name", "found_by", "not_by"),
    [
        ("曾小明", ["zengxiaoming", "zxm", "zeng", "xm"], ["ceng"]),
        ("单雄信", ["shan", "sxx"], ["dan"]),
        ("仇英", ["qiu", "qy"], ["chou"]),
        ("解珍", ["xie"], ["jie"]),
        ("查良镛", ["zha"], ["cha"]),
        ("尉迟恭", ["yuchigong", "ycg"], ["weichi"]),
        ("万俟雅", ["moqi", "mqy"], ["wansi"]),
        ("覃海洋", ["qin", "tan"], []),
        ("吕绿", ["lv"], []),
    ],
)
def test_people_are_found_as_they_are_called(
    book: Store, name: str, found_by: list[str], not_by: list[str]
) -> None:
    account = only(accounts.add_account(book, name="店", now=NOW), "account")
    contacts.add_contact(book, account_id=account, name=name, now=NOW)
    for typed in found_by:
        (hit,) = search_kind(book, typed=typed, kind="contact").hits
        assert hit.title.marks, typed
    for typed in not_by:
        assert not search_kind(book, typed=typed, kind="contact").hits


def test_a_surname_is_read_so_in_names_of_people_only(book: Store) -> None:
    accounts.add_account(book, name="单县陶瓷", now=NOW)
    accounts.add_account(book, name="解放五金", now=NOW)
    assert search_kind(book, typed="jiefang", kind="account").hits
    assert not search_kind(book, typed="xiefang", kind="account").hits


def test_the_best_come_first(book: Store) -> None:
    ids = {
        name: only(accounts.add_account(book, name=name, is_key=key, address=address, now=NOW), "account")
        for name, key, address in (
            ("南屿五金", True, "海川路 3 号"),
            ("大海川", True, None),
            ("海川建材", False, None),
            ("海川木业", True, None),
            ("海川", False, None),
        )
    }
    assert all_hits(book, "海川", "account", 2) == [
        ids[name] for name in ("海川", "海川木业", "海川建材", "大海川", "南屿五金")
    ]


def test_of_texts_the_newest_come_first(book: Store) -> None:
    account = only(accounts.add_account(book, name="店", now=NOW), "account")
    ids = [
        only(
            promises.add_note(
                book, account_id=account, text="要涨价", noted_on=TODAY - timedelta(days=back), now=NOW
            ),
            "note",
        )
        for back in (3, 1, 7)
    ]
    assert all_hits(book, "涨价", "note", 1) == [ids[1], ids[0], ids[2]]


def _groups(store: Store, typed: str) -> dict[str, Group]:
    return {group.kind: group for group in search(store, typed=typed).groups}


def test_words_of_the_account_narrow_what_belongs_to_it(book: Store) -> None:
    one = only(accounts.add_account(book, name="海川建材", now=NOW), "account")
    other = only(accounts.add_account(book, name="南屿五金", now=NOW), "account")
    for account in (one, other):
        promises.add_promise(book, account_id=account, what="补发瓷砖胶", made_on=TODAY, now=NOW)
    (hit,) = _groups(book, "hc 瓷砖")["promise"].hits
    assert (hit.account_id, hit.account.text) == (one, "海川建材")
    assert "promise" not in _groups(book, "海川")
    assert _groups(book, "海川")["account"].tier == STARTS
    assert _groups(book, "海川建材")["account"].tier == EXACT


def test_what_was_typed_is_marked_where_it_stands(book: Store) -> None:
    account = only(accounts.add_account(book, name="台州海川建材", now=NOW), "account")
    promises.add_note(
        book, account_id=account, text="很长的开头，" * 12 + "对手报价\n低了 ＡＢ８", noted_on=TODAY, now=NOW
    )
    (hit,) = _groups(book, "报价")["note"].hits
    ((begin, end),) = hit.title.marks
    assert hit.title.text[begin:end] == "报价"
    assert hit.title.text.startswith("…")
    assert "\n" not in hit.title.text
    (hit,) = _groups(book, "ab8")["note"].hits
    assert [hit.title.text[a:b] for a, b in hit.title.marks] == ["ＡＢ８"]
    (hit,) = _groups(book, "haichuan")["account"].hits
    assert [hit.title.text[a:b] for a, b in hit.title.marks] == ["海川"]


@pytest.mark.parametrize(
    "typed", ["", "  ", "%", "…—", '"', "* OR", "NEAR(", "a" * 5000, "海" * 5000, "1" * 500, "\x00", "🔑"]
)
def test_whatever_is_typed_ends_well(book: Store, typed: str) -> None:
    accounts.add_account(book, name="店 OR", now=NOW)
    search(book, typed=typed)
    search_kind(book, typed=typed, kind="account")


def test_what_is_undone_is_not_found(book: Store) -> None:
    accounts.add_account(book, name="海川建材", now=NOW)
    with book.read() as connection:
        done = last_done(connection)
    assert done is not None
    undone = undo(book, operation_id=done.operation_id, now=NOW)
    assert not search(book, typed="海川")
    undo(book, operation_id=undone.operation_id or "", now=NOW)
    assert search(book, typed="海川")


def test_what_was_opened_is_offered_again(book: Store) -> None:
    one = only(accounts.add_account(book, name="海川建材", now=NOW), "account")
    other = only(accounts.add_account(book, name="南屿五金", now=NOW), "account")
    for record, typed in ((one, "海川"), (other, ""), (one, "海川")):
        keep_recent(book, kind="account", record=record, typed=typed)
    hits, typed_before, _ = recent(book)
    assert [hit.id for hit in hits] == [one, other]
    assert typed_before == ("海川",)


def test_a_name_is_shared_also_by_an_account_that_is_not_found(book: Store) -> None:
    ids = [
        only(accounts.add_account(book, name="恒邦建材", city=city, now=NOW), "account")
        for city in ("台州", "宁波")
    ]
    accounts.add_account(book, name="海川", city="宁波", now=NOW)
    (group,) = [group for group in search(book, typed="恒邦 台州").groups if group.kind == "account"]
    assert [(hit.id, hit.shared, hit.place) for hit in group.hits] == [(ids[0], True, "台州")]
    (group,) = [group for group in search(book, typed="海川").groups if group.kind == "account"]
    assert [hit.shared for hit in group.hits] == [False]
