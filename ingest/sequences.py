"""Which candidates really are printed numbers: those that continue a sequence, or open one that is confirmed later.

This one rule disposes of years, sums, times, dates, inline lists and most page numbers. Numbers are never
corrected: gaps, repetitions and odd order are kept as printed.
"""

# ruff: noqa: E501  (a phrase is one line)

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.amendments import quoted_lines
from ingest.beginnings import Beginnings, in_capitals, is_open, recounts, titled
from ingest.lines import Line
from ingest.numbering import Candidate, at_start, in_middle
from ingest.openings import announces_meeting
from ingest.prospect import LONG_LINE, OpenList, Prospect, step
from ingest.resolutions import STYLE, Resolutions, bring_inmost
from ingest.running import is_captioned, may_go_on, opens_inside

_GAP, _WIDE_GAP, _AHEAD = 5, 9, 40
_DEEPEST = 7
_UNFINISHED = re.compile(
    r"(?:\b(?:paragraphs?|paras?|items?|sections?|pages?|appendix|nos?|numbers?|schedule|part|clause|article|see|at|of|to|and|from|the|in|on|by|for)|[,£(–])\.?$",
    re.I,
)
_CLAUSES = ("(letter)", "(roman)")
_NEXT_CLAUSE = re.compile(r";\s*(?:and|or)$")


@dataclass(frozen=True, slots=True)
class Mark:
    """An accepted number: the candidate, the list it belongs to (numbered from 0) and how deep the list is nested."""

    candidate: Candidate
    series: int
    depth: int


def find_marks(lines: list[Line]) -> list[Mark]:
    """Read the printed numbers of a text, in order of their places."""
    quoted = quoted_lines(lines)
    starts = [[] if n in quoted else at_start(n, line) for n, line in enumerate(lines)]
    return _Solver(lines, starts, quoted).solve()


