"""Minutes are read: the parts put together, from text to records."""

from __future__ import annotations

import re

from ingest.blocks import build_blocks
from ingest.counters import drop_counters
from ingest.doubts import doubts_of
from ingest.furniture import front_matter, set_aside
from ingest.grids import join_grids
from ingest.hindsight import fold_repeats, shed_tags
from ingest.lines import split_lines
from ingest.logs import read_logs
from ingest.model import MeetingFacts, Minutes, Residue
from ingest.naming import add_note, date_of_meeting
from ingest.numbering import rejoin
from ingest.particulars import particulars_of
from ingest.records import meeting_of
from ingest.sequences import find_marks
from ingest.source import SourceText
from ingest.walk import Walk


def parse(source: SourceText, facts: MeetingFacts = MeetingFacts()) -> Minutes:  # noqa: B008  (frozen)
    """Read minutes: whatever the text, it comes back whole; what is uncertain is said in `warnings`.

    `facts` are an officer's word and override text and file name.
    """
    text = source.text
    head = front_matter(text)
    residue = [Residue(0, head, "front matter")] if head else []
    lines, aside = set_aside(
        [line for line in split_lines(text, source.headings) if line.start >= head], source.furniture
    )
    residue = sorted([*residue, *aside], key=lambda r: r.start)
    lines = join_grids(rejoin(read_logs(drop_counters(lines, text))), text)
    blocks = build_blocks(lines, find_marks(lines))
    walk = Walk(blocks)
    sittings = walk.sittings()
    taken = [*residue, *fold_repeats(sittings)]
    residue = sorted([*taken, *shed_tags(blocks, text, taken)], key=lambda r: r.start)
    meetings, warnings = [], tuple(f"{source.name}: {warning}" for warning in source.warnings)
    for n, sitting in enumerate(sittings):
        told = [
            (words, d.block.mark) for i in sitting.items for d in i.drafts for words in d.block.paragraphs
        ]
        paragraphs = [words for words, _ in told]
        preamble = next((k for k, (_, mark) in enumerate(told) if mark), len(paragraphs))
        name = "" if n else _spaced(source.name.rpartition("/")[2])
        known = particulars_of(paragraphs, preamble, text[:head], name, facts)
        if known.held_on and len(sittings) > 1:
            add_note(sitting, date_of_meeting(known.held_on))
        meetings.append(meeting_of(sitting, n, source, known, residue))
    return Minutes(
        source=source.name, text=text, sha256=source.sha256, meetings=tuple(meetings), residue=tuple(residue),
        warnings=(*warnings, *doubts_of(meetings)),
    )  # fmt: skip


def _spaced(name: str) -> str:
    return re.sub(r"[_ ]", "-", name)
