"""The demo book: dealers of building materials in Zhejiang and Hubei, a rep's line, half a year of history.

All of it is invented. The word lists are in ``resources/demo``; what is drawn from them depends on the seed alone.
"""

from kamdesk.operations.demo.build import make_demo

__all__ = ["make_demo"]
