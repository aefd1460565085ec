"""The table of informants is joined by one read alone."""

from pathlib import Path

import kamdesk

ALLOWED = {
    "reads/confidential.py",
    "reads/export/shape.py",  # names it as one that is kept back
    "operations/confidential.py",
    "operations/steps.py",
    "domain/contact.py",
    "db/mapping.py",
    "reads/merging.py",  # counts it among what a merge says nothing of
    "operations/entrusting.py",
    "operations/week_end/shared_rows.py",  # what is sealed to whom the rep names
    "sync/book/shapes.py",  # names it as one that no package tells
    "db/tables/__init__.py",
    "db/tables/contacts.py",
    "db/migrations/versions/0001_first_book.py",
    "db/migrations/versions/0009_entrusted.py",
    "db/migrations/versions/0010_handed_on.py",
}


def test_nothing_but_the_confidential_read_names_the_table() -> None:
    root = Path(kamdesk.__file__).parent
    found = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if "informant_assignment" in path.read_text("utf-8")
        or "InformantAssignment" in path.read_text("utf-8")
    }
    assert {name for name in found if not name.startswith("operations/demo/")} <= ALLOWED
