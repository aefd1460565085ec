"""`line solve`: the answer alone on standard output, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kamdesk.planning import solving
from kamdesk.planning.checker import Fault, check
from kamdesk.planning.problem import Plan, Problem, Slot, Unserved
from kamdesk.planning.reading import read_problem
from tests.cli.conftest import Call
from tests.planning.cities import city, form, stop, window


def written(tmp_path: Path, asked: Any) -> Path:
    path = tmp_path / "problem.json"
    path.write_text(json.dumps(asked), encoding="utf-8")
    return path


def test_the_answer_is_a_plan_that_the_checker_finds_good(call: Call, tmp_path: Path) -> None:
    asked = city(3, 12)
    asked["stops"].append(stop("far", 900))
    said = call(
        "line", "solve", written(tmp_path, asked), "--iterations", 20, "--seed", 5, "--language", "en"
    )
    assert (said.code, said.err) == (0, "")
    told = said.json
    assert set(told) >= {"slots", "unserved", "travel_minutes", "seconds", "iterations"}
    slots = []
    for slot in told["slots"]:
        hour, minute = slot["time"].split(":")
        slots.append(Slot(slot["id"], slot["weekday"], 60 * int(hour) + int(minute), slot["first_week"]))
    left = tuple(Unserved(each["id"], each["code"]) for each in told["unserved"])
    plan = Plan(slots=tuple(slots), unserved=left, travel=tuple(told["travel_minutes"]))
    assert check(read_problem(asked), plan) == ()
    assert "alone on a day" in {each["id"]: each["why"] for each in told["unserved"]}["far"]
    again = call("line", "solve", written(tmp_path, asked), "--iterations", 20, "--seed", 5)
    assert again.json["slots"] == told["slots"]
    python = call("line", "solve", written(tmp_path, asked), "--iterations", 20, "--seed", 5, "--python")
    assert (python.json["slots"], python.json["compiled"]) == (told["slots"], False)


def test_why_in_the_language_asked_for(call: Call, tmp_path: Path) -> None:
    path = written(tmp_path, form(stop("x", windows=[window(7, "09:00", "10:00")])))
    said = call("line", "solve", path, "--iterations", 0, "--language", "zh")
    assert said.json["unserved"] == [
        {"id": "x", "why": "客户的接待时间都不在工作日", "code": "closed_on_workdays"}
    ]


def test_a_fault_in_the_file(call: Call, tmp_path: Path) -> None:
    path = written(tmp_path, form(stop("x", every_weeks=3)))
    said = call("line", "solve", path, "--language", "en")
    assert (said.code, said.out) == (2, "")
    assert "stops[0].every_weeks" in said.err
    assert call("line", "solve", tmp_path / "none.json").code == 2
    said = call("line", "solve", written(tmp_path, [1]), "--language", "en")
    assert (said.code, said.out) == (2, "")
    assert "as a whole" in said.err


@pytest.mark.parametrize(
    "option", [("--seconds", "-1"), ("--seconds", "nan"), ("--iterations", "-1"), ("--seed", "x")]
)
def test_an_option_that_makes_no_sense(call: Call, tmp_path: Path, option: tuple[str, str]) -> None:
    said = call("line", "solve", written(tmp_path, form()), *option)
    assert (said.code, said.out) == (1, "")
    assert option[0] in said.err


def test_a_plan_that_the_checker_refuses_is_not_printed(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(problem: Problem, plan: Plan) -> tuple[Fault, ...]:
        return (Fault("late", "x"),)

    monkeypatch.setattr(solving, "check", refuse)
    said = call("line", "solve", written(tmp_path, form(stop("x"))), "--iterations", 0)
    assert (said.code, said.out) == (1, "")
    assert said.err
