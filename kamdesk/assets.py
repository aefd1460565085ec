"""Where the files that come with the program lie: fonts, icons, translations, themes, forms, the user guide.

In a checkout and an editable install ``ui/``, ``resources/`` and ``docs/`` stand beside the package, in a wheel and a
frozen build inside it. Nobody else needs to know: everything is asked for here, by name.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

Folder = Literal["resources", "ui", "docs"]


class MissingAsset(FileNotFoundError):
    """A file that should have come with the program is not there: the installation is incomplete."""


def folder(name: Folder) -> Path:
    """The folder ``resources``, ``ui`` or ``docs``. Raises `MissingAsset`."""
    package = Path(__file__).resolve().parent
    packed, checkout = package / name, package.parent / name
    if packed.is_dir():
        return packed
    if checkout.is_dir() and (package.parent / "pyproject.toml").is_file():
        return checkout
    raise MissingAsset(f"kamdesk came without its folder {name!r}; install it again")


def resource(*parts: str) -> Path:
    """A file or folder below ``resources``: ``resource("theme", "tokens.json")``. Raises `MissingAsset`."""
    path = folder("resources").joinpath(*parts)
    if not path.exists():
        raise MissingAsset(f"kamdesk came without {'/'.join(('resources', *parts))}; install it again")
    return path


def font(name: str) -> Path:
    """A font by its file name, ``NotoSansSC-Regular.ttf``. Raises `MissingAsset`."""
    return resource("fonts", name)


def icon(name: str) -> Path:
    """``icon("phone")`` is ``resources/icons/phone.svg``. Raises `MissingAsset`."""
    return resource("icons", f"{name}.svg")


def translation(name: str) -> Path:
    """``translation("kamdesk_zh")`` is ``resources/translations/kamdesk_zh.qm``. Raises `MissingAsset`."""
    return resource("translations", f"{name}.qm")


def guide(name: str) -> Path:
    """A page for whoever uses the program: ``guide("guide.en.md")``. Raises `MissingAsset`."""
    path = folder("docs") / name
    if not path.is_file():
        raise MissingAsset(f"kamdesk came without docs/{name}; install it again")
    return path