class _Solver:
    """One pass over the candidates with a stack of open lists, looking ahead along the line starts."""

    def __init__(self, lines: list[Line], starts: list[list[Candidate]], quoted: frozenset[int]) -> None:
        self.lines, self.starts, self.quoted = lines, starts, quoted
        self.stack: list[OpenList] = []
        self.marks: list[Mark] = []
        self.series = 0
        self.prospect = Prospect(lines, starts)
        self.beginnings = Beginnings(lines, starts)
        self.resolutions = Resolutions(self.prospect)

    def solve(self) -> list[Mark]:
        for n, readings in enumerate(self.starts):
            if not readings and announces_meeting(self.lines[n].bare):
                self.stack.clear()  # another meeting counts anew
            if readings and not self._wrapped(n) and not self._is_resolved(n):
                self._place(readings)
            if n not in self.quoted:
                self._place_inside(n)
        return self.marks

    def _wrapped(self, n: int) -> bool:
        """Whether the line goes on with a sentence that counts something ("see paragraph / 3.")."""
        if n == 0 or self.lines[n].gap or self.lines[n].log:
            return False
        before = self.lines[n - 1].bare
        if len(before) <= 25 or _NEXT_CLAUSE.search(before[-8:]):
            return False
        if before.endswith("–") and any(c.value == (1,) and c.firm for c in self.starts[n]):
            return False  # a dash leads in the list that begins here
        if self.starts[n] and self.starts[n][0].style.startswith("keyed"):
            return before[-1].isalpha()  # "asked about / Item 10."
        if any(
            c.style in _CLAUSES and c.value == (1,) and self.prospect.is_followed(c) for c in self.starts[n]
        ):
            return False  # "It was agreed to / (a) mend it; / (b) paint it"
        return _UNFINISHED.search(before[-16:]) is not None

    def _is_resolved(self, n: int) -> bool:
        """Whether the line is what a resolution says whose number stands alone above it ("15/00243/F - No objections")."""
        above = self.marks[-1].candidate if self.marks else None
        alone = above is not None and above.alone and above.style == "resolved" and above.line == n - 1
        return alone and all(c.style == "planning" for c in self.starts[n])

    def _place(self, readings: list[Candidate]) -> None:
        if resolution := self.resolutions.among(readings, self.stack):
            depth = bring_inmost(self.stack)
            _ = self._open(resolution) if depth is None else self._accept(resolution, depth)
            return
        readings = [c for c in readings if c.style != STYLE]  # what is only spoken of
        for rule in (self._next, self._child, self._chained, self._skipping, self._again, self._first):
            for c in readings:
                if rule == self._skipping and self._reads_as_first(readings, c):
                    continue
                if (rule in (self._next, self._child) or not c.damaged) and rule(c):
                    return

    # rules, the strongest first: each accepts the candidate and says so

    def _next(self, c: Candidate) -> bool:
        depths = [d for d in reversed(range(len(self.stack))) if _gap(self.stack[d], c) == 1]
        if not depths or not self._speaks(c):
            return False
        depth = depths[0]
        if len(depths) > 1 and titled(self.lines[c.line], c) and not self.prospect.is_ahead(c, c.value):
            depth = depths[-1]
        return self._accept(c, depth)

    def _child(self, c: Candidate) -> bool:
        """A decimal whose first part is the number of an open list: 7.1 under 7."""
        if c.style not in ("decimal", "sub") or not c.firm or c.value[-1] > 3:
            return False
        for depth in reversed(range(len(self.stack))):
            last = self.stack[depth]
            if last.style not in ("decimal", "sub") and len(last.value) == 1 and last.value == c.value[:1]:
                del self.stack[depth + 1 :]
                return self._open(c)
        return False

    def _chained(self, c: Candidate) -> bool:
        """Matters arising carry the numbers of earlier minutes (4.4.5viii): no sequence, but never alone."""
        inside = bool(self.stack) and self.stack[-1].style == "chain"
        if c.style == "chain" and (inside or self.prospect.is_followed(c)):
            return self._accept(c, len(self.stack) - 1) if inside else self._open(c)
        if (
            inside
            and c.style in ("dot", "close")
            and c.firm
            and self.prospect.expects_before(self.stack[:-1], c)
        ):
            return self._accept(c, len(self.stack) - 1)
        return False

    def _skipping(self, c: Candidate) -> bool:
        if not c.firm or c.style == "chain":
            return False
        for depth in reversed(range(len(self.stack))):
            gap = _gap(self.stack[depth], c)
            if gap > 1 and self.beginnings.follows_parts(c, self.stack[depth + 1 :]):
                return self._accept(c, depth)
            room = _WIDE_GAP if self.lines[c.line].gap or c.style.startswith(("ref", "keyed")) else _GAP
            if c.style in ("plain", "decimal"):
                room = 2 if c.style == "plain" else 3
            if c.style == "ROMAN." and in_capitals(c.follow):
                room = 20
            if 1 < gap <= room and not self.prospect.expects_before(self.stack[depth : depth + 1], c):
                return self._accept(c, depth)
        return False

    def _reads_as_first(self, readings: list[Candidate], c: Candidate) -> bool:
        """An "(i)" that "(ii)" follows is the first of a roman list, not the ninth letter."""
        return any(o.style != c.style and o.value == (1,) and self.prospect.is_followed(o) for o in readings)

    def _again(self, c: Candidate) -> bool:
        """A number printed twice, or out of its order while the list goes on after it."""
        if not c.firm or c.style in ("plain", "chain"):
            return False
        for depth in reversed(range(len(self.stack))):
            last = self.stack[depth]
            if last.style != c.style:
                continue
            bold = bool(self.lines[c.line].marked) and self.lines[c.line].gap > 0
            twice = c.value in last.used and (
                bold
                or c.style.startswith("ref")
                or c.value == last.value
                or c.style == "decimal"
                or (c.value[-1] > 3 and self.lines[c.line].gap > 0 and self.prospect.comes(last, c.line))
            )
            early = c.value < last.value and c.value not in last.used and c.value[-1] != 1
            slip = depth == 0 and self._slips_back(last, c)
            if early and self.prospect.counts_on(c):
                return False
            if slip or (
                (twice or early) and (bold or self.prospect.goes_on(last, c) or c.style.startswith("ref"))
            ):
                if twice and self._restarts(c):
                    return False
                return self._accept(c, depth, keep=True)
        return False

    def _slips_back(self, last: OpenList, c: Candidate) -> bool:
        """A last item that is misnumbered: an 11 that comes after 13, in a paragraph of its own, and nothing after it."""
        behind = last.value[-1] - c.value[-1]
        return (
            c.style == "dot"
            and len(c.value) == 1
            and c.value[0] > 3
            and 0 < behind <= 3
            and c.value in last.used
            and self.lines[c.line].gap > 0
            and not self.prospect.upcoming(c)
        )

    def _first(self, c: Candidate) -> bool:
        if c.style.startswith("keyed"):
            return not self._refers_back(c) and not recounts(c) and self._open(c)
        if c.style in ("resolution", "resolved", "action"):
            return self._open(c)
        if c.style == "chain" or not self._speaks(c):
            return False
        if self._restarts(c):
            return self._open(c)
        if c.style.startswith("ref"):
            return self.beginnings.is_reference(c, self.stack) and self._open(c)
        if c.style == "planning":
            return self.beginnings.heads_application(c, self.stack) and self._open(c)
        return c.style != "sub" and self.beginnings.opens_alone(c, self.stack) and self._open(c)

    def _refers_back(self, c: Candidate) -> bool:
        """Whether it is "Minute 104 - Bus timetable": in a list of items that goes on with 120 recalls an earlier meeting's minute."""
        return c.style in ("keyed minute", "keyed item") and any(
            last.style != c.style and len(last.value) == 1 and self.prospect.comes(last, c.line)
            for last in self.stack[:1]
        )

    def _restarts(self, c: Candidate) -> bool:
        """A list opened by `c` is confirmed by its next member further down."""
        if not c.firm and not c.style.endswith((")", ".", ":", "close", "dot", "paren")):
            return False
        if c.value[-1] == 1 or not is_open(c.style, self.stack):
            return self.prospect.is_followed(c)
        return False

    # looking about

    def _speaks(self, c: Candidate) -> bool:
        """Words that go on in lower case are a clause of a list at best, never a paragraph counted in decimals."""
        return c.firm or c.style not in ("decimal", "plain", "ref", "colon", "chain", "sub")

    # numbers inside a line

    def _place_inside(self, n: int) -> None:
        line = self.lines[n]
        long = len(line.bare) > LONG_LINE
        inside = list(in_middle(n, line))
        for k, c in enumerate(inside):
            if self.marks and (self.marks[-1].candidate.line, self.marks[-1].candidate.at) == (n, c.at):
                continue  # read already, as a letter
            if is_captioned(line, c, self.prospect) and not is_open(c.style, self.stack):
                self._open(c)
                continue
            if c.style not in ("decimal", "letter)", "(letter)") and not long:
                continue
            if any(step(c.value, o.value) == 0 and o.value == c.value for o in self.prospect.upcoming(c)[:3]):
                continue
            if not self._next_inside(c) and c.value[-1] == 1 and not self._child(c):
                self._first_inside(c, inside[k + 1 : k + 1 + _AHEAD])

    def _next_inside(self, c: Candidate) -> bool:
        if not may_go_on(self.lines[c.line], c):
            return False
        for depth in reversed(range(len(self.stack))):
            gap = _gap(self.stack[depth], c)
            if gap == 1 or (gap == 2 and in_capitals(c.follow)):
                return self._accept(c, depth)
        return False

    def _first_inside(self, c: Candidate, rest: list[Candidate]) -> bool:
        flat = any(m.candidate.middle and m.candidate.line == c.line for m in self.marks[-20:])
        return opens_inside(self.lines[c.line], c, rest, flat=flat) and self._open(c)

    # what is done

    def _accept(self, c: Candidate, depth: int, *, keep: bool = False) -> bool:
        del self.stack[depth + 1 :]
        last = self.stack[depth]
        last.used.add(c.value)
        if not keep:
            last.value = c.value
        self.marks.append(Mark(c, last.series, depth))
        return True

    def _open(self, c: Candidate) -> bool:
        if c.style == "planning":
            del self.stack[1 if self.stack and self.stack[0].style != "planning" else 0 :]
        elif c.style.startswith(("ref", "keyed")):
            self.stack.clear()
        elif c.style == "action":
            self.stack = [last for last in self.stack if last.style != "action"]
        del self.stack[_DEEPEST:]
        self.stack.append(OpenList(c.style, c.value, self.series, {c.value}))
        self.series += 1
        self.marks.append(Mark(c, self.stack[-1].series, len(self.stack) - 1))
        return True


def _gap(last: OpenList, c: Candidate) -> int:
    return step(last.value, c.value) if last.style == c.style else 0
