"""Whether a sentence says that a thing was done: in the perfect or the passive, by the verb of the task or a general one.

"The Clerk had written to Highways" tells that the Clerk wrote; "the Clerk had not written", "would write", "asked whether
it had been written" and "until it has been written" do not.
"""

# ruff: noqa: E501  (a phrase is one line)

from __future__ import annotations

import re

_HURRY = r"(?:(?:now|since|already|duly|also|both|all|recently|successfully|subsequently|been|fully|just|then)\s+)*"
_HAVE = r"(?:has|have|had|having|was|were|is|are)\s+"

# What a task asks for (a verb of it, by its beginning) -> the participles that tell it was done.
_DONE_BY_VERB = (
    (
        r"writ|wrote|letter|email|contact|speak|liais|approach|advis|inform|notif|ask|request|chas|remind|invit|thank|follow|respon|repl",
        r"written|wrote|emailed|contacted|spoken|approached|advised|informed|notified|asked|requested|chased|reminded|invited|thanked|replied|responded|sent|submitted",
    ),
    (
        r"report|bring|feed\s+?back|updat",
        r"reported|reported\s+back|brought|updated|presented|given",
    ),
    (
        r"circulat|send|forward|suppl|provid|share|distribut|submit|pass",
        r"circulated|sent|forwarded|supplied|provided|shared|distributed|submitted|passed|received",
    ),
    (
        r"check|enquir|find|investigat|look|explor|establish|research|obtain|get|sourc|cost|seek|clarif|confirm",
        r"checked|enquired|found|investigated|explored|established|researched|obtained|got|sourced|sought|clarified|confirmed|received",
    ),
    (
        r"draft|prepar|produc|write\s+up|finalis|compil|develop|complet|cost",
        r"drafted|prepared|produced|finalised|compiled|developed|written",
    ),
    (r"arrang|organis|hold|book|meet|attend|visit|conven", r"arranged|organised|held|booked|met|attended|visited|convened|taken\s+place"),
    (r"instal|erect|put\s+up|fit|plac|post|publish|display|affix|add", r"installed|erected|put\s+up|fitted|placed|posted|published|displayed|added"),
    (r"repair|mend|fix|replac|remov|clear|cut|fill|clean|paint|trim|treat|plant", r"repaired|mended|fixed|replaced|removed|cleared|cut(?:\s+back)?|filled|cleaned|painted|trimmed|treated|planted"),
    (r"pay|purchas|buy|order|payment", r"paid|purchased|bought|ordered|delivered|received"),
    (r"amend|review|revis|adopt|approv|sign|regist|appoint|elect|set\s+up|open", r"amended|reviewed|revised|adopted|approved|signed|registered|appointed|elected|set\s+up|opened"),
)  # fmt: skip
_IN_ANY_CASE = r"completed|carried\s+out|done|dealt\s+with|actioned|implemented|finished|concluded|discharged"
_OUTRIGHT = re.compile(
    r"^\W*(?:completed?|done|actioned|discharged|closed)\b\W*$|\b(?:action|matter|item)\s+(?:was\s+|is\s+|now\s+)*(?:closed|discharged|completed?)\b"
    r"|\b(?:now|is|was|were)\s+complete\b",
    re.I,
)
_AS_ASKED = re.compile(
    r"\bas\s+(?:(?:he|she|they|it|\w+)\s+)?(?:had\s+|was\s+|were\s+)?(?:been\s+)?(?:requested|asked|agreed|promised|undertaken|instructed|directed)"
    r"\s+(?:to\s+do\b|at\s+the\b|in\s+[A-Z]|by\s+(?:the|members)\b|previously|earlier)"
    r"|\banswer(?:ed|s)\s+the\s+(?:request|question)\b|\bin\s+(?:response|reply|answer)\s+to\s+(?:the|a|that|its|their)\s+(?:\w+\s+)?request\b"
)
_UNSURE = re.compile(
    r"\b(?:whether|if|once|when|until|till|unless|before\s+(?:it|they|this|that|the)|after\s+(?:it|they|this|that|the)|how|asked\s+that|should|would|will|could|may|might|to\s+be|yet\s+to"
    r"|awaited|awaiting|understood|thought|believed|no|none|nothing|neither|nor|never|hardly|few)\b[^.;:]*$",
    re.I,
)  # fmt: skip
_ASKED = re.compile(
    r"\b(?:to|would|will|shall)\s+(?:also\s+|then\s+)?(\w+(?:\s+(?:back|up)\b)?)(?:\s+and\s+(\w+))?"
)
_PASSIVE = re.compile(r"\bbeen\b|\b(?:was|were|is|are)\s", re.I)
_CLAUSE = re.compile(r"[.;:,–]|\band\b|\bthat\b")
_PRONOUN = re.compile(r"\b(?:I|he|she|they|we|officers)\b", re.I)


def answers_request(sentence: str) -> bool:
    """Whether a sentence says that what was asked for earlier was done ("as he had been requested to do in March")."""
    found = _AS_ASKED.search(sentence)
    return found is not None and not _UNSURE.search(sentence[: found.start()])


def says_done(sentence: str, task: str, owner: str | None = None) -> bool:
    """Whether a sentence says that what a task asks for was done, passively or by its owner.

    >>> says_done("The Clerk had written to Highways.", "The Clerk to write to Highways.", "The Clerk")
    True
    >>> says_done("The Clerk had not yet written to Highways.", "The Clerk to write to Highways.", "The Clerk")
    False
    >>> says_done("The Mayor had written to Highways.", "The Clerk to write to Highways.", "The Clerk")
    False
    """
    if (outright := _OUTRIGHT.search(sentence)) and not _UNSURE.search(sentence[: outright.start()]):
        return True
    asked = _verbs(task)
    told = [done for verb, done in _DONE_BY_VERB if any(re.match(verb, a, re.I) for a in asked)]
    perfect = re.compile(rf"\b{_HAVE}{_HURRY}(?:{'|'.join([_IN_ANY_CASE, *told])})\b", re.I)
    if any(_by_whom(sentence, found, owner) for found in perfect.finditer(sentence)):
        return True
    reports = any(re.match(r"report|bring|update|feed", a, re.I) for a in asked)
    past = re.finditer(r"\b(?:reported|updated|fed\s+back)\b", sentence) if reports else ()
    return any(_is_subject(sentence[: found.start()], owner) for found in past)


def _verbs(task: str) -> list[str]:
    """What a task asks for: the verbs after "to" and "would", and the first word ("Report back on ...")."""
    found = [verb for pair in _ASKED.findall(task) for verb in pair if verb]
    first = re.match(r"\W*(?:Please\s+)?(\w+(?:\s+back\b)?)", task)
    return [*found, first[1]] if first else found


def _by_whom(sentence: str, found: re.Match[str], owner: str | None) -> bool:
    """Whether it is said for sure, and of nobody or of the owner."""
    before = sentence[: found.start()]
    if _UNSURE.search(before):
        return False
    return _PASSIVE.search(found.group()) is not None or _is_subject(before, owner)


def _is_subject(before: str, owner: str | None) -> bool:
    """Whether the owner is named in the clause before a verb, or is meant by a pronoun."""
    clause = _CLAUSE.split(before)[-1]
    named = set(re.findall(r"\w{2,}", (owner or "").casefold())) - {
        "the",
        "cllr",
        "councillor",
        "mr",
        "mrs",
        "ms",
    }
    return bool(named & set(re.findall(r"\w{2,}", clause.casefold()))) or _PRONOUN.search(clause) is not None
