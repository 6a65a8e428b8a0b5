"""vCards: whose a card is, and what of it is worth keeping."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from givequest.domain.address_books.imported import ANNIVERSARY, BIRTHDAY, DEATH
from givequest.domain.text import clean_line, name_key
from givequest.importers.book_builder import GROUP, BookBuilder, TooLarge, shortened
from givequest.importers.fields.dates import yearly_day
from givequest.importers.fields.links import key_of, links_of
from givequest.importers.fields.names import is_nameless, joined_name
from givequest.importers.files.contents import Content
from givequest.importers.files.limits import MOST_LINES
from givequest.importers.importer import Importer
from givequest.importers.table_rows import why_nameless
from givequest.importers.vcard.cards import Card, cards_in
from givequest.importers.vcard.lines import Property, split_escaped, unescaped

_DATES = {
    "BDAY": BIRTHDAY,
    "ANNIVERSARY": ANNIVERSARY,
    "X-ANNIVERSARY": ANNIVERSARY,
    "X-EVOLUTION-ANNIVERSARY": ANNIVERSARY,
    "DEATHDATE": DEATH,
    "X-ABDATE": ANNIVERSARY,
}
_ANDROID, _ANDROID_EVENT = "X-ANDROID-CUSTOM", "vnd.android.cursor.item/contact_event;"
_ANDROID_KINDS = {"1": ANNIVERSARY, "3": BIRTHDAY}
"""What the numbers of Android's events stand for; any other has a label."""
_GROUPS = ("GROUP", "ORG", "ORGANIZATION", "LOCATION", "APPLICATION")
_NO_PREFERENCE = 101
Properties = dict[str, list[Property]]


def _fits(content: Content) -> bool:
    return "BEGIN:VCARD" in content.head.upper()


def _read(content: Content, builder: BookBuilder) -> None:
    if content.data.count(b"\n") > MOST_LINES:
        raise TooLarge(f"{content.name} has more than {MOST_LINES:,} lines; no address book is that long.")
    start = builder.total
    builder.total += len(content.data)
    for card in cards_in(content.data):
        builder.advance(start + card.end)
        _read_card(card, builder)


def _read_card(card: Card, builder: BookBuilder) -> None:
    by_name: Properties = {}
    for each in card.properties:
        by_name.setdefault(each.name, []).append(each)
    name = _name(by_name)
    if card.is_last:
        who = f" for {shortened(name, 40)}" if name else ""
        builder.report(card.line, f"the file ends in the middle of the card{who}, so it's left out.")
        return
    company = joined_name(*split_escaped(_first(by_name, "ORG"), ";")[:1])
    mails = [unescaped(each.value) for each in by_name.get("EMAIL", ())]
    phones = [unescaped(each.value) for each in by_name.get("TEL", ())]
    kind = _first(by_name, "KIND", "X-ADDRESSBOOKSERVER-KIND").upper()
    if kind in _GROUPS or _is_company(by_name, name, company):
        builder.leave_out(card.line, GROUP if kind == "GROUP" else why_nameless(company or name, mails, phones))
        return
    if is_nameless(name):
        builder.leave_out(card.line, why_nameless(company, mails, phones))
        return
    if not card.has_end:
        builder.report(card.line, f"the card for {shortened(name, 40)} has no end; what it says comes in.")
    links = links_of(mails, phones, _pages(by_name))
    identity = clean_line(_first(by_name, "UID")).casefold()
    builder.add(
        card.line,
        name,
        f"uid:{identity}" if identity else key_of(name_key(name), links),
        line=", ".join(filter(None, (unescaped(_first(by_name, "TITLE")), company))),
        also=[part for each in by_name.get("NICKNAME", ()) for part in split_escaped(each.value, ",")],
        dates=_dates(card, by_name, name, builder),
        tags=[part for each in by_name.get("CATEGORIES", ()) for part in split_escaped(each.value, ",")],
        links=links,
    )


def _name(by_name: Properties) -> str:
    """Return whose a card is: the name to be shown that is preferred, else its parts, else what they are called."""
    shown = sorted(by_name.get("FN", ()), key=_preference)
    found = next((name for each in shown if not is_nameless(name := joined_name(unescaped(each.value)))), "")
    for each in by_name.get("N", ()) if not found else ():
        family, given, middle, *_ = [*split_escaped(each.value, ";"), "", ""]
        found = joined_name(given, middle, family)
        if found:
            break
    return found or joined_name(*split_escaped(_first(by_name, "NICKNAME"), ",")[:1])


def _preference(each: Property) -> int:
    text = each.parameters.get("PREF", "")
    if text.isdecimal() and len(text) < 4:
        return int(text)
    return 0 if "PREF" in each.parameters.get("TYPE", "").upper().split(",") else _NO_PREFERENCE


def _is_company(by_name: Properties, name: str, company: str) -> bool:
    if _first(by_name, "X-ABSHOWAS").upper() == "COMPANY":
        return True
    parts = by_name.get("N", ())
    return bool(company and parts) and name == company and not any(each.value.strip("; ") for each in parts)


def _dates(card: Card, by_name: Properties, name: str, builder: BookBuilder) -> Iterator[str]:
    for each in card.properties:
        what = _DATES.get(each.name)
        value = unescaped(each.value).strip().rstrip(";").strip()
        if each.name == _ANDROID and value.startswith(_ANDROID_EVENT):
            _, value, kind, label, *_ = [*value.split(";"), "", "", ""]
            what = _ANDROID_KINDS.get(kind) or shortened(label, 40).lower() or ANNIVERSARY
        if what is None or not value or each.parameters.get("VALUE", "").lower() == "text":
            continue
        if each.name == "X-ABDATE":
            what = _label(each, by_name) or what
        day = yearly_day(value)
        if day is None:
            builder.report_date(each.line, name, what, value)
        else:
            omitted = each.parameters.get("X-APPLE-OMIT-YEAR", "")
            yield f"{f'--{day[5:]}' if omitted and day.startswith(f'{omitted}-') else day} {what}"


def _label(each: Property, by_name: Properties) -> str:
    """Return what the label of a property's group says, without the signs that Apple puts around its own."""
    labels = (label for label in by_name.get("X-ABLABEL", ()) if each.group and label.group == each.group)
    text = next((unescaped(label.value) for label in labels), "")
    return shortened(text.removeprefix("_$!<").removesuffix(">!$_"), 40).lower()


def _pages(by_name: Properties) -> Iterable[str]:
    for name in ("URL", "X-SOCIALPROFILE"):
        for each in by_name.get(name, ()):
            yield unescaped(each.value)


def _first(by_name: Properties, *names: str) -> str:
    for name in names:
        for each in by_name.get(name, ()):
            if each.value.strip():
                return each.value.strip()
    return ""


VCARD = Importer("vcard", "vcard", "vCards", _fits, _read)
