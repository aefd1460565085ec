"""Telephone numbers: several in a cell, labels, extensions, numbers that a spreadsheet spoiled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.exchange.values.phones import FAX, MOBILE, OFFICE, Phone, is_mobile, phone_key, read_phones

mobiles = st.integers(13_000_000_000, 19_999_999_999).map(str)
landlines = st.tuples(
    st.sampled_from(["010", "021", "0571", "0576"]), st.integers(20_000_000, 89_999_999)
).map(lambda parts: f"{parts[0]}-{parts[1]}")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("18613186091", [Phone("18613186091", None, MOBILE)]),
        ("+86-17181909378", [Phone("17181909378", None, MOBILE)]),
        ("0086 138 1234 5678", [Phone("13812345678", None, MOBILE)]),
        ("+86 13812345678", [Phone("13812345678", None, MOBILE)]),
        ("86 13812345678", [Phone("13812345678", None, MOBILE)]),
        ("0086 13812345678", [Phone("13812345678", None, MOBILE)]),
        ("'13812345678", [Phone("13812345678", None, MOBILE)]),
        ("0571-88881286 13812345678", [Phone("0571-88881286"), Phone("13812345678", None, MOBILE)]),
        ("(+86)13812345678", [Phone("13812345678", None, MOBILE)]),
        ("171 4852 5388", [Phone("17148525388", None, MOBILE)]),
        ("138-1234-5678", [Phone("13812345678", None, MOBILE)]),
        ("１３８１２３４５６７８", [Phone("13812345678", None, MOBILE)]),
        ("13812345678.0", [Phone("13812345678", None, MOBILE)]),
        ("013812345678", [Phone("13812345678", None, MOBILE)]),
        ("13342366712/0576-88536114", [Phone("13342366712", None, MOBILE), Phone("0576-88536114")]),
        (
            "13812345678、13912345678",
            [Phone("13812345678", None, MOBILE), Phone("13912345678", None, MOBILE)],
        ),
        ("13812345678 13912345678", [Phone("13812345678", None, MOBILE), Phone("13912345678", None, MOBILE)]),
        ("13812345678\n0571-88881234", [Phone("13812345678", None, MOBILE), Phone("0571-88881234")]),
        ("0571-88881234转802", [Phone("0571-88881234", "802")]),
        ("0571-88881234 转 802", [Phone("0571-88881234", "802")]),
        ("0571-88881234-802", [Phone("0571-88881234", "802")]),
        ("0571-88881234分机802", [Phone("0571-88881234", "802")]),
        ("+86 (571) 8888-1234 ext. 12", [Phone("+86 (571) 8888-1234", "12")]),
        ("手机:13812345678 ", [Phone("13812345678", None, MOBILE)]),
        ("传真0571-88881234", [Phone("0571-88881234", None, FAX)]),
        ("Tel. 030-0074321", [Phone("030-0074321")]),
        ("400-820-8820", [Phone("400-820-8820")]),
        ("95588", [Phone("95588")]),
        ("(5) 555-4729", [Phone("(5) 555-4729")]),
        ("0621-08460", [Phone("0621-08460")]),
        ("0621/08460", [Phone("0621/08460")]),
        ("88.60.15.31", [Phone("88.60.15.31")]),
        ("(8) 34-56-12", [Phone("(8) 34-56-12")]),
        ("0921-12 34 65", [Phone("0921-12 34 65")]),
        ("1-503-555-7555", [Phone("1-503-555-7555")]),
        ("13812345678/13812345678", [Phone("13812345678", None, MOBILE)]),
    ],
)
def test_numbers_as_people_write_them(text: str, numbers: list[Phone]) -> None:
    found = read_phones(text)
    assert list(found.numbers) == numbers
    assert found.doubts == ()


@pytest.mark.parametrize(
    ("text", "reason", "undecided"),
    [
        ("1.38E+10", "phone_scientific", False),
        ("1.38046e10", "phone_scientific", False),
        ("１．３８Ｅ＋１０", "phone_scientific", False),
        ("1381234567", "phone_digits", False),
        ("138123456789", "phone_digits", False),
        ("138****5678", "phone_masked", False),
        ("12", "phone_short", False),
        ("1234567890123456789", "phone_digits", False),
        ("见备注", "phone_none", False),
        ("13812345678(张经理)", "phone_words", True),
    ],
)
def test_what_is_no_number_is_never_taken(text: str, reason: str, *, undecided: bool) -> None:
    found = read_phones(text)
    assert found.numbers == ()
    assert [(doubt.reason, doubt.undecided) for _, doubt in found.doubts] == [(reason, undecided)]


def test_one_bad_number_does_not_take_the_other_with_it() -> None:
    found = read_phones("0576-88536114/1.38E+10")
    assert [phone.number for phone in found.numbers] == ["0576-88536114"]
    assert [(text, doubt.reason) for text, doubt in found.doubts] == [("1.38E+10", "phone_scientific")]


@given(
    st.lists(mobiles | landlines, min_size=1, max_size=4, unique=True),
    st.sampled_from(["/", "、", ",", "，", ";", "；", " / ", "\n"]),
)
def test_any_separator_gives_the_same_numbers(numbers: list[str], separator: str) -> None:
    found = read_phones(separator.join(numbers))
    assert [phone.number for phone in found.numbers] == numbers
    assert all((phone.kind == MOBILE) == is_mobile(phone.number) for phone in found.numbers)


@given(mobiles, st.sampled_from(["", "+86", "+86-", "0086", "86 ", "+86 "]), st.sampled_from(["", " ", "-"]))
def test_a_mobile_is_one_number_however_it_is_grouped(number: str, country: str, gap: str) -> None:
    written = f"{country}{number[:3]}{gap}{number[3:7]}{gap}{number[7:]}"
    assert read_phones(written).numbers == (Phone(number, None, MOBILE),)
    assert phone_key(written) == phone_key(number) == number


@given(st.floats(1e5, 1e15), st.integers(0, 8))
def test_a_power_of_ten_is_never_stored(number: float, digits: int) -> None:
    assert read_phones(f"{number:.{digits}E}").numbers == ()


@given(st.text(max_size=40))
def test_any_text_gives_numbers_or_doubts(text: str) -> None:
    found = read_phones(text)
    assert all(5 <= sum(c.isdigit() for c in phone.number) <= 15 for phone in found.numbers)


def test_a_number_that_is_labelled_otherwise_than_its_column() -> None:
    assert read_phones("0571-88881234", MOBILE).numbers == (Phone("0571-88881234", None, OFFICE),)
    assert read_phones("0571-88881234", FAX).numbers == (Phone("0571-88881234", None, FAX),)


def test_the_key_of_a_line_has_no_country_and_no_zero() -> None:
    assert phone_key("+86 571 88881234") == phone_key("0571-88881234") == phone_key("057188881234")
