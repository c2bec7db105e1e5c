"""What the parser saw in a file, told to an officer who knows the meeting: is it all there, under its number?"""

from __future__ import annotations

import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterator

from assistant.printable import printable
from ingest import AgendaItem, Kind, Meeting, Minutes, Passage, Status, check_conservation, doubts_of_numbers

_WIDTH = 100
_LABEL = 41  # columns; a longer label stands on a line of its own
_REASONS = {
    "front matter": "the head that a web publisher adds",
    "markup": "signs of the file's format",
    "page rule": "rules across the page",
    "page number": "page numbers",
    "page furniture": "parts of the web page or the viewer",
    "running header or footer": "headers and footers of pages",
    "repeated": "printed twice in one item, kept once",
}


def report(minutes: Minutes, *, full: bool = False) -> Iterator[str]:
    """The meetings with their items, then what is doubtful, what was set aside and what is uncertain, in lines.

    `full` gives every passage whole, not its first words.
    """
    yield minutes.source
    for meeting in minutes.meetings:
        yield ""
        yield from _meeting(meeting)
        for item in meeting.items:
            yield from _item(item, full=full)
    for title, told in (
        ("Numbering", _numbering(minutes)),
        ("Set aside, no part of the record", _set_aside(minutes)),
        ("Uncertain", _uncertain(minutes)),
    ):
        yield ""
        yield title
        for line in told:
            yield from _wrapped(line, "  ", "    ")
    yield ""
    yield from _wrapped(_conserved(minutes))


def shown(words: str) -> str:
    """Words of a file on one line, without what would move the cursor or turn the writing round."""
    return printable(" ".join(words.split()))


def shorten(words: str, width: int) -> str:
    """The first words that fit.

    >>> shorten("The clerk said that the drains were blocked.", 24)
    'The clerk said that the …'
    """
    words = shown(words[: width * 4])
    return words if len(words) <= width else words[: width - 2].rsplit(" ", 1)[0] + " …"


def _meeting(meeting: Meeting) -> Iterator[str]:
    passages = [p for p in meeting.passages() if not p.heading]
    kinds = Counter(p.kind for p in passages)
    found = ", ".join(_several(kinds[kind], kind.value.replace("_", " ")) for kind in Kind if kinds[kind])
    held = meeting.held_on
    present = f"{_several(len(meeting.attendance), 'entry')}: {'; '.join(meeting.attendance)}"
    for name, told in (
        ("council", meeting.council),
        ("body", meeting.body),
        ("date", f"{held:%A} {held.day} {held:%B %Y}" if held else None),
        ("time", f"{meeting.began_at:%H:%M}" if meeting.began_at else None),
        ("status", None if meeting.status is Status.UNKNOWN else meeting.status.value),
        ("present", shorten(present, _WIDTH - 12) if meeting.attendance else None),
        ("found", f"{_several(len(meeting.items), 'item')}, {_several(len(passages), 'passage')}: {found}"),
    ):
        yield from _wrapped(told or "not stated", f"  {name + ':':<10}", " " * 12)


def _item(item: AgendaItem, *, full: bool) -> Iterator[str]:
    yield ""
    number = f"Item {item.number}" if item.number else "No number"
    yield from _wrapped(f"{number}: {item.title or '(no title)'}{' (exempt)' * item.exempt}", "", "    ")
    for passage in item.passages:
        if not passage.heading:
            yield from _passage(passage, full=full, exempt=passage.exempt and not item.exempt)


def _passage(passage: Passage, *, full: bool, exempt: bool) -> Iterator[str]:
    label, kind = shown(passage.citation.label), passage.kind.value
    words = f"{'(exempt) ' * exempt}{passage.words}"
    if len(label) > _LABEL:
        yield f"  {label}"
        label = ""
    head = f"  {label:<{_LABEL}} {kind:<14} "
    if full:
        yield head.rstrip()
        yield from _wrapped(words, "      ", "      ")
    else:
        yield head + shorten(words, _WIDTH - len(head))


def _numbering(minutes: Minutes) -> Iterator[str]:
    doubts = [doubt for meeting in minutes.meetings for doubt in doubts_of_numbers(meeting)]
    yield from doubts or ["no number is missing, printed twice or out of order"]


def _set_aside(minutes: Minutes) -> Iterator[str]:
    places: defaultdict[str, list[str]] = defaultdict(list)
    for part in minutes.residue:
        if words := minutes.text[part.start : part.end].strip():
            places[part.reason].append(words)
    for reason, found in sorted(places.items(), key=lambda entry: -len(entry[1])):
        examples = ", ".join(f"“{shorten(words, 40)}”" for words in list(dict.fromkeys(found))[:3])
        yield f"{_REASONS.get(reason, reason)}, {_several(len(found), 'time')}: {examples}"
    if not places:
        yield "nothing"


def _uncertain(minutes: Minutes) -> Iterator[str]:
    of_numbers = {f"{m.id}: {doubt}" for m in minutes.meetings for doubt in doubts_of_numbers(m)}
    for warning in minutes.warnings:
        if warning not in of_numbers:
            yield warning if len(minutes.meetings) > 1 else warning.removeprefix(f"{minutes.source}: ")
    for meeting in minutes.meetings:
        which = f"{meeting.id}: " if len(minutes.meetings) > 1 else ""
        if not meeting.council:
            yield f"{which}no council is named as the one that met: --council or a sidecar can say it"
        if not meeting.body:
            whose = "the council itself" if meeting.council else "a council itself"
            yield f"{which}no committee is named: if it was not {whose} that met, --body or a sidecar can say which"
    passages = [p for p in minutes.passages() if not p.heading]
    loose = sum(p.citation.printed is None for p in passages)
    if loose:
        yield f"{loose} of {_several(len(passages), 'passage')} have no printed number and are told by their place"


def _conserved(minutes: Minutes) -> str:
    problems = check_conservation(minutes)
    if problems:
        return f"Text is lost, please report it: {'; '.join(problems)}"
    return f"Every one of the {len(minutes.text):,} characters is in one passage or set aside, as told above."


def _several(n: int, noun: str) -> str:
    """A count with its noun: "1 entry", "2 entries"; "admin" and "agenda text" are no things to be counted."""
    if n == 1 or noun in ("admin", "agenda text"):
        return f"{n} {noun}"
    return f"{n} {noun[:-1]}ies" if noun.endswith("y") else f"{n} {noun}s"


def _wrapped(words: str, first: str = "", then: str = "") -> list[str]:
    lines = textwrap.wrap(
        shown(words), _WIDTH, initial_indent=first, subsequent_indent=then, break_on_hyphens=False
    )
    return lines or [first.rstrip()]
