"""The command line: the window by default, a sub-command for everything a script or the office needs."""

from __future__ import annotations

import contextlib
import errno
import io
import logging
import os
import sys
from collections.abc import Sequence

from kamdesk.cli.context import Context, say_error
from kamdesk.cli.parser import build_parser, language_of
from kamdesk.domain.errors import KamdeskError
from kamdesk.words import Words

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Carries out one command; returns the exit code: 0 done, 2 an input can't be read, 1 anything else.

    A failure is told in words on standard error; whatever is unforeseen goes to the log, never to the user's screen.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    words = Words(language_of(arguments))
    parser = build_parser(words)
    try:
        options = parser.parse_args(arguments)
    except SystemExit as ended:
        return 1 if ended.code else 0
    context = Context(options, words)
    try:
        with contextlib.closing(context):
            code: int = options.carry_out(context)
            if sys.stdout is not None:  # a program without a console has none
                sys.stdout.flush()
            return code
    except KamdeskError as error:
        say_error(words, error)
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit as ended:
        return 1 if ended.code else 0
    except BrokenPipeError:
        _say_no_more()
        return 1
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            _say_no_more()
            print(words.text("cli.no_room"), file=sys.stderr)
            return 1
        print(words.text("cli.system_error", reason=error), file=sys.stderr)
        return 1
    except Exception:
        logging.getLogger("kamdesk").exception("unforeseen")
        print(words.text("cli.unforeseen", log=context.log_file()), file=sys.stderr)
        return 1


def _say_no_more() -> None:
    """What is left of the answer would be written when the process ends, and fail once more."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
