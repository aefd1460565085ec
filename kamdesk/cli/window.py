"""The window, or a picture of it."""

from __future__ import annotations

from kamdesk.cli.context import Context


def show(context: Context) -> int:
    """Opens the window on the book; with `--picture` saves a picture of it and ends."""
    from kamdesk.bootstrap import run_window

    options = context.options
    return run_window(
        book=options.book,
        secret=context.secret,
        places=context.places,
        language=options.language,
        now=context.now() if options.now else None,
        picture=getattr(options, "picture", None),
    )
