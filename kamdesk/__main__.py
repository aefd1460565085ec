"""`python -m kamdesk` and the console command."""

import sys

READ_WORKBOOK = "--read-workbook"


def main() -> int:
    """The program; with `READ_WORKBOOK` only the process that reads one workbook for it."""
    if sys.argv[1:2] == [READ_WORKBOOK]:
        from kamdesk.exchange.spreadsheets.child import serve

        return serve(sys.argv[2:])
    from kamdesk.cli import main as carry_out

    return carry_out()


if __name__ == "__main__":
    sys.exit(main())
