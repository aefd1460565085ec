"""The header of a table: the row, or the two rows, whose labels explain the most columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kamdesk.exchange.columns import Heading, all_headings, best_heading
from kamdesk.exchange.fingerprint import Labels
from kamdesk.exchange.kinds.titles import Titles
from kamdesk.exchange.mapping import TableRule
from kamdesk.exchange.settling import looks_like_firms
from kamdesk.exchange.source import Merge, RawRow
from kamdesk.exchange.values.text import as_text

About = Callable[[Sequence[RawRow]], Titles]
HEADER_WITHIN = 30
_A_YEAR = re.compile(r"(?:fy\s?)?(?:19|20)\d{2}\s*(?:年度?|年.{1,8})", re.IGNORECASE)
Found = tuple[Heading, list[RawRow], Labels]


def texts(row: RawRow) -> list[str]:
    return [text for cell in row.cells if (text := as_text(cell))]


def stated(head: Sequence[RawRow], merges: Sequence[Merge], rule: TableRule, about: About) -> Found | None:
    rows = [row for row in head if row.number == rule.header]
    above = [row for row in head if row.number < (rule.header or 0)]
    if not rows:
        return None
    labels = single(rows[0])
    if rule.rows == 2 and above:
        upper = above.pop()
        labels, rows = double(upper, rows[0], merges), [upper, *rows]
    heading = best_heading(labels, rule, about(above))
    return (heading, rows, labels) if heading else None


def sought(head: Sequence[RawRow], merges: Sequence[Merge], rule: TableRule, about: About) -> Found | None:
    """The row, or two rows, whose labels explain the most columns; the upper of two that explain as many."""
    best: Found | None = None
    rows = list(head[:HEADER_WITHIN])
    for above, row in zip([None, *rows], rows, strict=False):
        if not texts(row):
            continue
        labels = single(row)
        best = _better(best, _best(labels, rule, head, row, about), [row], labels)
        if above and may_head(above, row):
            labels = double(above, row, merges)
            best = _better(best, _best(labels, rule, head, row, about), [above, row], labels)
    return best


def _better(best: Found | None, heading: Heading | None, rows: list[RawRow], labels: Labels) -> Found | None:
    if heading is None:
        return best
    if best is None or (heading.known, heading.context) > (best[0].known, best[0].context):
        return heading, rows, labels
    return best


def _best(
    labels: list[tuple[str, str]], rule: TableRule, head: Sequence[RawRow], row: RawRow, about: About
) -> Heading | None:
    titles = about([other for other in head if other.number < row.number])
    best = best_heading(labels, rule, titles)
    if best and best.kind == "products":
        below = [other for other in head if other.number > row.number]
        for heading in all_headings(labels, rule, titles):
            if (
                heading.kind == "accounts"
                and heading.known == best.known
                and looks_like_firms(heading, below)
            ):
                return heading
    return best


def single(row: RawRow) -> list[tuple[str, str]]:
    return [(as_text(cell), "") for cell in row.cells]


def may_head(above: RawRow, row: RawRow) -> bool:
    """Whether a row can be the upper part of a header: several labels, none of them a number."""
    labels = texts(above)
    return (
        len(labels) >= 2
        and not any(re.search(r"\d{3}", label) and not _A_YEAR.fullmatch(label) for label in labels)
        and len(texts(row)) >= 2
    )


def double(above: RawRow, row: RawRow, merges: Sequence[Merge]) -> list[tuple[str, str]]:
    """Label and heading of each column; a heading reaches as far right as its merged cells, else to the next one."""
    width = max(len(above.cells), len(row.cells))
    reach = {merge.first_column: merge.last_column for merge in merges if merge.first_row == above.number}
    labels: list[tuple[str, str]] = []
    group, until = "", 0
    for index in range(width):
        upper = as_text(above.cells[index]) if index < len(above.cells) else ""
        lower = as_text(row.cells[index]) if index < len(row.cells) else ""
        if upper:
            group, until = upper, reach.get(index + 1, index + 1 if merges else width)
        elif index + 1 > until:
            group = ""
        # A label merged over both rows stands in both.
        labels.append(("" if lower == upper else lower, group))
    return labels
