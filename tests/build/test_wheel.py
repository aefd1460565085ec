from __future__ import annotations

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

LEFT_BEHIND = {"__pycache__", ".gitkeep"}


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize("folder", ["ui", "resources", "kamdesk"])
def test_everything_goes_along(root: Path, wheel: Path, folder: str) -> None:
    inside = "kamdesk" if folder == "kamdesk" else f"kamdesk/{folder}"
    files = [
        path for path in (root / folder).rglob("*") if path.is_file() and not LEFT_BEHIND & set(path.parts)
    ]
    wanted = {
        f"{inside}/{path.relative_to(root / folder).as_posix()}" for path in files if path.suffix != ".pyc"
    }
    wanted = {name for name in wanted if not name.endswith("/.gitkeep")}
    assert wanted <= names(wheel)


def test_nothing_else_goes_along(wheel: Path) -> None:
    assert {name.split("/")[0] for name in names(wheel)} == {
        "kamdesk",
        wheel.name.split("-py3")[0] + ".dist-info",
    }
    assert not [name for name in names(wheel) if name.endswith((".pyc", ".kam"))]


def test_licences_lie_beside_what_they_cover(wheel: Path) -> None:
    inside = names(wheel)
    assert [name for name in inside if name.endswith("dist-info/licenses/LICENSE")]
    assert "kamdesk/resources/fonts/OFL.txt" in inside
    assert "kamdesk/resources/icons/LICENSE-lucide.txt" in inside


def test_an_installed_package_finds_its_own_files(unpacked_wheel: Path, tmp_path: Path) -> None:
    """In an interpreter that sees neither the checkout nor its working folder."""
    code = (
        f"import sys; sys.path.insert(0, {str(unpacked_wheel)!r})\n"
        "import kamdesk, kamdesk.assets as a\n"
        "print(kamdesk.__file__, a.folder('ui'), a.font('NotoSansSC-Regular.ttf'), a.guide('guide.zh.md'), sep='\\n')"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    assert all(Path(line).is_relative_to(unpacked_wheel) for line in done.stdout.splitlines())
    assert len(done.stdout.splitlines()) == 4


def test_the_same_tree_gives_the_same_bytes(root: Path, wheel: Path, tmp_path: Path) -> None:
    from hatchling.builders.wheel import WheelBuilder

    (again,) = WheelBuilder(str(root)).build(directory=str(tmp_path), versions=["standard"])
    assert Path(again).read_bytes() == wheel.read_bytes()


def test_the_version_stands_in_one_place(root: Path, wheel: Path) -> None:
    import kamdesk

    assert tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["dynamic"] == ["version"]
    assert wheel.name.startswith(f"kamdesk-{kamdesk.__version__}-")
