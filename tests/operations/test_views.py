"""Views: saved, renamed, ordered, removed, each with its undo."""

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.operations.undo import undo
from kamdesk.operations.views import order_views, remove_view, rename_view, save_view
from kamdesk.reads.views import kept_views
from tests.books import NOW, only


def save(book: Store, name: str, content: str = "{}") -> str:
    return only(save_view(book, table="account", name=name, content=content, now=NOW), "saved_view")


def names(book: Store) -> list[str]:
    return [view.name for view in kept_views(book, table="account")]


def test_views_stand_in_the_order_they_were_saved_until_put_in_another(book: Store) -> None:
    ids = [save(book, name) for name in ("台州", "杭州", "武汉")]
    assert names(book) == ["台州", "杭州", "武汉"]
    changes = order_views(book, view_ids=ids[::-1], now=NOW)
    assert names(book) == ["武汉", "杭州", "台州"]
    undo(book, operation_id=changes.operation_id, now=NOW)  # type: ignore[arg-type]
    assert names(book) == ["台州", "杭州", "武汉"]
    assert kept_views(book, table="promise") == ()


def test_a_view_is_changed_renamed_and_removed_and_all_of_it_taken_back(book: Store) -> None:
    view = save(book, "台州")
    save_view(book, table="account", name="台州", content='{"text": "a"}', view_id=view, now=NOW)
    assert kept_views(book, table="account")[0].content == '{"text": "a"}'
    renamed = rename_view(book, view_id=view, name=" 台州城区 ", now=NOW)
    assert names(book) == ["台州城区"]
    removed = remove_view(book, view_id=view, now=NOW)
    assert names(book) == []
    for changes in (removed, renamed):
        undo(book, operation_id=changes.operation_id, now=NOW)  # type: ignore[arg-type]
    assert names(book) == ["台州"]


def test_two_views_never_have_one_name(book: Store) -> None:
    save(book, "台州")
    other = save(book, "杭州")
    with pytest.raises(RuleError, match="view_name_taken"):
        save(book, "台州")
    with pytest.raises(RuleError, match="view_name_taken"):
        rename_view(book, view_id=other, name="台州", now=NOW)
    with pytest.raises(RuleError, match="name_empty"):
        save(book, "  ")
    with pytest.raises(NotFound):
        remove_view(book, view_id="none", now=NOW)
