"""Cards for phones, read back by vobject, and by the rules of the RFCs where it knows no 4.0."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain.full_name import split_name
from kamdesk.exchange.out.cards import OCTETS, VERSIONS, Card, CardPhone, card_text, folded_line, write_cards

CARD = Card(
    id="01a0fba0-9570-7818-9fe9-087b13ed14be",
    name="欧阳小明",
    latin_name="Ouyang Xiaoming",
    organisation=("台州天工贸易有限公司；分号;逗号,", "采购部"),
    title="经理",
    phones=(
        CardPhone("0576-81368617", "829", "switchboard"),
        CardPhone("15256198631", None, "mobile"),
        CardPhone("+86 576 85802283", None, "fax"),
    ),
    email="a@example.com",
    birthday=(1974, 3, 7),
    notes=("第一行\n第二行", "反斜杠\\"),
)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_a_phone_reads_the_card() -> None:
    card = vobject.readOne(card_text(CARD, "3.0"))
    assert card.fn.value == "欧阳小明"
    assert (card.n.value.family, card.n.value.given) == ("欧阳", "小明")
    assert card.org.value == list(CARD.organisation)
    assert card.title.value == "经理"
    assert card.bday.value == "1974-03-07"
    assert card.note.value == "第一行\n第二行\n反斜杠\\"
    phones = [(tel.value, tel.params["TYPE"]) for tel in card.contents["tel"]]
    assert phones == [
        ("0576-81368617,829", ["WORK", "VOICE", "PREF"]),
        ("15256198631", ["CELL"]),
        ("+86 576 85802283", ["WORK", "FAX"]),
    ]


def test_the_newer_form_dials_extensions_and_knows_days_without_year() -> None:
    lines = unfolded(card_text(Card(id="x", name="李", phones=CARD.phones, birthday=(None, 2, 9)), "4.0"))
    assert lines[1] == "VERSION:4.0"
    assert 'TEL;VALUE=uri;TYPE="work,voice";PREF=1:tel:0576-81368617;ext=829' in lines
    assert 'TEL;VALUE=uri;TYPE="work,fax":tel:+86-576-85802283' in lines
    assert "BDAY:--0209" in lines


def test_the_older_form_says_no_birthday_without_year() -> None:
    assert "BDAY" not in card_text(Card(id="x", name="李", birthday=(None, 2, 9)), "3.0")


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("张伟", ("张", "伟")),
        ("欧阳娜娜", ("欧阳", "娜娜")),
        ("单于飞", ("单于", "飞")),
        ("司马", ("司", "马")),
        ("李", ("李", "")),
        ("买买提·艾力", ("", "买买提·艾力")),
        ("John Smith", ("Smith", "John")),
        ("Smith, John", ("Smith", "John")),
        ("Madonna", ("", "Madonna")),
    ],
)
def test_surname_and_given_name(name: str, parts: tuple[str, str]) -> None:
    assert split_name(name) == parts


@given(st.text())
def test_a_folded_line_is_short_and_whole(line: str) -> None:
    line = line.replace("\r", "").replace("\n", "")
    pieces = folded_line(line).split("\r\n")
    assert all(len(piece.encode("utf-8", "surrogatepass")) <= OCTETS for piece in pieces)
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line


@given(st.text(), st.text(min_size=1), st.sampled_from(VERSIONS))
def test_no_text_breaks_out_of_its_line(note: str, name: str, version: str) -> None:
    text = card_text(Card(id="x", name=name, notes=(note,)), version)  # type: ignore[arg-type]
    assert text.count("BEGIN:VCARD\r\n") == text.count("END:VCARD\r\n") == 1
    assert all(re.match(r"[A-Z-]+[:;]", line) for line in unfolded(text) if line)


def test_every_card_is_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "c.vcf"
    write_cards(path, [CARD] * 120, version="3.0")
    assert len(list(vobject.readComponents(path.read_text("utf-8")))) == 120
    assert list(tmp_path.iterdir()) == [path]
