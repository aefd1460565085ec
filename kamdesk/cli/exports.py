"""Export: the whole book, a list, cards for a phone, the line for a calendar; templates to be filled in."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from kamdesk.cli.context import Context
from kamdesk.domain.schedule import parse_week
from kamdesk.words import Words

TEMPLATES = (
    "accounts", "contacts", "products", "prices", "orders", "order_lines", "sales", "receivables", "payments",
    "stock", "transit", "shares",
)  # fmt: skip
"""`kamdesk.exchange.out.templates.KINDS`."""
LISTS = (
    "accounts", "contacts", "visits", "promises", "line", "actions", "notes", "products", "prices", "orders",
    "order_lines", "sales", "stock", "transit", "receivables", "payments", "shares",
)  # fmt: skip
"""`kamdesk.reads.export.list_shape.KINDS`, which takes long to load."""


def add_commands(command: Callable[[str], argparse.ArgumentParser], words: Words) -> None:
    """The commands of this room."""
    parser = command("export")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="F", help=words.text("cli.help.export_output")
    )
    parser.add_argument("--kind", choices=LISTS, metavar="K", help=_kinds(words, "export_kind", LISTS))
    parser.add_argument("--week", metavar="2026-W48", help=words.text("cli.help.export_week"))
    parser.add_argument(
        "--vcard", choices=("3.0", "4.0"), default="3.0", help=words.text("cli.help.export_vcard")
    )
    parser.set_defaults(carry_out=write_export)

    template = command("template")
    template.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="F.xlsx",
        help=words.text("cli.help.template_output"),
    )
    template.add_argument(
        "--kind", choices=TEMPLATES, metavar="K", help=_kinds(words, "template_kind", TEMPLATES)
    )
    template.set_defaults(carry_out=make_template)


def _kinds(words: Words, code: str, kinds: tuple[str, ...]) -> str:
    return words.text(f"cli.help.{code}", kinds=", ".join(kinds))


def write_export(context: Context) -> int:
    """Writes what is asked for in the form that the file's name says."""
    from kamdesk.reads.export.carry_out import check_request, export

    options = context.options
    monday = parse_week(options.week) if options.week is not None else None
    check_request(options.output, options.kind, monday, context.words)
    written = export(
        context.store(),
        options.output,
        words=context.words,
        now=context.book_now(),
        holidays=context.holidays(),
        kind=options.kind,
        monday=monday,
        vcard=options.vcard,
    )
    context.say("cli.export.made", path=options.output, rows=written.rows)
    if written.attachments:
        context.say("cli.export.attachments", count=written.attachments)
    return 0


def make_template(context: Context) -> int:
    """Writes a workbook to be filled in; needs no book."""
    from kamdesk.exchange.out.templates import KINDS, write_template

    options = context.options
    kinds = (options.kind,) if options.kind else KINDS
    write_template(options.output, words=context.words, kinds=kinds)
    context.say("cli.template.made", path=options.output)
    return 0
