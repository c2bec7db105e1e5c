"""What the views of the registers share, as HTML: the search, the choices, the table, and taking it away as a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.markup import Html, el, join
from assistant.tidying import tidy
from assistant.web.location import Location
from assistant.wording import cautions, in_words
from ingest import Passage

SHOWN = 200
"""Rows of a table on the page; the files have all."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of a view: the option of the address that holds it, its label, and its values with their names."""

    option: str
    label: str
    values: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table under its heading; on a phone the heading stands in front of it."""

    heading: str
    content: str
    class_: str = ""


def render_view(title: str, said: str, *parts: str) -> Html:
    """A view under its title, with one sentence that says what it is."""
    return el(
        "section",
        el("h2", title, tabindex="-1"),
        el("p", said, class_="mb-hint"),
        *parts,
        class_="mb-register",
    )


def render_search(here: Location, label: str, choices: Sequence[Choice] = ()) -> Html:
    """The field to search with and the choices beside it."""
    field = el(
        "div",
        el("label", label, for_="mb-search"),
        el("input", type="search", id="mb-search", value=here.option("search"), data_option="search",
           autocomplete="off"),
        class_="mb-field mb-search",
    )  # fmt: skip
    form = el("div", field, *(_select(choice, here) for choice in choices), class_="mb-fields", role="search")
    return join([form, _on_paper(here, choices)])


def _on_paper(here: Location, choices: Sequence[Choice]) -> Html:
    """What was searched for and chosen, for whoever prints the view: there, the fields are left out."""
    words = here.option("search")
    chosen = [
        name
        for choice in choices
        for value, name in choice.values
        if value == here.option(choice.option, "-")
    ]
    said = "; ".join([*([f"Searched for “{words}”"] if words else []), *chosen])
    return el("p", f"{said}.", class_="mb-paper") if said else Html("")


def _select(choice: Choice, here: Location) -> Html:
    name = f"mb-option-{choice.option}"
    chosen = here.option(choice.option)
    options = [el("option", said, value=value, selected=value == chosen) for value, said in choice.values]
    return el(
        "div",
        el("label", choice.label, for_=name),
        el("select", *options, id=name, data_option=choice.option),
        class_="mb-field",
    )


def render_count(shown: int, found: int, noun: str) -> Html:
    """How many there are, said aloud when it changes, and the files of them all."""
    many = f"{found:,} {noun}{'' if found == 1 else 's'}"
    line = (
        many if shown == found else f"{many}, the first {shown:,} shown: narrow the search or take the file"
    )
    return el("p", line, class_="mb-count")


def render_files(*, picture: bool = False) -> Html:
    """The buttons that save what was found as a file, or print it; `picture` where it can be saved as one."""
    kinds = {".csv": "CSV", ".xlsx": "XLSX", **({".svg": "SVG"} if picture else {})}
    buttons = [
        el("button", f"Save as {name}", type="button", class_="mb-tool", data_export=suffix)
        for suffix, name in kinds.items()
    ]
    paper = el("button", "Print", type="button", class_="mb-tool", data_print=True)
    return el("div", *buttons, paper, class_="mb-tools")


def render_table(caption: str, rows: Iterable[Sequence[Cell]]) -> Html:
    """A table; its roles are written out, for on a phone it is set as a list and would lose them."""
    several = list(rows)
    if not several:
        return el("p", "Nothing in the minutes fits.", class_="mb-none")
    heads = [el("th", cell.heading, scope="col", role="columnheader") for cell in several[0]]
    return el(
        "table",
        el("caption", caption, class_="mb-unseen"),
        el("thead", el("tr", *heads, role="row"), role="rowgroup"),
        el("tbody", *map(_row, several), role="rowgroup"),
        role="table",
        class_="mb-table",
    )


def _row(cells: Sequence[Cell]) -> Html:
    return el("tr", *(_cell(cell) for cell in cells), role="row")


def _cell(cell: Cell) -> Html:
    return el("td", cell.content, role="cell", data_heading=cell.heading, class_=cell.class_ or None)


def day_of(passage: Passage) -> Cell:
    """When the meeting was."""
    return Cell("Date", in_words(passage.held_on) if passage.held_on else "not stated", "mb-date")


def body_of(passage: Passage) -> Cell:
    """Who met."""
    return Cell("Body", passage.body or passage.council or passage.source)


def words_of(passage: Passage, here: Location, heading: str) -> Cell:
    """What stands in the minutes, under its item, with the link that opens it in its place."""
    item = ". ".join(filter(None, [passage.item, passage.item_title]))
    parts = [
        el("span", item, class_="mb-under") if item else "",
        el("span", tidy(passage.words), class_="mb-quote"),
        " ",
        passage_link(passage, here),
        *(el("span", caution, class_="mb-tag") for caution in cautions(passage)),
    ]
    return Cell(heading, el("div", *parts), "mb-words-cell")


def passage_link(passage: Passage, here: Location) -> Html:
    """The link that opens a passage."""
    return el("a", passage.citation.label, href=here.at(passage.key).query, class_="mb-open",
              aria_label=f"Read {passage.reference}")  # fmt: skip
