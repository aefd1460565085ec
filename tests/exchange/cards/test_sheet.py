"""Cards of phones, mail programs and WeChat: every property is read, noted or said to be left out."""

from __future__ import annotations

import contextlib
import time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kamdesk.domain.errors import InputError
from kamdesk.exchange.cards.lines import split
from kamdesk.exchange.cards.sheet import HEADERS
from kamdesk.exchange.limits import Limits
from kamdesk.exchange.reading import read_sheets
from kamdesk.exchange.source import Sheet, Source
from tests.exchange.cards.samples import ANDROID_21, IPHONE_30, NEW_40, OLD_GBK, OUTLOOK_21
from tests.exchange.lists import DATA, table_of
from tests.fuzzing import by_the_clock


def sheet_of(data: bytes | str, limits: Limits | None = None) -> Sheet:
    content = data.encode() if isinstance(data, str) else data
    (sheet,) = read_sheets(Source("people.vcf", content), limits=limits or Limits())
    return sheet


def rows(data: bytes | str) -> list[dict[str, object]]:
    """Each card by what its cells are called, without the property in brackets."""
    head, *cards = [row.cells for row in sheet_of(data).rows()]
    titles = [str(title).partition(" (")[0] for title in head]
    return [{title: cell for title, cell in zip(titles, card, strict=True) if cell} for card in cards]


def card(*lines: str, version: str = "3.0") -> str:
    return "\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def code_of(data: bytes | str, limits: Limits | None = None) -> str:
    with pytest.raises(InputError) as caught:
        sheet_of(data, limits)
    return caught.value.code


def test_a_card_of_an_android_telephone() -> None:
    assert rows(ANDROID_21) == [
        {
            "Company": "宁波海川贸易有限公司",
            "Department": "采购部",
            "Full name": "周芳",
            "Job title": "采购经理",
            "Mobile": "13812345678",
            "Phone": "0574-88530000",
            "Fax": "0574-88536114",
            "Email": "zf@example.com",
            "Birthday": "6月10日",
        }
    ]
    cards = sheet_of(ANDROID_21).cards
    assert cards is not None
    assert cards.pictures == 1


def test_an_old_card_in_gbk_with_another_inside() -> None:
    assert rows(OLD_GBK) == [
        {
            "Company": "宁波海川贸易有限公司",
            "Full name": "周芳",
            "Mobile": "13812345678",
            "Notes": "你好\nAGENT: 林涛",
        }
    ]


def test_a_card_of_an_iphone() -> None:
    (said,) = rows(IPHONE_30)
    notes = str(said.pop("Notes")).splitlines()
    assert said == {
        "Company": "杭州恒远建材, 有限公司",
        "Department": "物流部",
        "Full name": "欧阳娜娜",
        "Job title": "物流经理",
        "Mobile": "+86 138 0000 1111",
        "Fax": "0571-88001122,801",
        "Email": "on@example.com",
        "WeChat": "on88",
        "Birthday": "6月10日",
        "Country": "中国",
        "Province": "浙江",
        "City": "杭州",
        "Address": "文三路 1 号 3 楼",
        "Postcode": "310000",
    }
    assert notes[:2] == ["喜欢龙井, 不喝 咖啡", "每周三在"]
    assert "URL: https://example.com" in notes
    assert "ALTBDAY: 78410425" in notes, "a lunar day is kept in words"


def test_a_card_of_outlook() -> None:
    assert rows(OUTLOOK_21) == [
        {
            "Company": "Alfreds Futterkiste",
            "Department": "Sales",
            "Full name": "Maria J. Anders",
            "Salutation": "Ms.",
            "Job title": "Sales Representative",
            "Mobile": "+49 171 5550123",
            "Phone": "(030) 0074321",
            "Birthday": "1972-01-03",
            "Country": "Germany",
            "City": "Berlin",
            "Address": "Obere Str. 57",
            "Postcode": "12209",
        }
    ]


def test_a_card_of_version_4() -> None:
    assert rows(NEW_40) == [
        {
            "Company": '"Blauer See" GmbH',
            "Full name": "Jörg Müller",
            "Mobile": "+49-171-5550199",
            "Phone": "+49-621-08460 ext 12",
            "WeChat": "jmueller",
            "Birthday": "1985-06",
        }
    ]


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["N:周;芳;;;", "FN:芳 周"], "周芳"),
        (["N:;周芳;;;", "FN:周芳"], "周芳"),
        (["FN:周 芳"], "周芳"),
        (["N:周;芳;;;"], "周芳"),
        (["N:欧阳;娜;娜;;", "FN:"], "欧阳娜娜"),
        (["N:周;芳;;;", "FN:周芳（采购）"], "周芳（采购）"),
        (["N:Anders;Maria;;;"], "Maria Anders"),
        (["N:Anders;Maria;;;", "FN:Maria Anders"], "Maria Anders"),
    ],
)
def test_names(lines: list[str], name: str) -> None:
    assert rows(card(*lines, "ORG:甲公司"))[0]["Full name"] == name


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("BDAY:19850610", "1985-06-10"),
        ("BDAY:1985-06-10T00:00:00Z", "1985-06-10"),
        ("BDAY;VALUE=date:1985-06-10", "1985-06-10"),
        ("BDAY:--06-10", "6月10日"),
        ("BDAY:1604-12-01", "12月1日"),
        ("BDAY;VALUE=text:农历八月十五", "农历八月十五"),
        ("BDAY;CALSCALE=chinese:1985-06-10", None),
    ],
)
def test_birthdays(line: str, day: str | None) -> None:
    assert rows(card("FN:周芳", line))[0].get("Birthday") == day


