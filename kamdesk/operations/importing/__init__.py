"""Import of lists: all files in one transaction, one operation to undo, a report of what became of every row."""

from kamdesk.operations.importing.carry_out import import_files
from kamdesk.operations.importing.report import Counts, ImportReport, SheetReport

__all__ = ["Counts", "ImportReport", "SheetReport", "import_files"]
