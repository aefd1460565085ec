from __future__ import annotations

from pathlib import Path

import pytest

from kamdesk import assets


def test_files_of_the_checkout_are_found() -> None:
    assert assets.font("NotoSansSC-Regular.ttf").is_file()
    assert assets.folder("ui").is_dir()


def test_a_missing_file_is_named() -> None:
    with pytest.raises(assets.MissingAsset, match=r"resources/fonts/Nobody\.ttf"):
        assets.font("Nobody.ttf")


def test_the_packed_folder_goes_before_the_one_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = tmp_path / "kamdesk" / "resources"
    packed.mkdir(parents=True)
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(assets, "__file__", str(tmp_path / "kamdesk" / "assets.py"))
    assert assets.folder("resources") == packed


def test_a_stray_folder_beside_an_installed_package_is_not_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kamdesk").mkdir()
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(assets, "__file__", str(tmp_path / "kamdesk" / "assets.py"))
    with pytest.raises(assets.MissingAsset):
        assets.folder("resources")
