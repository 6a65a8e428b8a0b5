"""The built-in kinds and the settings of whoever has changed none, as they come along in the package."""

from __future__ import annotations

from givequest.config.kinds import load_kinds
from givequest.domain.forest.species import species_by_kind
from givequest.domain.kinds import core_of
from givequest.domain.settings import default_settings

BUILT_IN = load_kinds()
CORE = core_of(BUILT_IN)
DEFAULTS = default_settings(BUILT_IN)
SPECIES = species_by_kind(BUILT_IN.values())
"""What each of them grows into."""
ORIGINS = {kind.id: kind.origin for kind in BUILT_IN.values()}
"""What is said of their plants."""
