"""Every text is there in both languages with the same placeholders."""

import re

import pytest

from kamdesk.words import LANGUAGES, Language, MissingWord, Words, catalogue

PLACEHOLDER = re.compile(r"\{(\w+)[^}]*\}")


def test_every_text_is_said_in_both_languages_with_the_same_placeholders() -> None:
    for code, entry in catalogue().items():
        assert set(entry) == set(LANGUAGES), code
        assert all(entry[language].strip() for language in LANGUAGES), code
        assert set(PLACEHOLDER.findall(entry["zh"])) == set(PLACEHOLDER.findall(entry["en"])), code


def test_a_code_nobody_wrote_down_is_an_error() -> None:
    with pytest.raises(MissingWord):
        Words("zh").text("no.such.code")


def test_a_value_of_a_newer_version_is_shown_as_it_stands() -> None:
    assert Words("en").choice("visit.state", "teleported") == "teleported"


@pytest.mark.parametrize("language", LANGUAGES)
def test_whichever_files_are_read_for_a_text_it_is_the_one_of_the_whole_catalogue(language: Language) -> None:
    words = Words(language)
    for code, entry in catalogue().items():
        prefix, dot, value = code.rpartition(".")
        assert (words.choice(prefix, value) if dot else words.text(code)) == entry[language]


def test_a_noun_follows_its_number() -> None:
    said = {count: Words("en").text("question.part.people", n=count) for count in (0, 1, "1", 2)}
    assert said == {0: "0 contacts", 1: "1 contact", "1": "1 contact", 2: "2 contacts"}
    assert Words("zh").text("question.part.people", n=1) == "联系人 1 位"
