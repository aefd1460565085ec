"""What the user chose for the program: kept, and read again; what is no choice is as if never made."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kamdesk.settings import CHOICES, Settings, read_settings, write_settings

texts = st.text(st.characters(codec="utf-8"), max_size=30)
settings = st.builds(
    Settings,
    language=st.sampled_from(["", "zh", "en"]),
    theme=st.sampled_from(["system", "light", "dark"]),
    book=texts,
    backups=texts,
    second=texts,
    copies=st.sampled_from(CHOICES["copies"]),
    scale=st.sampled_from(CHOICES["scale"]),
)


@given(chosen=settings)
def test_what_was_kept_is_read_again(tmp_path_factory, chosen: Settings) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path_factory.mktemp("kept") / "settings.toml"
    write_settings(path, chosen)
    assert read_settings(path) == chosen


def test_what_is_no_choice_is_as_if_never_made(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('language = "fr"\nscale = 110\ncopies = "many"\ntheme = 3\nbackups = "b"\n')
    assert read_settings(path) == Settings(backups="b")
    path.write_text("copies = true\nscale = 125.0\n")
    assert read_settings(path) == Settings()
    path.write_text("no toml at all")
    assert read_settings(path) == Settings()
