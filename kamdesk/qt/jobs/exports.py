"""Files written out of the book."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kamdesk.db.store import Store
    from kamdesk.qt.ticket import Ticket
    from kamdesk.reads.export.book import Exported
    from kamdesk.words import Words


def export(store: Store, *, path: Path, progress: Ticket, **asked: Any) -> Exported:
    """Writes what is asked for. Raises PaperError where it can't be written, Stopped where it was stopped."""
    from kamdesk.papers.errors import PaperError
    from kamdesk.reads.export.carry_out import export

    try:
        return export(store, path, heard=progress, **asked)
    except OSError as error:
        raise PaperError.unwritable(path, error) from error


def write_template(store: Store, *, path: Path, words: Words) -> Path:
    """Writes the workbook to be filled in. Raises PaperError where it can't be written."""
    from kamdesk.exchange.out.templates import write_template
    from kamdesk.papers.errors import PaperError

    try:
        write_template(path, words=words)
    except OSError as error:
        raise PaperError.unwritable(path, error) from error
    return path


def list_titles(words: Words) -> dict[str, str]:
    """What can be exported as a list, by its code, in the order in which it is offered."""
    from kamdesk.reads.export.list_shape import KINDS, list_title

    return {kind: list_title(kind, words) for kind in KINDS}
