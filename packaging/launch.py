"""Where the frozen program begins."""

import sys

from kamdesk.__main__ import main

sys.exit(main())
