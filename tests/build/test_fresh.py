"""What is made from something else and committed is what its source gives today."""

from __future__ import annotations

from types import ModuleType


def test_forms(make_forms: ModuleType) -> None:
    assert make_forms.stale_forms() == [], "run tools/make_forms.py"


def test_schema(make_schema: ModuleType) -> None:
    assert not make_schema.stale_schema(), "run tools/make_schema.py"


def test_translations(make_translations: ModuleType) -> None:
    assert make_translations.stale_translations() == [], "run tools/make_translations.py"


def test_what_counts_is_known_to_count(make_translations: ModuleType) -> None:
    assert make_translations.misread(make_translations.TRANSLATIONS / "kamdesk_zh.ts") == []


def test_no_text_is_hidden_from_the_translator(make_translations: ModuleType) -> None:
    assert make_translations.unheard(make_translations.TRANSLATIONS / "kamdesk_zh.ts") == []


def test_every_text_has_its_chinese(make_translations: ModuleType) -> None:
    assert make_translations.untranslated() == []
