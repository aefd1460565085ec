"""Every rule that can be broken, and every value of an enumeration, has its words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kamdesk import domain
from kamdesk.domain import account, contact, figures, line, promise, visit
from kamdesk.words import catalogue

RAISED = re.compile(r'RuleError\("(\w+)"')
WHOLE = re.compile(r'_whole\(.*"(\w+)"\)')


def test_every_broken_rule_is_explained() -> None:
    sources = [path.read_text("utf-8") for path in Path(domain.__file__).parent.glob("*.py")]
    codes = {code for source in sources for code in (*RAISED.findall(source), *WHOLE.findall(source))}
    assert len(codes) > 15
    assert {code for code in codes if f"error.{code}" not in catalogue()} == set()


@pytest.mark.parametrize(
    ("prefix", "values"),
    [
        ("account.status", account.AccountStatus),
        ("account.level", account.AccountLevel),
        ("account.class", "ABC"),
        ("account.key", ["key", "ordinary"]),
        ("datum", account.Datum),
        ("contact_role", contact.BuyingRole),
        ("standing", contact.Standing),
        ("support", contact.Support),
        ("influence", contact.Influence),
        ("calendar", contact.Calendar),
        ("visit.state", visit.VisitState),
        ("visit.origin", visit.VisitOrigin),
        ("visit.outcome", visit.Outcome),
        ("missed_reason", visit.MissedReason),
        ("promise.state", promise.PromiseState),
        ("promise.cause", promise.PromiseCause),
        ("action.state", promise.ActionState),
        ("asker", line.Asker),
        ("visit.rescheduled_by", line.Asker),
        ("visit.cancelled_by", line.Asker),
        ("weekday", range(7)),
        ("weekday_long", range(7)),
        ("month", range(1, 13)),
        ("month_long", range(1, 13)),
    ],
)
def test_every_value_has_its_words(prefix: str, values) -> None:
    assert [value for value in values if f"{prefix}.{value}" not in catalogue()] == []


def test_every_figure_has_a_name_and_a_formula() -> None:
    for figure in figures.FigureId:
        assert f"figure.{figure}.name" in catalogue()
        assert f"figure.{figure}.formula" in catalogue()


SECRET = (
    "operation.", "error.", "command_synonym.secrecy", "week_end.one.informant_assignment",
    "sheet.name.informant_assignment", "sheet.heading_of.informant_assignment.", "week_end.one.informant_share",
    "sheet.name.informant_share", "sheet.heading_of.informant_share.",
    "cli.help.pack_passphrase", "pack.whole",
)  # fmt: skip


def test_the_confidential_role_is_no_role_that_a_list_or_paper_can_name() -> None:
    """Only an operation, to be undone, an error, to be told where it belongs, what finds the lock, a conflict that is
    shown behind it, and what says that a package by passphrase holds all but them say the word.
    """
    told = {code for code, text in catalogue().items() if "informant" in code or "信息员" in text["zh"]}
    assert all(code.startswith(SECRET) for code in told)
