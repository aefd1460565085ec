"""Gathers the window's texts into ``resources/translations/*.ts`` and compiles these to ``.qm``.

    python tools/make_translations.py

Texts are English literals in ``tr``, in ``translate`` and in ``ui/*.ui``. ``kamdesk_zh.ts`` holds the Chinese,
filled in by hand or with Qt Linguist; ``kamdesk_en.ts`` holds the plural forms of what counts (``%n``). Both are
committed, and compiled as well.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
LANGUAGES = {"zh": "zh_CN", "en": "en"}


def tool(name: str, *arguments: str | Path) -> None:
    subprocess.run(
        [Path(sys.executable).with_name(f"pyside6-{name}"), *arguments],
        check=True,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
    )


def sources() -> list[Path]:
    """Where the window's texts stand. The compiled forms repeat the ``.ui`` and are left out."""
    code = (path for path in (ROOT / "kamdesk" / "qt").rglob("*.py") if "forms" not in path.parts)
    return sorted(path.relative_to(ROOT) for path in [*code, *(ROOT / "ui").glob("*.ui")])


def counted() -> list[str]:
    """The calls of ``translate`` that count, with a number in place of what they count.

    lupdate takes a text for a counted one only where the count is a literal, or in ``tr``.
    """
    calls = set()
    for path in sources():
        for node in ast.walk(parsed(path)):
            match node:
                case ast.Call(
                    ast.Name("translate"), [ast.Constant(context), ast.Constant(text), ast.Constant(), _]
                ):
                    calls.add(f'translate("{context}", "{text}", "", 1)')
    return sorted(calls)


def parsed(path: Path) -> ast.AST:
    return ast.parse((ROOT / path).read_text(encoding="utf-8") if path.suffix == ".py" else "")


def make_ts(folder: Path) -> None:
    """Brings the ``.ts`` in ``folder`` up to what the code says: new texts go in, vanished ones go out."""
    with tempfile.TemporaryDirectory() as name:
        first = Path(name) / "counted.py"
        first.write_text("\n".join(counted()), encoding="utf-8")
        for language, locale in LANGUAGES.items():
            options = [
                "-locations",
                "none",
                "-no-obsolete",
                "-source-language",
                "en",
                "-target-language",
                locale,
            ]
            if language == "en":
                options.append("-pluralonly")
            tool("lupdate", *options, first, *sources(), "-ts", folder / f"kamdesk_{language}.ts")


def misread(texts: Path) -> list[str]:
    """Texts with ``%n`` that lupdate did not take for counted ones: "1 days" would be said of them."""
    return [
        str(message.findtext("source"))
        for message in ET.parse(texts).iter("message")
        if "%n" in (message.findtext("source") or "") and message.get("numerus") != "yes"
    ]


def unheard(texts: Path) -> list[str]:
    """``file:line: text`` that lupdate passed over, as it does inside an f-string: it would stay English."""
    known = {message.findtext("source") for message in ET.parse(texts).iter("message")}
    found = []
    for path in sources():
        for node in ast.walk(parsed(path)):
            match node:
                case ast.Call(ast.Attribute(attr="tr"), [ast.Constant(text), *_]) if text not in known:
                    found.append(f"{path}:{node.lineno}: {text}")
                case ast.Call(ast.Name("translate"), [_, ast.Constant(text), *_]) if text not in known:
                    found.append(f"{path}:{node.lineno}: {text}")
    return found


def make_qm(source: Path, target: Path) -> None:
    for language in LANGUAGES:
        name = f"kamdesk_{language}"
        tool("lrelease", "-silent", source / f"{name}.ts", "-qm", target / f"{name}.qm")


def stale_translations() -> list[str]:
    """The ``.ts`` that lack a text of the code or hold one too many, the ``.qm`` that differ from them."""
    kept = [TRANSLATIONS / f"kamdesk_{language}.ts" for language in LANGUAGES]
    if missing := [path.name for path in kept if not path.is_file()]:
        return missing
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path in kept:
            shutil.copy(path, folder)
        make_ts(folder)
        make_qm(TRANSLATIONS, folder)
        made = {path.name: path.read_bytes() for path in folder.iterdir()}
    return sorted(
        name
        for name, content in made.items()
        if not (TRANSLATIONS / name).is_file() or (TRANSLATIONS / name).read_bytes() != content
    )


def untranslated() -> list[str]:
    """``file: text`` for every text that still waits for a translator."""
    waiting = []
    for path in sorted(TRANSLATIONS.glob("*.ts")):
        for message in ET.parse(path).iter("message"):
            translation = message.find("translation")
            text = "" if translation is None else "".join(translation.itertext())
            if translation is None or translation.get("type") == "unfinished" or not text.strip():
                waiting.append(f"{path.name}: {message.findtext('source')}")
    return waiting


if __name__ == "__main__":
    TRANSLATIONS.mkdir(parents=True, exist_ok=True)
    make_ts(TRANSLATIONS)
    make_qm(TRANSLATIONS, TRANSLATIONS)
    for text in untranslated():
        print(f"to be translated: {text}", file=sys.stderr)
