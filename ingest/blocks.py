"""Lines become blocks: a heading, a caption, or a paragraph however many lines and blanks it was spread over."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.amendments import quoted_lines
from ingest.block import BULLET, LONG, Block
from ingest.headings import agree_on_headings, settle
from ingest.joining import goes_on_roll, joins, names_again
from ingest.lines import Line
from ingest.pieces import cut_pieces
from ingest.sequences import Mark
from ingest.setting import Page


def build_blocks(lines: Sequence[Line], marks: Sequence[Mark]) -> list[Block]:
    """Cut lines at their marks and join what belongs together, in the order of the text."""
    page = Page(lines)
    quoted = frozenset(lines[n].start for n in quoted_lines(lines))
    pieces = cut_pieces(lines, marks)
    blocks: list[Block] = []
    for n, (line, mark, skip) in enumerate(pieces):
        after = pieces[n + 1] if n + 1 < len(pieces) else None
        if (
            blocks
            and mark is None
            and (
                line.start in quoted or joins(blocks[-1], line, page) or names_again(blocks[-1], line, after)
            )
        ):
            _extend(blocks[-1], line)
            settle(blocks[-1], after, page)
            continue
        if len(blocks) > 1 and mark is None and goes_on_roll(blocks[-2], blocks[-1], line):
            blocks[-1].roll = True
            _extend(blocks[-1], line)
            continue
        words = line.bare[skip:]
        block = Block([line], line.at(skip), mark, text=words, gap=line.gap)
        if bullet := BULLET.match(words):
            block.bullet = mark is None
            if mark is None:
                block.words, block.text = line.at(skip + bullet.end()), words[bullet.end() :]
        blocks.append(block)
        settle(block, after, page)
    for block in blocks:
        block.text = "".join([block.text, *block.rest])
    agree_on_headings(blocks)
    return blocks


def _extend(block: Block, line: Line) -> None:
    if not block.text:
        block.words = line.at(0)
    last = block.lines[-1].bare
    hyphen = last.endswith("-") and last[-2:-1].isalpha() and line.bare[:1].isalpha()
    joint = "" if not block.text or hyphen else " "
    block.listing = block.listing or (last.endswith(":") and BULLET.match(line.bare) is not None)
    block.lines.append(line)
    if len(block.text) < LONG:
        block.text += joint + line.bare
    else:
        block.rest.append(joint + line.bare)
