"""A clock that is wrong is noticed by what was logged later than now."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from givequest.domain.records import read_record

from .keeping import NOW, deed, log, service_at


@pytest.mark.parametrize(("ahead", "noticed"), [(timedelta(hours=23), False), (timedelta(hours=25), True)])
def test_a_record_of_more_than_a_day_ahead_is_noticed(tmp_path: Path, ahead: timedelta, noticed: bool) -> None:
    """Less than that is a journey."""
    service = service_at(tmp_path)
    log(service, deed("a", at=(NOW + ahead).isoformat()))
    assert (service.moment_ahead(NOW) is not None) is noticed


def test_a_clock_set_years_back_is_noticed(tmp_path: Path) -> None:
    """Nothing of it depends on there being a file of the year that the clock says."""
    service = service_at(tmp_path)
    log(service, deed("a"))
    assert service.moment_ahead(datetime(1999, 1, 1, tzinfo=UTC)) is not None


def test_a_day_off_planned_for_next_year_is_no_reason_to_doubt(tmp_path: Path) -> None:
    """It counts when something was logged, not for which day."""
    service = service_at(tmp_path)
    log(service, deed("a", date(2027, 5, 1), type="rest", kind=None, at=NOW.isoformat()))
    assert service.moment_ahead(NOW) is None


def test_a_day_off_that_was_written_without_a_moment_says_nothing_of_the_clock(tmp_path: Path) -> None:
    """An import, or a script, that gives a day alone; one that was logged by a clock that was ahead does."""
    service = service_at(tmp_path)
    planned = read_record({"type": "rest", "id": "a", "day": "2026-12-24"})
    log(service, planned, read_record({"type": "rest", "id": "b", "day": "2027-01-02"}))
    assert service.moment_ahead(NOW) is None
    log(service, planned._replace(id="c", at="2027-02-01T08:15:00+01:00"))
    log(service, read_record({"type": "rest", "id": "d", "day": "2027-02-01", "at": "2027-02-01T08:15:00+01:00"}))
    assert service.moment_ahead(NOW) == datetime.fromisoformat("2027-02-01T08:15:00+01:00")


def test_the_latest_moment_is_that_of_the_clock_and_not_of_the_letters(tmp_path: Path) -> None:
    """A page from Tokyo is earlier than one from Los Angeles that is written with an earlier hour."""
    service = service_at(tmp_path)
    log(service, deed("a", at="2026-11-26T09:00:00+09:00"), deed("b", at="2026-11-25T20:00:00-08:00"))
    assert service.moment_ahead(NOW) == datetime.fromisoformat("2026-11-25T20:00:00-08:00")


def test_nobodys_text_is_taken_for_a_time(tmp_path: Path) -> None:
    """Not even one that was written to be."""
    service = service_at(tmp_path)
    log(service, deed("a", note='"at":"2999-01-01T00:00:00+00:00"'))
    assert service.moment_ahead(NOW) is None


@pytest.mark.parametrize("data", [b"", b"{", b'"at":"9999-99-99T99:99:99+00:00"', b'"at":"2999-01-01T00:00:00"'])
def test_what_cannot_be_read_says_nothing_of_the_time(tmp_path: Path, data: bytes) -> None:
    """Never an error: this is looked at beside everything else."""
    (tmp_path / "ledger").mkdir()
    (tmp_path / "ledger" / "2026.json").write_bytes(data)
    assert service_at(tmp_path).moment_ahead(NOW) is None
