"""The words that frame a question and name nothing that it is about."""

from __future__ import annotations

from assistant.question import Wanted
from assistant.words import stem


def _stems(listed: str) -> frozenset[str]:
    return frozenset(stem(word) for word in listed.split())


# What people say around any subject of any meeting.
FRAME = _stems(
    """
    agree agreed agreement decide decided decision resolve resolved resolution outcome outcomes say said
    says saying tell told mention mentioned discuss discussed discussion raise raised talk talked ask
    asked asking happen happened happens minutes meeting council councils committee member members
    question answer come came think thought want wanted wants hear latest position status history
    timeline track year years today respond response view views feel express expressed describe explain
    detail details information many much long kind sort type stand stands record recorded recommend
    recommended recommendation recommendations action actions taken offered offer update people person
    person's did make made next report reported reports work working used use try trying need needed
    look looking part parts two both each far way currently recently ever set give given state stated
    note noted point points list item items compare compared end according back often conclude concluded
    settle settled supposed time times
    """
)

# Words that say in which form the answer is wanted; they are no subject once the form is understood.
FORM_WORDS = {
    Wanted.MONEY: _stems("cost costs price amount paid pay spend spent fee rate charge"),
    Wanted.DATE: _stems("date dates day time start month"),
    Wanted.VOTE: _stems("voted votes"),
    Wanted.NUMBER: _stems("number share percentage proportion total figure figures"),
    Wanted.REASON: _stems("reason reasons ground grounds hard"),
    Wanted.PERSON: _stems("organisations organisation"),
}

# What a body is called when it is not called by its name.
BODY_WORDS = _stems("board committee panel cabinet council sub-committee forum scrutiny group")
