"""Minutes built by hand, as the parser would build them: real records, small and readable."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ingest import AgendaItem, Citation, Kind, Meeting, Minutes, Passage, Status


@dataclass(frozen=True)
class Item:
    """An agenda item: title and paragraphs; a paragraph is its words, or (words, kind)."""

    title: str
    paragraphs: Sequence[str | tuple[str, Kind]]


def minutes(
    source: str,
    items: Sequence[Item],
    *,
    council: str | None = "Southwark",
    body: str | None = "Corporate Parenting Committee",
    held_on: date | None = date(2014, 11, 24),
    status: Status = Status.UNKNOWN,
) -> Minutes:
    """One meeting whose items are numbered from 1 and whose paragraphs 1.1, 1.2 and so on.

    Each item begins with its title as a heading passage.
    """
    text = ""
    built = []
    for number, item in enumerate(items, start=1):
        passages = []
        for place, paragraph in enumerate([item.title, *item.paragraphs]):
            words, kind = paragraph if isinstance(paragraph, tuple) else (paragraph, Kind.PARAGRAPH)
            printed = f"{number}.{place}" if place else str(number)
            start, line = len(text), f"{printed} {words}"
            text += line + "\n"
            passages.append(
                Passage(
                    citation=Citation(
                        meeting=source,
                        item=str(number),
                        noun="paragraph" if place else "heading",
                        printed=printed,
                    ),
                    kind=kind,
                    text=line,
                    start=start,
                    end=start + len(line),
                    source=source,
                    words_from=len(printed) + 1,
                    council=council,
                    body=body,
                    held_on=held_on,
                    status=status,
                    item_title=item.title,
                    heading=place == 0,
                )
            )
        built.append(AgendaItem(number=str(number), title=item.title, passages=tuple(passages)))
    meeting = Meeting(
        id=source,
        source=source,
        council=council,
        body=body,
        held_on=held_on,
        status=status,
        attendance=(),
        items=tuple(built),
    )
    return Minutes(
        source=source,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        meetings=(meeting,),
        residue=(),
        warnings=(),
    )
