"""dev.py where things are not as they should be: a sentence for the person, never a traceback."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import venv
from pathlib import Path
from types import ModuleType

import pytest

posix = pytest.mark.skipif(os.name == "nt", reason="signals and folders as POSIX has them")


@pytest.fixture
def checkout(root: Path, tmp_path: Path) -> Path:
    """What dev.py reads of a checkout, without an environment."""
    for name in ("dev.py", "pyproject.toml", "constraints.txt"):
        shutil.copy(root / name, tmp_path)
    return tmp_path


@pytest.fixture
def no_index(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which pip finds nothing, as without a network."""
    empty = tmp_path_factory.mktemp("index")
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    return {**environ, "PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(empty)}


def run(
    checkout: Path, *arguments: str, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(checkout / "dev.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=env, cwd=checkout, check=False)


@pytest.mark.parametrize(("arguments", "code"), [([], 0), (["--help"], 0), (["tset"], 1)])
def test_help_goes_to_standard_error(checkout: Path, arguments: list[str], code: int) -> None:
    done = run(checkout, *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert "dev.py run -- ARGS" in done.stderr


@pytest.mark.parametrize(
    "there", [True, pytest.param(False, marks=pytest.mark.long)], ids=["an environment", "none yet"]
)
def test_without_a_network_it_says_so(checkout: Path, no_index: dict[str, str], there: bool) -> None:
    if there:  # with pip, which it takes seconds to put there
        venv.create(checkout / ".venv", system_site_packages=True)
    done = run(checkout, "run", env=no_index)
    assert done.returncode == 1
    assert "Is there a network?" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert not (checkout / ".venv" / "stamp").exists()


@posix
def test_a_folder_that_cannot_be_written(checkout: Path, no_index: dict[str, str]) -> None:
    (checkout / ".venv").write_text("in the way", encoding="utf-8")
    done = run(checkout, "run", env=no_index)
    assert done.returncode == 1
    assert "dev.py: " in done.stderr
    assert "Traceback" not in done.stderr
    assert (checkout / ".venv").read_text("utf-8") == "in the way"


@posix
def test_control_c_ends_everything_with_one_sentence(checkout: Path, no_index: dict[str, str]) -> None:
    command = [sys.executable, str(checkout / "dev.py"), "run"]
    with subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        text=True,
        env=no_index,
        cwd=checkout,
        process_group=0,
        # Whoever runs the tests in the background has the signal ignored, and a process inherits that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        assert process.stderr is not None
        said = process.stderr.readline()
        assert "making .venv" in said
        os.killpg(process.pid, signal.SIGINT)
        said += process.stderr.read()
    assert process.returncode == 130
    assert "run it again" in said
    assert "Traceback" not in said


class TestSystemPackages:
    @pytest.fixture
    def apt(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """An apt-cache that knows the names in a file and none before."""
        names = tmp_path / "names"
        names.write_text("", encoding="utf-8")
        script = tmp_path / "bin" / "apt-cache"
        script.parent.mkdir()
        script.write_text(f'#!/bin/sh\ngrep -qx "$2" {names} && echo "Package: $2"\n', encoding="utf-8")
        script.chmod(0o755)
        monkeypatch.setenv("PATH", str(script.parent), prepend=os.pathsep)
        return names

    @posix
    @pytest.mark.parametrize("release", ["libglib2.0-0", "libglib2.0-0t64"])
    def test_the_name_of_the_release_is_taken(self, dev: ModuleType, apt: Path, release: str) -> None:
        apt.write_text(f"libegl1\n{release}\n", encoding="utf-8")
        wanted = [dev.LIBRARIES["libEGL.so.1"], dev.LIBRARIES["libglib-2.0.so.0"]]
        assert dev.known_packages(wanted) == ["libegl1", release]

    @posix
    def test_lists_that_lack_one_must_be_renewed(self, dev: ModuleType, apt: Path) -> None:
        apt.write_text("libegl1\n", encoding="utf-8")
        assert dev.known_packages([["libegl1"], ["libgl1"]]) is None

    def test_nothing_is_missing_here(self, dev: ModuleType) -> None:
        assert dev.missing_packages(window=False, test=False) == []

    def test_what_is_missing_is_named(self, dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(dev.LIBRARIES, "libnowhere.so.9", ["libnowhere9"])
        assert dev.missing_packages(window=False, test=False) == [["libnowhere9"]]


class TestStamp:
    @pytest.fixture
    def place(self, dev: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """dev.py told that it lies in a checkout with a ready environment."""
        environment = checkout / ".venv"
        for name, path in {"ROOT": checkout, "VENV": environment, "PYTHON": environment / "python"}.items():
            monkeypatch.setattr(dev, name, path)
        monkeypatch.setattr(dev, "KAMDESK", environment / "kamdesk")
        environment.mkdir()
        for name in ("python", "kamdesk"):
            (environment / name).touch()
        (environment / "stamp").write_text(dev.wanted_stamp(""), encoding="utf-8")
        return checkout

    def test_the_second_run_does_nothing(self, dev: ModuleType, place: Path) -> None:
        assert dev.ready("")

    @pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
    def test_another_pin_or_need_is_followed(self, dev: ModuleType, place: Path, name: str) -> None:
        with (place / name).open("a", encoding="utf-8") as file:
            file.write("# more\n")
        assert not dev.ready("")

    def test_the_tests_need_more(self, dev: ModuleType, place: Path) -> None:
        assert not dev.ready("dev")

    def test_what_serves_the_tests_serves_the_program(self, dev: ModuleType, place: Path) -> None:
        (place / ".venv" / "stamp").write_text(dev.wanted_stamp("dev"), encoding="utf-8")
        assert dev.ready("")


def test_these_tests_are_found_without_being_named(root: Path) -> None:
    """pytest passes folders called build over unless told otherwise."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "tests", "--ignore-glob=*/qt"]
    command += [f"--ignore={path}" for path in root.glob("tests/*/") if path.name not in ("build", "qt")]
    done = subprocess.run(command, capture_output=True, text=True, cwd=root, check=False)
    assert "tests/build/test_dev.py" in done.stdout


def test_arguments_and_exit_code_are_those_of_the_command(dev: ModuleType) -> None:
    if not dev.ready("dev"):
        pytest.skip("this environment was not made by dev.py")
    command = [sys.executable, str(dev.ROOT / "dev.py"), "run", "--", "no-such-command"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    direct = subprocess.run(
        [str(dev.KAMDESK), "no-such-command"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (direct.returncode, direct.stdout, direct.stderr)
    assert done.returncode != 0
