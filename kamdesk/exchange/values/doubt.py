"""Why a cell can't be taken as it stands."""

from __future__ import annotations


class Doubt(Exception):
    """``reason`` names the text ``import.reason.<reason>``.

    ``undecided``: the cell could mean several things and somebody who knows must say which; otherwise it is wrong
    in itself and only mending the file helps.
    """

    def __init__(self, reason: str, *, undecided: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.undecided = undecided
