"""Lists for eyes and for programs: accounts, the line of a week, a week's figures."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from kamdesk.cli import line_deeds
from kamdesk.cli.context import Context
from kamdesk.cli.documents import monday_meant
from kamdesk.words import Words


def add_commands(command: Callable[[str], argparse.ArgumentParser], words: Words) -> None:
    """The commands of this room."""
    for name, carry_out in (("accounts", give_accounts), ("line", give_line), ("figures", give_figures)):
        parser = command(name)
        parser.add_argument("--json", action="store_true", help=words.text("cli.help.json"))
        if name != "accounts":
            parser.add_argument("--week", metavar="2026-W48", help=words.text("cli.help.week"))
        if name == "line":
            line_deeds.add_deeds(parser, words)
        parser.set_defaults(carry_out=carry_out)


def give_accounts(context: Context) -> int:
    """Every account with the people who hold a post there."""
    from kamdesk.reads.accounts import account_list

    listed = account_list(context.store())
    if context.options.json:
        context.give(
            [
                {
                    "id": row.id,
                    "name": row.name,
                    "class": row.value_class,
                    "key": row.is_key,
                    "status": row.status,
                    "city": row.city,
                    "lat": row.latitude,
                    "lon": row.longitude,
                    "contacts": [
                        {"id": who.id, "name": who.name, "title": who.title, "phones": list(who.phones)}
                        for who in row.contacts
                    ],
                }
                for row in listed
            ]
        )
        return 0
    for row in listed:
        marks = " ".join(
            filter(None, (row.value_class, context.words.choice("account.status", row.status), row.city))
        )
        print(f"{row.id}  {row.name}  {marks}")
    context.say("cli.accounts.count", count=len(listed))
    return 0


def give_line(context: Context) -> int:
    """The stops of a week in order."""
    from kamdesk.reads.line import line_rows

    rows = line_rows(
        context.store(),
        monday=monday_meant(context),
        now=context.book_now(),
        words=context.words,
        holidays=context.holidays(),
    )
    if context.options.json:
        context.give(rows)
        return 0
    for row in rows:
        warned = "  ▲ " + "；".join(row["warnings"]) if row["warnings"] else ""
        time, minutes = row["time"] or "  —  ", "—" if row["minutes"] is None else row["minutes"]
        print(f"{row['date']}  {time}  {minutes:>3}  {row['account']}{warned}")
    context.say("cli.line.count", count=len(rows))
    return 0


def give_figures(context: Context) -> int:
    """The week's figures with what they are made of."""
    from kamdesk.domain.figures import FigureId
    from kamdesk.reads.figures import week_figures

    figures = week_figures(context.store(), monday=monday_meant(context), now=context.book_now())
    if context.options.json:
        context.give(
            [
                {
                    "id": figure.id,
                    "numerator": figure.numerator,
                    "denominator": figure.denominator,
                    "value": figure.value,
                }
                for figure in figures
            ]
        )
        return 0
    for figure in figures:
        name = context.words.text(f"figure.{figure.id}.name")
        if figure.id == FigureId.VISITS_DUE:
            print(f"{name}  {figure.numerator}")
            continue
        value = "—" if figure.value is None else f"{figure.value:.1%}"
        print(f"{name}  {value}  ({figure.numerator} ÷ {figure.denominator})")
    return 0
