"""What the user chose for the program itself; nothing of a customer, nothing of a book's content."""

from __future__ import annotations

import os
import tempfile
import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Literal

Theme = Literal["system", "light", "dark"]
CHOICES: dict[str, tuple[str | int, ...]] = {
    "language": ("", "zh", "en"),
    "theme": ("system", "light", "dark"),
    "scale": (100, 125, 150),
    "copies": tuple(range(3, 101)),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """``language`` is zh, en or empty (as the system speaks); ``book`` the book opened last.

    ``backups`` is the folder of the copies (empty: the usual one), ``second`` a further one such as a stick (empty:
    none), ``copies`` how many of the newest are kept whatever their age; ``scale`` is the size of everything in the
    window, in per cent, from the next start on.
    """

    language: str = ""
    theme: Theme = "system"
    book: str = ""
    backups: str = ""
    second: str = ""
    copies: int = 10
    scale: int = 100


def read_settings(path: Path) -> Settings:
    """The settings kept at ``path``; what can't be read or isn't one of the choices is as if never chosen."""
    try:
        kept = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return Settings()
    chosen: dict[str, str | int] = {}
    for field in fields(Settings):
        value = kept.get(field.name)
        if not isinstance(value, str | int) or type(value) is not type(field.default):
            continue
        if value in CHOICES.get(field.name, (value,)):
            chosen[field.name] = value
    return Settings(**chosen)  # type: ignore[arg-type]


def write_settings(path: Path, settings: Settings) -> None:
    """Keeps the settings, whole or not at all. Raises OSError where the folder can't be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"{name} = {_written(value)}\n" for name, value in asdict(settings).items()]
    descriptor, part = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.writelines(lines)
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, path)


def _written(value: str | int) -> str:
    return _quoted(value) if isinstance(value, str) else str(value)


def _quoted(text: str) -> str:
    escaped = "".join(
        f"\\{letter}"
        if letter in '\\"'
        else f"\\u{ord(letter):04X}"
        if ord(letter) < 32 or ord(letter) == 127
        else letter
        for letter in text
    )
    return f'"{escaped}"'
