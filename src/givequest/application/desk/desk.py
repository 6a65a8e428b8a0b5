"""The desk: a draft is begun, written, sent, kept or thrown away, and every one of these can be undone."""

from __future__ import annotations

from collections.abc import Sequence

from givequest.application.deeds import find_kind
from givequest.application.game.game import Game, new_id
from givequest.application.ports import DraftStore
from givequest.domain.change_labels import Act, name_record
from givequest.domain.desk.drafts import MessageDraft, apart, has_passed, in_order
from givequest.domain.diagnostics import Diagnostic
from givequest.domain.records import Record, RecordType
from givequest.domain.text import name_key
from givequest.errors import UsageError

DEFAULT_KIND = "reconnect"


class Desk:
    """The drafts of a home. Nothing of them is history: no number, chart, backup or export knows of one."""

    def __init__(self, game: Game, store: DraftStore) -> None:
        self._game = game
        self._store = store
        self.problems: list[Diagnostic] = []
        """What could not be read when `open_drafts` was called last."""

    def open_drafts(self) -> list[MessageDraft]:
        """Return the drafts that are being written, the last touched first. Raises `StorageError`."""
        drafts, self.problems = self._store.read()
        open_ones = (draft for draft in drafts.values() if draft.thrown is None and not self._is_done(draft))
        return in_order(open_ones, self._game.now())

    def begin(self, kind: str = "", person: str = "", card: str | None = None, effort: int = 1) -> MessageDraft:
        """Return a draft on which nothing is written yet; it's stored with its first word.

        Args:
            kind: The id of a kind, or a word for one; none: reconnect.
            person: Whom it's for.
            card: The id of the card that asked for it.
            effort: The effort of that card, 1 to 3.

        Raises `UsageError` where no kind is called that.

        """
        known = find_kind(self._game, kind or DEFAULT_KIND) if kind or DEFAULT_KIND in self._game.kinds else None
        identity = known.id if known else next(iter(self._game.kinds))
        return MessageDraft(new_id(), self._game.today(), self._now(), "", identity, person, card, effort)

    def write(self, draft: MessageDraft, text: str) -> tuple[MessageDraft, bool]:
        """Store what is written now, and return the draft as it is stored.

        Where another board has written on it meanwhile, both texts stay: this one becomes a second draft, and True is
        returned with it. Raises `StorageError`.
        """
        if text == draft.text:
            return draft, False
        written = draft._replace(text=text, touched=self._now())
        stored: list[tuple[MessageDraft, bool]] = []

        def put(drafts: dict[str, MessageDraft]) -> None:
            theirs = drafts.get(draft.id)
            is_apart = theirs is not None and theirs.text not in (draft.text, text)
            mine = written._replace(id=new_id()) if is_apart else written
            drafts[mine.id] = mine
            stored.append((mine, is_apart))

        self._store.change(put)
        return stored[-1]

    def change_about(self, draft: MessageDraft, *, kind: str | None = None, person: str | None = None) -> MessageDraft:
        """Return the draft with another kind or person; it's stored where it has a text. Raises `StorageError`."""
        changed = draft._replace(
            kind=draft.kind if kind is None else kind, person=draft.person if person is None else person
        )
        if draft.text:
            self._put(changed)
        return changed

    def throw_away(self, draft: MessageDraft) -> MessageDraft:
        """Put a draft aside until the giving day turns, and return it; then its text is gone. Raises `StorageError`."""
        thrown = draft._replace(thrown=self._game.today())
        self._put(thrown)
        return thrown

    def take_back(self, draft: MessageDraft) -> MessageDraft:
        """Bring a draft back that was thrown away, and return it. Raises `StorageError`."""
        back = draft._replace(thrown=None)
        self._put(back)
        return back

    def send(self, draft: MessageDraft) -> Record:
        """Log the deed of a message that was sent, on this giving day, and return it.

        Raises `UsageError` where it's sent already or its kind is no longer played, `RecordError` and `StorageError`.
        """
        self._check_open(draft)
        if draft.kind not in self._game.settings.kinds:
            raise UsageError("Its kind isn't played any more; choose another with tab, and send it then.")
        today = self._game.today()
        deed = self._game.new_record(
            RecordType.DEED,
            today,
            **{"id": draft.id, "kind": draft.kind, "effort": draft.effort},
            person=self._game.people.resolve(draft.person or None),
            card=draft.card,
        )
        self._game.save(Act.ADD.label(name_record(deed, self._game.kinds, today)), puts=[deed])
        self._put(draft._replace(sent=today))
        return deed

    def keep_as_page(self, draft: MessageDraft) -> Record:
        """Make a journal page of today out of a draft, and return it. Raises UsageError, RecordError, StorageError."""
        self._check_open(draft)
        today = self._game.today()
        if not draft.text.strip():
            raise UsageError("Nothing is written yet, so there's no page to keep.")
        page = self._game.new_record(RecordType.ENTRY, today, **{"id": draft.id, "text": draft.text})
        self._game.save(Act.ADD.label(name_record(page, self._game.kinds, today)), puts=[page])
        self._put(draft._replace(sent=today))
        return page

    def new_among(self, drafts: Sequence[MessageDraft]) -> list[MessageDraft]:
        """Return those of some drafts from elsewhere that aren't here, and of which nothing has become.

        One that is written otherwise here is a second draft. Raises `StorageError`.
        """
        known, _ = self._store.read()
        found = {}
        for draft in drafts:
            here = known.get(draft.id)
            mine = apart(draft) if here is not None and here.text != draft.text else draft
            if mine.id not in known and draft.thrown is None and not self._is_done(draft):
                found[mine.id] = mine
        return list(found.values())

    def bring(self, drafts: Sequence[MessageDraft]) -> int:
        """Store drafts from elsewhere, as `new_among` has them; return how many. Raises `StorageError`."""
        new = self.new_among(drafts)

        def put(there: dict[str, MessageDraft]) -> None:
            there.update({draft.id: draft for draft in new})

        if new:
            self._store.change(put)
        return len(new)

    def sweep(self) -> int:
        """Let go of the texts of drafts that were sent or thrown away on a day that is over; return how many.

        Raises `StorageError`.
        """
        drafts, _ = self._store.read()
        today = self._game.today()
        return self._drop(
            [draft for draft in drafts.values() if has_passed(draft, today, is_done=self._is_done(draft))]
        )

    def forget_person(self, name: str) -> int:
        """Throw the drafts to someone away for good, and return how many there were. Raises `StorageError`."""
        drafts, _ = self._store.read()
        key = name_key(name)
        return self._drop([draft for draft in drafts.values() if draft.person and name_key(draft.person) == key])

    def record_of(self, draft: MessageDraft) -> Record | None:
        """Return the deed or page that became of a draft, None while it's open."""
        for year in self._years_of(draft):
            if (record := self._game.years.records(year).get(draft.id)) is not None:
                return record
        return None

    def _is_done(self, draft: MessageDraft) -> bool:
        """Return whether a draft was sent or kept; where a year can't be read, as far as the draft itself says."""
        if self.record_of(draft) is not None:
            return True
        return draft.sent is not None and not self._game.years.broken.keys().isdisjoint(self._years_of(draft))

    def _years_of(self, draft: MessageDraft) -> range:
        return range(draft.begun.year, self._game.this_year() + 1)

    def _check_open(self, draft: MessageDraft) -> None:
        self._game.refresh()
        if self._is_done(draft):
            raise UsageError("That message is sent already, from another board.")

    def _drop(self, gone: Sequence[MessageDraft]) -> int:
        def drop(drafts: dict[str, MessageDraft]) -> None:
            for draft in gone:
                drafts.pop(draft.id, None)

        if gone:
            self._store.change(drop)
        return len(gone)

    def _put(self, draft: MessageDraft) -> None:
        def put(drafts: dict[str, MessageDraft]) -> None:
            drafts[draft.id] = draft

        self._store.change(put)

    def _now(self) -> str:
        return self._game.now().isoformat(timespec="seconds")
