"""Their departments against our counterparts."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain.departments import Department, Gap, department_matrix, department_of


@dataclass(frozen=True)
class Person:
    id: str
    department: str | None = None
    title: str | None = None
    counterpart: str | None = None


@pytest.mark.parametrize(
    ("department", "title", "found"),
    [
        ("采购部", "经理", Department.BUYING),
        (None, "采购总监", Department.BUYING),
        (None, "财务总监", Department.FINANCE),
        (None, "总监", Department.MANAGEMENT),
        (None, "店主", Department.MANAGEMENT),
        (None, "店长", Department.OPERATIONS),
        ("仓库", "主管", Department.LOGISTICS),
        ("试验室", None, Department.TECHNICAL),
        ("purchasing", None, Department.BUYING),
        (None, "Managing Director", Department.MANAGEMENT),
        (None, "accountant", Department.FINANCE),
        ("三楼", "小王", None),
        (None, None, None),
    ],
)
def test_a_department_by_its_words_else_by_the_title(
    department: str | None, title: str | None, found: Department | None
) -> None:
    assert department_of(department, title) == found


def test_gaps_are_named() -> None:
    people = [
        Person("huang", "采购部", counterpart="林岚"),
        Person("ye", "采购部"),
        Person("li", "财务部", counterpart="钱文"),
        Person("lin", "仓库"),
        Person("somebody"),
    ]
    found = {each.department: each for each in department_matrix(people)}
    assert found[Department.BUYING].gap is None
    assert found[Department.BUYING].people == ("huang", "ye")
    assert found[Department.FINANCE].gap is Gap.SINGLE
    assert found[Department.LOGISTICS].gap is Gap.NO_COUNTERPART
    assert found[Department.TECHNICAL].gap is Gap.NOBODY
    assert found[None].people == ("somebody",)


words = st.sampled_from([None, "采购部", "财务部", "三楼", "经理", "engineering"])


@given(st.lists(st.tuples(words, words, st.sampled_from([None, "林岚"])), max_size=20))
def test_everybody_is_in_one_department_and_none_is_left_out(
    given_people: list[tuple[str | None, str | None, str | None]],
) -> None:
    people = [Person(str(number), *rest) for number, rest in enumerate(given_people)]
    matrix = department_matrix(people)
    assert sorted(key for each in matrix for key in each.people) == sorted(person.id for person in people)
    assert {each.department for each in matrix} >= set(Department)
    for each in matrix:
        assert (each.gap is Gap.NOBODY) == (not each.people)
