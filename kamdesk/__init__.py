"""Everything the program is made of; `kamdesk.__main__` starts it."""

__version__ = "0.1.0"
