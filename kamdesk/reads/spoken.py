"""Warnings in words, below the window."""

from __future__ import annotations

from kamdesk.domain.warnings import StopWarning, warning_code
from kamdesk.words import Words


def warning_text(warning: StopWarning, words: Words) -> str:
    """What the warning says, its festival named and its reason told where there is one."""
    values = dict(warning.values)
    if "name" in values:
        values["name"] = words.choice("holiday", str(values["name"]))
    return words.text(f"warning.{warning_code(warning)}", **values)
