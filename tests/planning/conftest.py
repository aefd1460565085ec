from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from kamdesk.planning.core import Core, load_core

MAKER = Path(__file__).parents[2] / "tools" / "make_core.py"


@pytest.fixture(scope="session")
def core(tmp_path_factory: pytest.TempPathFactory) -> Core:
    """The compiled search, built for these tests alone."""
    spec = importlib.util.spec_from_file_location("make_core", MAKER)
    assert spec is not None
    assert spec.loader is not None
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    made = maker.make_core(tmp_path_factory.mktemp("core"))
    if made is None:
        pytest.skip("no C compiler here")
    core = load_core(made)
    assert core is not None
    return core
