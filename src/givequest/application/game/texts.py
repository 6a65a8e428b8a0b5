"""The packaged texts that a game is played with; none is there before it is given or asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from givequest.domain.morning.lines import Mornings
    from givequest.domain.morning.stories import Stories
    from givequest.domain.noticeboard.spot_cards import SpotTexts
    from givequest.domain.progress.titles import Titles


class GameTexts:
    """What levels are called, the lines of mornings, the story that quiet days tell, the words of the noticeboard."""

    @cached_property
    def titles(self) -> Titles:
        """What the levels are called."""
        from givequest.domain.progress.titles import Titles

        return Titles()

    @cached_property
    def mornings(self) -> Mornings:
        """The lines that mornings begin with."""
        from givequest.domain.morning.lines import NO_MORNINGS

        return NO_MORNINGS

    @cached_property
    def stories(self) -> Stories:
        """The sentences of the story that quiet days tell."""
        from givequest.domain.morning.stories import NO_STORIES

        return NO_STORIES

    @cached_property
    def spot_texts(self) -> SpotTexts:
        """The words on cards of what was noticed, by sort; empty: such cards are not shown."""
        return {}

    def use_texts(
        self,
        titles: Titles | None = None,
        mornings: Mornings | None = None,
        stories: Stories | None = None,
        spots: SpotTexts | None = None,
    ) -> None:
        """Use the texts that are given, and leave the others as they are."""
        if titles is not None:
            self.titles = titles
        if mornings is not None:
            self.mornings = mornings
        if stories is not None:
            self.stories = stories
        if spots is not None:
            self.spot_texts = spots
