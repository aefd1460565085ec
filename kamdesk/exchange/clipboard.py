"""Cells copied in a spreadsheet, as it puts them on the clipboard."""

from __future__ import annotations

import codecs

from kamdesk.exchange.source import Source


def pasted(html: str, text: str, name: str) -> Source | None:
    """A list of the copied cells; None where the clipboard holds none.

    The HTML is preferred: it tells merged cells, and numbers in full that are shown as 1.38E+10.
    """
    if "<table" in html.lower() and "<td" in html.lower():
        return Source(name, codecs.BOM_UTF8 + html.encode("utf-8", "replace"))
    if text.strip() and ("\t" in text or "\n" in text.strip()):
        return Source(name, codecs.BOM_UTF8 + text.encode("utf-8", "replace"))
    return None