def test_a_firm_s_own_card_has_no_person() -> None:
    (said,) = rows(card("N:;;;;", "FN:甲公司", "ORG:甲公司", "TEL;TYPE=WORK:0574-88536114"))
    assert "Full name" not in said
    assert said["Phone"] == "0574-88536114"


def test_cards_that_were_never_ended_are_refused_and_the_others_read() -> None:
    data = card("FN:甲").replace("END:VCARD\n", "") + card("FN:乙") + card("FN:丙").replace("END:VCARD\n", "")
    sheet = sheet_of(data)
    assert [row.cells[2] for row in sheet.rows()][1:] == ["甲", "乙", "丙"]
    assert sheet.cards is not None
    assert sheet.cards.cut == {1, 3}


def test_broken_lines_are_the_rest_of_the_one_above() -> None:
    assert rows(card("FN:周芳", "NOTE:first", "second line"))[0]["Notes"] == "first\nsecond line"


def test_a_list_with_a_header_of_its_own_is_no_card() -> None:
    assert table_of("名称,BEGIN:VCARD\n甲公司,x\n".encode()).sheet.cards is None


def test_the_real_ones() -> None:
    table = table_of((DATA / "zh" / "contacts.vcf").read_bytes(), name="contacts.vcf")
    assert table.kind == "accounts"
    assert {column.field for column in table.columns} >= {"name", "contact", "title", "mobile", "birthday"}
    assert len(list(table.sheet.rows())) == 12


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030", "big5"])
def test_encodings_of_whole_files(encoding: str) -> None:
    data = card("FN:周芳", "ORG:寧波海川貿易有限公司" if encoding == "big5" else "ORG:宁波海川贸易有限公司")
    assert rows(data.encode(encoding))[0]["Full name"] == "周芳"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("BEGIN:VCARD\n" * 1_000, None),
        ("BEGIN:VCARD\nAGENT:\n" * 1_000, "import_absurd"),
        (card(*["X:1"] * 100_000), "import_absurd"),
        (card("NOTE:x", *["loose"] * 100_000), "import_absurd"),
        (card("PHOTO;ENCODING=b:" + "A" * 100, *[" " + "A" * 74] * 100_000), "import_cell_too_long"),
        (card("NOTE;ENCODING=QUOTED-PRINTABLE:" + "=\n" * 300_000), None),
        (card("N:" + ";" * 200_000), None),
        (card("TEL" + ";TYPE=x" * 200_000 + ":1"), None),
        (card("FN:" + '"' * 200_000), None),
        ("BEGIN:VCARD\x00\nEND:VCARD", "import_not_text"),
    ],
)
def test_cards_made_to_do_harm(data: str, code: str | None) -> None:
    begin = time.process_time()
    if code is None:
        list(sheet_of(data).rows())
    else:
        assert code_of(data) == code
    assert time.process_time() - begin < 5


def test_limits() -> None:
    assert code_of(card("FN:a") * 5, Limits(rows=4)) == "import_too_many_rows"
    assert code_of("\n".join(["BEGIN:VCARD", *["FN:x"] * 50]), Limits(lines=40)) == "import_too_many_rows"


@given(st.lists(st.text(st.characters(exclude_characters="\\;"), max_size=8), min_size=1, max_size=6))
def test_what_is_protected_is_not_split(parts: list[str]) -> None:
    assert split(";".join(parts), ";") == parts
    assert split("\\;".join(parts), ";") == ["\\;".join(parts)]


WORDS = st.sampled_from(
    ["BEGIN:VCARD", "END:VCARD", "AGENT:", "VERSION:2.1", "N:;;", "FN:周", "ORG:甲;乙", "TEL;CELL:1", "=", " x", ":",
     ";", "NOTE;ENCODING=QUOTED-PRINTABLE:=E5=", "PHOTO;ENCODING=b:AAAA", "item1.TEL:1", "BDAY:--0610", "\\", '"',
     "CHARSET=GBK"]
)  # fmt: skip
ANY_CARDS = st.lists(st.one_of(WORDS, st.text(max_size=12)), max_size=30).map("\n".join)


def read_or_refuse(data: bytes) -> None:
    with contextlib.suppress(InputError):
        for sheet in read_sheets(Source("x", b"BEGIN:VCARD\n" + data)):
            assert all(len(row.cells) == len(HEADERS) for row in sheet.rows())
            table_of(b"BEGIN:VCARD\n" + data)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(ANY_CARDS.map(lambda text: text.encode("utf-8", "surrogatepass")), st.binary(max_size=200)))
@example(b"N;ENCODING=QUOTED-PRINTABLE:=")
@example(b"NOTE;CHARSET=rot13:x\nEND:VCARD")
def test_any_cards_are_read_or_refused(data: bytes) -> None:
    read_or_refuse(data)


@pytest.mark.long
@by_the_clock(
    st.one_of(ANY_CARDS.map(lambda text: text.encode("utf-8", "surrogatepass")), st.binary(max_size=400)),
    seconds=300,
)
def test_any_cards_for_long(data: bytes) -> None:
    read_or_refuse(data)
