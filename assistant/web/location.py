"""The address of the page as a record: which view, what was asked and chosen, which passage is open.

The part behind the `?` reads as the conversation went, each choice before the questions it held for:
`?body=Cabinet&q=who+moved+it&body=&q=and+when&passage=KEY`. Whoever opens it sees the same again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from urllib.parse import parse_qsl, urlencode

PAGES = ("ask", "decisions", "actions", "timeline", "loading", "about")
# Gradio itself reads `page`, `view` and `deep_link`: ours have other names.
_OPTIONS = ("search", "sort", "outcome", "standing")
_MOST_QUESTIONS = 50
_LONGEST = 64_000  # characters of an address that are read


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What a search is narrowed to, as chosen on the page: "" leaves a side open.

    `since` and `until` are ISO dates (not checked here), `outcomes` is "1" for outcomes only.
    """

    council: str = ""
    body: str = ""
    since: str = ""
    until: str = ""
    outcomes: str = ""


_PARAMETERS = {"council": "council", "body": "body", "from": "since", "to": "until", "outcomes": "outcomes"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question of the address and what was chosen when it was asked."""

    question: str
    chosen: Chosen = Chosen()


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where a person is in the page.

    Attributes:
        page: one of `PAGES`.
        asked: the questions of the conversation, in order.
        chosen: what the next question, or the view, is narrowed to.
        passage: key of the passage that is open, "" if none is.
        options: how the view is searched, sorted and limited, in pairs of name and value.
    """

    page: str = PAGES[0]
    asked: tuple[Asked, ...] = ()
    chosen: Chosen = Chosen()
    passage: str = ""
    options: tuple[tuple[str, str], ...] = ()

    @classmethod
    def read(cls, query: str) -> Location:
        """Read what stands behind the `?` of an address (with or without it); what is not ours is passed over."""
        here, chosen = cls(), Chosen()
        asked: list[Asked] = []
        options: dict[str, str] = {}
        for name, value in parse_qsl(query.removeprefix("?")[:_LONGEST], keep_blank_values=True):
            if name in _PARAMETERS:
                chosen = replace(chosen, **{_PARAMETERS[name]: value})
            elif name == "q":
                asked.append(Asked(question=value, chosen=chosen))
            elif name == "passage":
                here = replace(here, passage=value)
            elif name == "show" and value in PAGES:
                here = replace(here, page=value)
            elif name in _OPTIONS and value:
                options[name] = value
        last = tuple(asked[-_MOST_QUESTIONS:])
        return replace(here, asked=last, chosen=chosen, options=tuple(options.items()))

    @property
    def query(self) -> str:
        """The address of this place, relative to the page: `?` and what `read` reads back."""
        return "?" + urlencode(list(self._pairs()), errors="replace")

    def option(self, name: str, default: str = "") -> str:
        """The value of one option of the view."""
        return dict(self.options).get(name, default)

    def at(self, passage: str) -> Location:
        """The same place with that passage open; "" closes it."""
        return replace(self, passage=passage)

    def with_option(self, name: str, value: str) -> Location:
        """The same view with one option changed; "" takes it out."""
        return replace(self, options=tuple((dict(self.options) | {name: value}).items()))

    def up_to(self, turn: int) -> Location:
        """The conversation as it was when the question of that turn (from 0) had been asked."""
        asked = self.asked[: turn + 1]
        return Location(asked=asked, chosen=asked[-1].chosen)

    def _pairs(self) -> Iterator[tuple[str, str]]:
        if self.page != PAGES[0]:
            yield "show", self.page
        now = Chosen()
        for one in self.asked:
            yield from _changes(now, one.chosen)
            yield "q", one.question
            now = one.chosen
        yield from _changes(now, self.chosen)
        yield from ((name, value) for name, value in self.options if value)
        if self.passage:
            yield "passage", self.passage


def _changes(before: Chosen, after: Chosen) -> Iterator[tuple[str, str]]:
    """What has to be written for the choice to become another."""
    names = {field: name for name, field in _PARAMETERS.items()}
    for field in fields(Chosen):
        value = getattr(after, field.name)
        if value != getattr(before, field.name):
            yield names[field.name], value
