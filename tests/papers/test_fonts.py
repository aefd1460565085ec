"""The two faces hold what the program says and what customers' names need."""

import tomllib

import pytest

from kamdesk import assets
from kamdesk.papers.kit.fonts import MISSING, Face, faces
from kamdesk.words import catalogue

NEEDED = {
    "marks of the papers": "▲●○◐□■×÷≥≤±→✓◇◆" + MISSING,
    "Polish and Czech": "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ",
    "Vietnamese": "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹĐƠƯ",
    "German, French, Nordic, Hungarian, Turkish": "äöüßàâçéèêëîïôùûœæåøÆØÅőűğışİŞ",
    "traditional characters": "陳國樑張麗華鄭",
    "rare characters of names": "𬭎𫘝䶮㛃嘦喆堃𠮷𡈽𣘺𩸽𨭎㐱䒕㛓",
    "units": "℃㎡m²m³㎏％‰¥￥€",
}


@pytest.fixture(params=["regular", "bold"])
def face(request: pytest.FixtureRequest) -> Face:
    return getattr(faces(), request.param)


@pytest.mark.parametrize("group", NEEDED)
def test_what_customers_are_called_can_be_printed(face: Face, group: str) -> None:
    assert [char for char in NEEDED[group] if ord(char) not in face.advances] == []


def test_everything_the_program_says_can_be_printed(face: Face) -> None:
    said = {char for entry in catalogue().values() for text in entry.values() for char in text} - {"\n"}
    assert {char for char in said if ord(char) not in face.advances} == set()


def test_both_weights_hold_the_same_characters() -> None:
    assert faces().regular.advances.keys() == faces().bold.advances.keys()


def test_the_licence_lies_beside_the_fonts() -> None:
    licence = assets.font("OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Reserved Font Name 'Source'" in licence


def test_the_demo_books_people_can_be_printed(face: Face) -> None:
    for name in ("names.toml", "people.toml"):
        text = assets.resource("demo", name).read_text("utf-8")
        assert tomllib.loads(text)
        assert {char for char in text if ord(char) not in face.advances} - {"\n"} == set()
