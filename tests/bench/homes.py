"""Homes with invented histories, made by the program's own `import` and kept for the next run."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from itertools import chain
from pathlib import Path

from .history import write_calendar_years, write_history
from .people import write_people
from .program import Program, ProgramError, run


class Homes:
    """A folder of homes; each is copied before it is used, so that every run starts from the same state."""

    def __init__(self, program: Program, folder: Path | None = None) -> None:
        """Keep homes in a folder, or in one under the temporary folder of the system."""
        self._program = program
        self.folder = folder or Path(tempfile.gettempdir()) / f"givequest-bench-{os.getuid()}"
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.until = (datetime.now() - timedelta(hours=4)).date() - timedelta(days=1)
        self._prefix = f"{program.fingerprint()}-{self.until}"

    @property
    def last_full_day(self) -> date:
        """The last day of the newest year that is over."""
        return date(self.until.year - 1, 12, 31)

    @contextmanager
    def copied(self, years: int) -> Iterator[Path]:
        """Lend a copy of a home of so many years, up to yesterday, with people and books; of none, an empty one."""

        def lines() -> Iterable[str]:
            return chain(write_history(years, self.until), write_people(self.until)) if years else ()

        with self._copied(f"{years}y", lines) as home:
            yield home

    @contextmanager
    def copied_full_year(self, behind: int) -> Iterator[Path]:
        """Lend a copy of a home whose newest year is the last full one, with `behind` years behind it."""
        year = self.last_full_day.year
        with self._copied(f"full-{behind}", lambda: write_calendar_years(year - behind, year)) as home:
            yield home

    @contextmanager
    def _copied(self, name: str, lines: Callable[[], Iterable[str]]) -> Iterator[Path]:
        home = self._home(name, lines)
        copies = Path(tempfile.mkdtemp(prefix="run-", dir=self.folder))
        try:
            yield Path(shutil.copytree(home, copies / home.name))
        finally:
            shutil.rmtree(copies, ignore_errors=True)

    def sweep(self, everything: bool = False) -> None:
        """Delete the homes of other days and of other versions of the program, or all."""
        for home in self.folder.iterdir():
            if home.is_dir() and (everything or not home.name.startswith((self._prefix, "run-"))):
                shutil.rmtree(home)

    def _home(self, name: str, lines: Callable[[], Iterable[str]]) -> Path:
        home = self.folder / f"{self._prefix}-{name}"
        if home.is_dir():
            return home
        print(f"making the home {name} …", file=sys.stderr, flush=True)
        making = Path(tempfile.mkdtemp(prefix="run-", dir=self.folder))
        try:
            source = making / "history.jsonl"
            source.write_text("".join(f"{line}\n" for line in lines()), encoding="utf-8")
            (making / "home").mkdir(mode=0o700)
            if source.stat().st_size:
                run(self._program.command(making / "home", "import", str(source)))
                self._check(making / "home", source)
            (making / "home").rename(home)
        finally:
            shutil.rmtree(making, ignore_errors=True)
        return home

    def _check(self, home: Path, source: Path) -> None:
        """Refuse to measure a home that does not hold every line that was imported."""
        imported = source.read_text("utf-8").count("\n")
        lines = run(self._program.command(home, "export")).splitlines()
        held = sum('"type": "rules"' not in line for line in lines)  # what was due is written with an import
        if held != imported:
            raise ProgramError(f"of {imported} lines that were imported, {held} came out again.")
