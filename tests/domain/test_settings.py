"""Settings: each is declared in one place, with its default, its check and its form in the config file."""

from __future__ import annotations

import pytest

from givequest.domain.settings import PLAIN_SETTINGS, Settings

from ..built_in import DEFAULTS


def test_every_setting_that_is_no_table_has_a_check() -> None:
    """One without would be a key that the config file does not know."""
    assert PLAIN_SETTINGS.keys() == set(Settings._fields) - {"kinds", "core", "fade", "keys"}


@pytest.mark.parametrize("name", PLAIN_SETTINGS)
def test_a_default_is_read_back_from_what_is_written_of_it(name: str) -> None:
    """So it may stand in the config file."""
    assert PLAIN_SETTINGS[name].read(DEFAULTS.as_written(name)) == getattr(DEFAULTS, name)


@pytest.mark.parametrize("name", PLAIN_SETTINGS)
@pytest.mark.parametrize("value", [None, [], {}, 0.5, -1, "no\x1bne", 8])
def test_what_no_setting_can_be_is_refused(name: str, value: object) -> None:
    """By all of them, without an error."""
    assert PLAIN_SETTINGS[name].read(value) is None
