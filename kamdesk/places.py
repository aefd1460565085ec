"""The folders that kamdesk keeps its things in. Nothing is made or touched here: the places are only named.

``KAMDESK_HOME`` puts all of them under one folder (a stick, a test); otherwise they lie where the system wants
them: on Linux by the XDG variables, on Windows the local application data, on macOS the Library.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import appdirs

APP = "kamdesk"


@dataclass(frozen=True, slots=True)
class Places:
    """The book lies in ``data``, its copies in ``backups``.

    ``logs`` takes what the program says of itself, never of a customer; ``exports`` is where a paper is offered
    to be saved; ``settings`` is the file of the user's settings.
    """

    data: Path
    backups: Path
    logs: Path
    exports: Path
    settings: Path

    @property
    def book(self) -> Path:
        """The book that opens when none is named."""
        return self.data / "book.kam"


def find_places(environ: Mapping[str, str] = os.environ) -> Places:
    """The places of this user on this machine; ``environ`` is asked for ``KAMDESK_HOME`` alone."""
    home = environ.get("KAMDESK_HOME", "").strip()
    if home:
        root = Path(home).expanduser().absolute()
        return Places(
            data=root,
            backups=root / "backups",
            logs=root / "logs",
            exports=root / "exports",
            settings=root / "settings.toml",
        )
    data = Path(appdirs.user_data_dir(APP, appauthor=False))
    return Places(
        data=data,
        backups=data / "backups",
        logs=Path(appdirs.user_log_dir(APP, appauthor=False)),
        exports=_documents() / APP,
        settings=Path(appdirs.user_config_dir(APP, appauthor=False)) / "settings.toml",
    )


def _documents() -> Path:
    """What ``user-dirs.dirs`` of a Linux desktop names (``~/文档``), else ``~/Documents``."""
    home = Path.home()
    config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "user-dirs.dirs"
    if config.is_file():
        text = config.read_text(encoding="utf-8", errors="replace")
        named = re.search(r'^XDG_DOCUMENTS_DIR="(?:\$HOME/)?(.+)"\s*$', text, re.MULTILINE)
        if named:
            return home / named[1]
    return home / "Documents"
