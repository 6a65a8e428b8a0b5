"""Names, dates and links as foreign programs write them."""

from __future__ import annotations

from datetime import date

import pytest

from givequest.importers.fields.dates import DayOrder, day_of_timestamp, named_month_day, yearly_day
from givequest.importers.fields.links import key_of, mail_of, page_of, path_in, phone_of
from givequest.importers.fields.names import is_nameless, without_letters_behind, without_ornaments


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Ana Berg", "Ana Berg"),
        ("Ana Berg 🚀", "Ana Berg"),
        ("★ Ana Berg ★", "Ana Berg"),
        ("Ana Berg (she/her)", "Ana Berg"),
        ("Ana Berg [sie/ihr]", "Ana Berg"),
        ("Ana Berg (née Holm)", "Ana Berg (née Holm)"),
        ("👩🏽‍💻 Ana Berg", "Ana Berg"),
        ("Ana 🇸🇪 Berg | ", "Ana Berg"),
        ("🚀", "🚀"),
        ("Anne-Marie O’Neil", "Anne-Marie O’Neil"),
        ("क्‍ष कुमार", "क्‍ष कुमार"),
    ],
)
def test_what_is_beside_a_name_to_be_seen_goes(name: str, plain: str) -> None:
    """Letters, joiners of scripts that need them, and a name that is nothing else stay."""
    assert without_ornaments(name) == plain


def test_degrees_behind_a_comma_go() -> None:
    """A name that begins with a comma stays."""
    assert without_letters_behind("Berg, MBA, PhD") == "Berg"
    assert without_letters_behind(", Berg") == ", Berg"


def test_a_name_has_a_letter_or_a_sign_in_it() -> None:
    """Full stops and dashes are nobody."""
    assert [name for name in ("", "-", "...", "_", "李", "7", "❤️") if is_nameless(name)] == ["", "-", "...", "_"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("14 Mar 2009", date(2009, 3, 14)),
        ("7-Feb-22", date(2022, 2, 7)),
        ("3. Mär 2022", date(2022, 3, 3)),
        ("3. März 2022", date(2022, 3, 3)),
        ("1er août 2021", date(2021, 8, 1)),
        ("5 juin 2021", date(2021, 6, 5)),
        ("5 juil. 2021", date(2021, 7, 5)),
        ("5 de dezembro de 2021", date(2021, 12, 5)),
        ("5 dic 2021", date(2021, 12, 5)),
        ("Mar 14, 2009", date(2009, 3, 14)),
        ("2009-03-14", date(2009, 3, 14)),
        ("29 Feb 2021", None),
        ("14 Mar 20", None),
        ("14 Xyz 2009", None),
        ("12/03/2009", None),
        ("", None),
    ],
)
def test_days_with_the_name_of_their_month(text: str, day: date | None) -> None:
    """In the languages that exports are in; a year that may be cut off is none."""
    assert named_month_day(text) == day


@pytest.mark.parametrize(
    ("all_dates", "text", "day"),
    [
        (["12/3/1985"], "12/3/1985", None),
        (["12/3/1985", "25/3/1990"], "12/3/1985", "1985-03-12"),
        (["12/3/1985", "3/25/1990"], "12/3/1985", "1985-12-03"),
        (["12/3/1985", "25/3/1990", "3/25/1990"], "12/3/1985", None),
        (["5/5/1985"], "5/5/1985", "1985-05-05"),
        (["3.12.1985"], "3.12.1985", "1985-12-03"),
        (["1985-12-03"], "1985-12-03", "1985-12-03"),
        (["31/2/1985"], "31/2/1985", None),
    ],
)
def test_an_order_of_day_and_month_has_to_be_proved(all_dates: list[str], text: str, day: str | None) -> None:
    """By another date of the same file; one that contradicts it proves nothing."""
    assert DayOrder(all_dates).yearly_day(text) == day


def test_a_yearly_day_of_google_may_begin_with_a_space() -> None:
    """As its exports write one without a year."""
    assert yearly_day(" --02-29") == "--02-29"


def test_timestamps() -> None:
    """Seconds since 1970, in UTC; nothing else."""
    assert day_of_timestamp(1400000000) == date(2014, 5, 13)
    assert [day_of_timestamp(value) for value in (0, -1, 2**40, "1400000000", None)] == [None] * 5


def test_pages_are_those_of_the_web() -> None:
    """Without a scheme, without a slash at the end, and nothing that could be carried out."""
    assert page_of("https://www.Example.org/Ana/?x=1") == "example.org/Ana?x=1"
    assert page_of("example.org") == "example.org"
    harmful = (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://a b.org",
        "https://user@evil.org",
        "http://[x",
        "x",
    )
    assert [page_of(text) for text in harmful] == [None] * len(harmful)
    assert path_in("https://de.linkedin.com/in/%C5%82ukasz/", "linkedin.com") == "in/łukasz"
    assert path_in("https://linkedin.com.evil.org/in/ana", "linkedin.com") is None


def test_mail_and_numbers_are_told() -> None:
    """As they were written, or not at all."""
    assert mail_of("mailto:ana@example.org") == "ana@example.org"
    assert [mail_of(text) for text in ("ana", "a b@c.de", "a@b", "a@b.c\x1b", "")] == [None, None, None, "a@b.c", None]
    assert [phone_of(text) for text in ("+46 (8) 000-00", "tel:123", "call me")] == ["+46 (8) 000-00", "123", None]


def test_a_contact_without_an_id_is_known_by_its_mail_else_by_name_and_number() -> None:
    """The last nine digits: whoever moves a number abroad does not become another person."""
    assert key_of("ana", ["tel +46 70 123 45 67", "mail Ana@Example.org"]) == "mail:ana@example.org"
    assert key_of("ana", ["tel +46 70 123 45 67"]) == key_of("ana", ["tel 0046701234567"]) == "name:ana|701234567"
