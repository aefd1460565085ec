"""A whole book's workbook taken in again: rows find their own by their ids, in one step that can be undone."""

from kamdesk.operations.importing.whole.carry_out import import_book, whole_book

__all__ = ["import_book", "whole_book"]
