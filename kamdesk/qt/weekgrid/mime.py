"""An account in the hand, on its way from the tray to the grid."""

from __future__ import annotations

import json

from PySide6.QtCore import QMimeData

from kamdesk.qt.weekgrid.rows import StopBlock

MIME = "application/x-kamdesk-account"


def to_mime(block: StopBlock) -> QMimeData:
    data = QMimeData()
    fields = [block.account_id, block.name, block.short, block.letter, block.is_key, block.minutes]
    data.setData(MIME, json.dumps(fields).encode())
    return data


def from_mime(data: QMimeData) -> StopBlock | None:
    """The stop that a dropped account would become, at Monday 0:00; None for anything else."""
    if not data.hasFormat(MIME):
        return None
    account_id, name, short, letter, is_key, minutes = json.loads(bytes(data.data(MIME).data()).decode())
    return StopBlock("", account_id, 0, 0, minutes, name, short, letter, is_key)
