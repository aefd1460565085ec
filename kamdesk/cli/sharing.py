"""Accounts shared with colleagues; weeks closed and reopened."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from kamdesk.cli.context import Context
from kamdesk.cli.documents import account_meant, monday_meant
from kamdesk.domain.errors import RuleError
from kamdesk.words import Words

if TYPE_CHECKING:
    from kamdesk.reads.sharing import Share


def add_commands(command: Callable[[str], argparse.ArgumentParser], words: Words) -> None:
    """The commands of this room."""

    def text(code: str) -> str:
        return words.text(f"cli.help.{code}")

    share = command("share")
    share.add_argument("--account", metavar="NAME|ID", help=text("account"))
    share.add_argument("--with", dest="colleague", metavar="NAME", help=text("share_with"))
    share.add_argument("--since", metavar="2026-12-01", help=text("share_since"))
    share.add_argument("--until", metavar="2026-12-31", help=text("share_until"))
    share.add_argument("--for", dest="purpose", metavar="TEXT", help=text("share_for"))
    share.add_argument("--end", action="store_true", help=text("share_end"))
    share.add_argument("--json", action="store_true", help=text("json"))
    share.set_defaults(carry_out=share_accounts)

    close = command("close")
    close.add_argument("--week", metavar="2026-W48", help=text("week"))
    how = close.add_mutually_exclusive_group()
    how.add_argument("--reopen", action="store_true", help=text("close_reopen"))
    how.add_argument("--show", action="store_true", help=text("close_show"))
    close.add_argument("--json", action="store_true", help=text("json"))
    close.set_defaults(carry_out=close_or_reopen)


def share_accounts(context: Context) -> int:
    """Shares an account, ends sharing it, or lists what is shared."""
    from kamdesk.operations.week_end.sharing import end_sharing, share_account
    from kamdesk.reads.sharing import shares

    options = context.options
    now = context.book_now()
    if (options.account is None) is not (options.colleague is None):
        raise RuleError("share_usage")
    if options.account is None:
        if options.end or options.since or options.until or options.purpose:
            raise RuleError("share_usage")
    elif options.end:
        end_sharing(
            context.store(),
            account_id=account_meant(context),
            colleague=options.colleague,
            today=now.date(),
            now=now,
        )
    else:
        share_account(
            context.store(),
            account_id=account_meant(context),
            colleague=options.colleague,
            since=_day(options.since) or now.date(),
            until=_day(options.until),
            purpose=options.purpose,
            now=now,
        )
    found = shares(context.store(), today=now.date())
    if options.json:
        context.give([_share(each) for each in found])
    elif options.account is not None:
        said = "sharing.ended" if options.end else "sharing.shared"
        context.say(said, account=options.account, colleague=options.colleague)
    elif not found:
        context.say("sharing.none")
    else:
        for each in found:
            context.say(
                "sharing.line",
                account=each.account,
                shared_by=each.shared_by,
                colleague=each.colleague,
                since=each.since,
                until=each.until or context.words.text("sharing.open"),
                purpose=each.purpose or "",
            )
    return 0


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RuleError("day_format", text=text) from None


def _share(share: Share) -> dict[str, Any]:
    return {
        "account": share.account,
        "account_id": share.account_id,
        "colleague": share.colleague,
        "shared_by": share.shared_by,
        "since": share.since.isoformat(),
        "until": share.until.isoformat() if share.until else None,
        "purpose": share.purpose,
        "begun": share.begun,
    }


def close_or_reopen(context: Context) -> int:
    """Closes a week, reopens it, or says whether it is closed."""
    from kamdesk.domain.schedule import week_text
    from kamdesk.operations.week_end.closing import close_week, reopen_week
    from kamdesk.reads.week_end.closings import is_closed

    options = context.options
    store, monday, now = context.store(), monday_meant(context), context.book_now()
    if options.reopen:
        reopen_week(store, monday=monday, now=now)
    elif not options.show:
        close_week(store, monday=monday, now=now)
    closed = is_closed(store, monday)
    if options.json:
        context.give({"week": week_text(monday), "closed": closed})
    else:
        context.say("closing.closed" if closed else "closing.open", week=week_text(monday))
    return 0
