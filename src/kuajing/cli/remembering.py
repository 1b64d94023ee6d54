"""Where answers of the SQL engine and of readers are kept between runs: as asked for, else in the folder that the system names."""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from kuajing.lineage.remembering import Remembered
    from kuajing.readers.remembering import RememberedFacts
    from kuajing.source.kept import KeptAnswers

OFF = "off"
"""The value of KUAJING_CACHE that keeps nothing."""

Function = Callable[..., Any]


def cache_options(function: Function) -> Function:
    """Where to keep answers, or not to keep any."""
    no_cache = click.option(
        "--no-cache", is_flag=True, help="Neither use nor keep earlier answers 不使用缓存."
    )
    cache = click.option(
        "--cache",
        metavar="FOLDER",
        help="Folder of earlier answers (default: KUAJING_CACHE, else the user's cache folder) 缓存文件夹.",
    )
    return cache(no_cache(function))


def cache_folder(asked: str | None) -> Path | None:
    """The folder where answers are kept; None where nobody wants them kept, or there is no home."""
    named = asked or os.environ.get("KUAJING_CACHE")
    if named:
        return None if named == OFF else Path(named)
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    if home:
        return Path(home) / "kuajing"
    try:
        return Path.home() / ".cache" / "kuajing"
    except RuntimeError:
        return None


@contextmanager
def remembering(asked: str | None = None, *, no_cache: bool = False) -> "Iterator[Remembered | None]":
    """The answers of earlier runs, kept for later ones at the end; None where they cannot be, which is no fault."""
    with _kept(asked, no_cache=no_cache) as store:
        yield None if store is None else _of_sql(store)


@contextmanager
def remembering_facts(
    asked: str | None = None, *, no_cache: bool = False
) -> "Iterator[tuple[Remembered, RememberedFacts] | None]":
    """The answers of the SQL engine and those of readers, likewise."""
    with _kept(asked, no_cache=no_cache) as store:
        if store is None:
            yield None
            return
        from kuajing.readers.remembering import RememberedFacts  # noqa: PLC0415  loads sqlglot

        yield _of_sql(store), RememberedFacts(store, _readers())


@contextmanager
def _kept(asked: str | None, *, no_cache: bool) -> "Iterator[KeptAnswers | None]":
    folder = None if no_cache else cache_folder(asked)
    if folder is None:
        yield None
        return
    from kuajing.source.kept import kept_answers  # noqa: PLC0415  loads sqlite3

    store = kept_answers(folder)
    if store is None:
        yield None
        return
    try:
        yield store
    finally:
        store.close()


def _of_sql(store: "KeptAnswers") -> "Remembered":
    from kuajing.lineage.remembering import Remembered  # noqa: PLC0415  loads sqlglot

    gc.freeze()  # what has been loaded stays; to look through it for circles would cost as much as the answers
    return Remembered(store, _engine())


def _engine() -> str:
    """What answers hang on beside the request: our code that reads SQL, and the parser it uses."""
    from importlib.metadata import version  # noqa: PLC0415

    from kuajing import __version__  # noqa: PLC0415
    from kuajing.source.packaged import stamp_of  # noqa: PLC0415

    return " ".join((__version__, version("sqlglot"), stamp_of("kuajing.lineage")))


_CODE = ("addresses", "embedded", "lineage", "model", "readers", "source", "taxonomies")
"""The packages whose code decides what is read of a text."""
_TABLE = "vocabulary/fides.yaml"
"""The one table under `rules/` on which it hangs what a reader says: what the words of a map mean."""
_PARSERS = ("PyYAML", "lark", "markdown-it-py", "python-hcl2", "sqlglot")


def _readers() -> str:
    """What answers of readers hang on beside the text: all code that reads, its table of words, and the parsers that it uses."""
    from hashlib import sha256  # noqa: PLC0415
    from importlib.metadata import version  # noqa: PLC0415

    from kuajing import __version__  # noqa: PLC0415
    from kuajing.source.packaged import packaged_digest, packaged_text, stamp_of  # noqa: PLC0415

    packages = [f"kuajing.{name}" for name in _CODE]
    stamps = [packaged_digest("", ".py", but="\0", package=one) or stamp_of(one) for one in packages]
    table = sha256(packaged_text(_TABLE).encode()).hexdigest()
    return " ".join((__version__, sys.version, *map(version, _PARSERS), table, *stamps))
