"""A quoted answer gets a lead in a language model's words: checked sentence by sentence, the quotes left as they are.

The model is asked only where the quoting writer answers, and only about what it quotes. What the model writes stands
in front of the quotes and never in their place: whatever it drafts, no citation, quote or refusal changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assistant.checking import Fault, find_fault
from assistant.drafting import Drafted, Drafter, ModelFailed, read_sentences
from assistant.evidence import Evidence, number_evidence
from assistant.instructions import speaks_to_a_machine
from assistant.model import Answer, Claim
from assistant.words import words

SUSPECT = "a passage reads like an instruction to a computer"
IN_THE_RECORD = "In the words of the record:"


def reword(answer: Answer, drafter: Drafter) -> Iterator[Answer]:
    """The answer as it grows: the quotes at once, then the lead, a checked sentence at a time; the last is whole."""
    if not answer.answered:
        yield answer
        return
    evidence = number_evidence(answer.citations)
    if any(speaks_to_a_machine(f"{e.heading} {e.passage.text}") for e in evidence):
        yield _told(answer, f"{drafter.name} was not asked: {SUSPECT}.")
        return
    yield replace(answer, notices=())
    lead, failure = _Lead(), ""
    try:
        for sentence in read_sentences(drafter.draft(answer.question, evidence)):
            if lead.add(sentence, evidence):
                yield replace(_led(answer, lead, drafter.name), notices=())
    except ModelFailed as error:
        failure = str(error)
    yield _told(_led(answer, lead, drafter.name), _account(drafter.name, lead, failure))


@dataclass(slots=True)
class _Lead:
    """The sentences that were kept, and why others were not."""

    claims: list[Claim] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def add(self, sentence: Drafted, evidence: Sequence[Evidence]) -> bool:
        """Check one sentence; True if it was kept."""
        kept = check(sentence, {e.n: e for e in evidence})
        if isinstance(kept, Claim) and not self._says_anew(kept, evidence):
            kept = Fault.REPEATED
        if isinstance(kept, Fault):
            self.faults.append(kept)
            return False
        self.claims.append(kept)
        return True

    @property
    def dropped(self) -> int:
        """How many were left out for want of support; what only repeats the quote was true."""
        return sum(fault is not Fault.REPEATED for fault in self.faults)

    def _says_anew(self, claim: Claim, evidence: Sequence[Evidence]) -> bool:
        said = words(claim.text)
        if any(said == words(other.text) for other in self.claims):
            return False
        quoted = [words(e.words) for e in evidence if e.n in claim.citations]
        return not any(len(said) >= len(quote) and set(quote) <= set(said) for quote in quoted)


def check(sentence: Drafted, evidence: Mapping[int, Evidence]) -> Claim | Fault:
    """The sentence as a claim with those of its markers whose evidence carries all of it; else the fault.

    Evidence is never added up: each passage that stays cited says the whole sentence by itself.
    """
    if not sentence.markers:
        return Fault.UNMARKED
    faults = {n: find_fault(sentence.text, evidence[n]) for n in sentence.markers if n in evidence}
    carried = tuple(n for n, fault in faults.items() if fault is None)
    if carried:
        return Claim(text=sentence.text, citations=carried)
    return next((fault for fault in faults.values() if fault), Fault.DANGLING)


def _led(answer: Answer, lead: _Lead, name: str) -> Answer:
    if not lead.claims:
        return replace(answer, dropped=lead.dropped)
    first = " ".join(f"{claim.text} {''.join(f'[{n}]' for n in claim.citations)}" for claim in lead.claims)
    return replace(
        answer,
        text=f"{first}\n\n{IN_THE_RECORD}\n\n{answer.text}",
        claims=(*lead.claims, *answer.claims),
        writer=f"model:{name}",
        dropped=lead.dropped,
    )


def _told(answer: Answer, line: str) -> Answer:
    return replace(answer, notices=(*answer.notices, line))


def _account(name: str, lead: _Lead, failure: str) -> str:
    """One line on what the model did."""
    dropped = lead.dropped
    counted = f"{dropped} sentence{'' if dropped == 1 else 's'} of its draft"
    left_out = [f"{counted} left out as not carried by the minutes"] * bool(dropped)
    failed = [f"it {failure}"] * bool(failure)
    if lead.claims:
        kept = f"{name} worded the lead, each sentence checked against the passage it cites"
        return "; ".join((kept, *left_out, *failed)) + "."
    empty = ["it wrote nothing that adds to the record"] * (not failed and not left_out)
    why = "; ".join((*failed, *left_out, *empty))
    return f"The answer is in the words of the record alone. {name} was asked: {why}."
