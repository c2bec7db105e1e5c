"""Which view an address asks for: what it is drawn from, and what it is saved as."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from assistant.access import Act, Person, Role
from assistant.export import named
from assistant.loading.desk import Desk
from assistant.markup import Html, el
from assistant.quality import read_quality
from assistant.register import Action, ActionRegister, Decision, Outcome, Standing, Timeline, decisions, draw
from assistant.register.columns import ACTIONS, DECISIONS, STOPS, Column
from assistant.register.exporting import write_csv, write_xlsx
from assistant.web import actions as actions_view
from assistant.web import decisions as decisions_view
from assistant.web.about import render_about
from assistant.web.loading import render_loading, render_refused
from assistant.web.location import Location
from assistant.web.responder import Assistant, read_filters
from assistant.web.saving import held
from assistant.web.timeline import render_timeline
from ingest import MinutesError
from vectorstore import Filters

T = TypeVar("T")


class Views:
    """The views beside Ask, over one assistant; without a `desk` nothing is loaded here."""

    def __init__(self, assistant: Assistant, desk: Desk | None = None) -> None:
        self._assistant = assistant
        self._desk = desk
        self._register: ActionRegister | None = None

    def render(self, here: Location, person: Person = Person(None, Role.READER)) -> Html:  # noqa: B008 - frozen
        """The view of an address for a person; what is wrong with it in one line."""
        views: dict[str, Callable[[Location], Html]] = {
            "decisions": lambda here: decisions_view.render_decisions(self._decisions(here), here),
            "actions": lambda here: actions_view.render_actions(self._actions(here), here),
            "timeline": lambda here: render_timeline(self._timeline(here), here),
            "loading": lambda _: self._loading(person),
            "about": lambda _: render_about(
                self._assistant.store.coverage(Filters()), read_quality(self._assistant.store.folder)
            ),
        }
        view = views.get(here.page)
        if view is None:
            return Html("")
        try:
            return view(here)
        except MinutesError as error:
            return el("section", el("h2", here.page.capitalize()), el("p", str(error), class_="mb-error"),
                      class_="mb-register")  # fmt: skip

    def save(self, here: Location, suffix: str) -> Html:
        """What the view shows, all rows, as a file: a link that holds it, for the browser to save."""
        content = self._content(here, suffix)
        about = f"{here.page} {here.option('search')}"
        return held(named(date.today(), about, suffix) if content else "", content)

    def _content(self, here: Location, suffix: str) -> bytes:
        """The file, empty where the view has none of that kind."""
        if here.page == "timeline" and (timeline := self._timeline(here)):
            picture = draw(timeline).encode() if suffix == ".svg" else b""
            return picture or _file(suffix, STOPS, timeline.stops, "Timeline")
        if here.page == "decisions":
            return _file(suffix, DECISIONS, self._decisions(here), "Decisions")
        if here.page == "actions":
            return _file(suffix, ACTIONS, self._actions(here), "Actions")
        return b""

    def _loading(self, person: Person) -> Html:
        if self._desk is None or not person.may(Act.LOAD):
            return render_refused()
        return render_loading(self._desk.look())

    def _decisions(self, here: Location) -> list[Decision]:
        wanted = [outcome for outcome in decisions_view.OUTCOMES if outcome.value == here.option("outcome")]
        return decisions_view.in_order(
            decisions(
                self._assistant.store,
                read_filters(here.chosen),
                outcomes=wanted or _settled(here),
                search=here.option("search"),
            ),
            here,
        )

    def _actions(self, here: Location) -> list[Action]:
        # Made when first looked at: it reads all minutes.
        self._register = self._register or ActionRegister(self._assistant.store)
        wanted = [standing for standing in Standing if standing.value == here.option("standing")]
        found = self._register.actions(
            read_filters(here.chosen), standings=wanted, search=here.option("search")
        )
        return actions_view.in_order(found, here)

    def _timeline(self, here: Location) -> Timeline | None:
        topic = here.option("search")
        return self._assistant.timeline(topic, read_filters(here.chosen)) if topic else None


def _settled(here: Location) -> tuple[Outcome, ...]:
    """Outcomes only leaves motions without a result out."""
    return (Outcome.DECIDED, Outcome.RECOMMENDED) if here.chosen.outcomes else ()


def _file(suffix: str, columns: Sequence[Column[T]], entries: Sequence[T], title: str) -> bytes:
    """A register as a file; empty where no file has that suffix."""
    if suffix == ".csv":
        text = io.StringIO(newline="")
        write_csv(text, columns, entries)
        return text.getvalue().encode("utf-8-sig")
    binary = io.BytesIO()
    if suffix == ".xlsx":
        write_xlsx(binary, columns, entries, title)
    return binary.getvalue()
