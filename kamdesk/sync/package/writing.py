"""Writes a week package: to a file beside its place, read back and verified, then put in place."""

from __future__ import annotations

import contextlib
import errno
import glob
import io
import os
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
import zstandard

from kamdesk.domain.errors import BookError
from kamdesk.sync.package.keys import Keys
from kamdesk.sync.package.lines import (
    CapsuleLine,
    EndLine,
    EntrustedLine,
    FileLine,
    Header,
    RowLine,
    StampLine,
)
from kamdesk.sync.package.sealing import seal, seal_by_passphrase

LEVEL = 6


def write_package(
    target: Path,
    header: Header,
    lines: Iterable[StampLine | RowLine | FileLine | CapsuleLine | EntrustedLine],
    *,
    keys: Keys,
    recipients: Sequence[str],
    passphrase: str | None,
    check: Callable[[Path], object],
) -> int:
    """Writes the package and returns how many rows are in it. Sealed to ``recipients``, or with ``passphrase``.

    ``check`` reads the file back before it takes its name, so that what stands at ``target`` is whole. Raises BookError
    where it can't be written; what stood there stays then.
    """
    _clear_remains(target)
    plain = io.BytesIO()
    rows = _write(plain, header, lines, keys)
    plain.seek(0)

    def fill(out: BinaryIO) -> None:
        os.chmod(out.name, 0o600)
        if passphrase is not None:
            out.write(seal_by_passphrase(plain.getvalue(), passphrase))
        else:
            seal(plain, out, recipients)

    try:
        write_whole(target, fill, check)
    except OSError as error:
        raise BookError("package_unwritten", path=target, reason=error.strerror or str(error)) from error
    return rows


def write_whole(
    target: Path, fill: Callable[[BinaryIO], object], check: Callable[[Path], object] | None = None
) -> None:
    """A file that takes its name once it is on the disk and ``check`` found it right; else what stood there stays.

    Raises OSError where it can't be written; BookError where there is no room for it.
    """
    work = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with work.open("xb") as out:
            fill(out)
            out.flush()
            os.fsync(out.fileno())
        if check is not None:
            check(work)
        os.replace(work, target)
        _sync_folder(target.parent)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise BookError("disk_full", path=target) from error
        raise
    finally:
        work.unlink(missing_ok=True)


def _write(out: io.BytesIO, header: Header, lines: Iterable[Any], keys: Keys) -> int:
    encode = msgspec.json.Encoder().encode
    digest = sha256()
    rows = 0
    with zstandard.ZstdCompressor(level=LEVEL).stream_writer(out, closefd=False) as stream:

        def put(line: object) -> None:
            data = encode(line) + b"\n"
            digest.update(data)
            stream.write(data)

        put(header)
        for line in lines:
            rows += isinstance(line, RowLine)
            put(line)
        signature = keys.sign(digest.digest()).hex()
        stream.write(encode(EndLine(rows, digest.hexdigest(), signature)) + b"\n")
    return rows


def _clear_remains(target: Path) -> None:
    """What a process that was ended left beside the target; one that still lives keeps its own."""
    for left in target.parent.glob(f".{glob.escape(target.name)}.*.part"):
        number = left.name.split(".")[-2]
        if os.name == "posix" and number.isdigit() and _lives(int(number)):
            continue
        with contextlib.suppress(OSError):
            left.unlink()


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return process != os.getpid()


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
