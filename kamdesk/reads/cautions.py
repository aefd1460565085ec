"""Warnings as a paper carries them: a code, and the one detail that tells the most."""

from __future__ import annotations

from collections.abc import Iterable

from kamdesk.domain.warnings import StopWarning
from kamdesk.papers.common import Caution

DETAILS = ("name", "substitute", "reason", "hours", "other", "time", "minutes")


def cautions(warnings: Iterable[StopWarning]) -> tuple[Caution, ...]:
    """The warnings of one stop or day. A holiday's detail is its code, for the paper to name."""
    return tuple(Caution(_code(warning), _detail(warning)) for warning in warnings)


def _code(warning: StopWarning) -> str:
    return f"{warning.code}_covered" if warning.values.get("substitute") else str(warning.code)


def _detail(warning: StopWarning) -> str | None:
    value = next((warning.values[name] for name in DETAILS if warning.values.get(name)), None)
    return None if value is None else str(value)
