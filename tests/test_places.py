from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kamdesk.places import find_places


def test_one_folder_holds_everything_when_named(tmp_path: Path) -> None:
    places = find_places({"KAMDESK_HOME": str(tmp_path / "随身")})
    for path in (places.data, places.backups, places.logs, places.exports, places.settings, places.book):
        assert path.is_relative_to(tmp_path / "随身")
    assert len({places.backups, places.logs, places.exports, places.data}) == 4


def test_a_relative_home_does_not_move_with_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_places({"KAMDESK_HOME": "stick"}).data == tmp_path / "stick"


def test_an_empty_variable_names_nothing(tmp_path: Path) -> None:
    assert find_places({"KAMDESK_HOME": " "}) == find_places({})


def test_naming_makes_no_folder(tmp_path: Path) -> None:
    find_places({"KAMDESK_HOME": str(tmp_path / "new")})
    assert not (tmp_path / "new").exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the XDG variables are a Linux matter")
class TestXdg:
    def test_variables_are_respected(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "d"))
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "c"))
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "k"))
        places = find_places({})
        assert places.book == tmp_path / "d" / "kamdesk" / "book.kam"
        assert places.settings == tmp_path / "c" / "kamdesk" / "settings.toml"
        assert places.logs.is_relative_to(tmp_path / "k")

    @pytest.mark.parametrize(
        ("line", "folder"),
        [
            ('XDG_DOCUMENTS_DIR="$HOME/文档"', "文档"),
            ('XDG_DOCUMENTS_DIR="/srv/docs"', "/srv/docs"),
            ("# nothing here", "Documents"),
        ],
    )
    def test_papers_go_to_the_documents_of_the_desktop(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, folder: str
    ) -> None:
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
        (tmp_path / "user-dirs.dirs").write_text(f"{line}\n", encoding="utf-8")
        assert find_places({}).exports == tmp_path / folder / "kamdesk"
