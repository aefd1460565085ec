"""`python -m kamdesk` and the console command."""

import sys

from kamdesk.cli import main

if __name__ == "__main__":
    sys.exit(main())
