"""What is said of a list is said in the reader's words."""

from __future__ import annotations

import pytest

from kamdesk.domain.changes import Changes
from kamdesk.operations.importing.called import FIELDS, column_called
from kamdesk.operations.importing.report import Counts, ImportReport
from kamdesk.operations.importing.telling import report_lines
from kamdesk.words import Words


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_a_field_of_the_book_is_named_in_chinese(field: str) -> None:
    assert not column_called(field, Words("zh")).isascii()


def test_a_header_of_the_list_stands_as_it_is() -> None:
    assert column_called("Firma", Words("zh")) == "Firma"


def test_nothing_new_is_not_said_plainly_where_questions_wait() -> None:
    waiting = ImportReport({"accounts": Counts(to_decide=2)}, (), (), 0, Changes("import.list"))
    assert report_lines(waiting, Words("en"))[0].endswith("2 questions wait for your answer.")
    idle = ImportReport({}, (), (), 0, Changes("import.list"))
    assert report_lines(idle, Words("en"))[0] == "Nothing new; the book is unchanged."
