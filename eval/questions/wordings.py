"""How a question may be worded: several ways for each kind, so that a set of drafts does not sound like one form."""

from __future__ import annotations

from datetime import date

WORDINGS: dict[str, tuple[str, ...]] = {
    "decision": (
        "What did {body} decide on {title} {when}?",
        "{title} - what was agreed when {body} met {when}?",
        "did {body} come to a decision about {title} {when}, and which?",
        "What was the outcome of {title} at the meeting of {body} {when}?",
        "what has {body} resolved about {title}, {when}",
    ),
    "recommendation": (
        "What did {body} recommend on {title} {when}?",
        "which recommendations followed from {title} when {body} met {when}?",
        "{title}: what did {body} want done about it {when}?",
    ),
    "action": (
        "What was to be done after {body} had discussed {title} {when}?",
        "who had to do what about {title} after {body} met {when}?",
        "actions on {title} from {body} {when}",
    ),
    "vote": (
        "How did the vote on {title} go at {body} {when}?",
        "{title} at {body} {when} - how many voted for and how many against?",
        "was {title} put to the vote by {body} {when}, and with what result?",
    ),
    "who": (
        "Who moved it when {body} took {title} {when}?",
        "mover and seconder on {title}, {body} {when}?",
        "At {body} {when}, who proposed what was put on {title}?",
    ),
    "number-lookup": (
        "What does {label} of the minutes of {body} {when} say?",
        "{body} {when}, {label} - what is it about?",
        "read me {label} from {body} {when}",
        "I need the words of {label}, {body} {when}",
    ),
}
"""By type of question; `when` is "on 24 November 2014" or "in November 2014"."""


def in_sentence(title: str) -> str:
    """The title of an item as it stands within a sentence: no capitals but those of names and acronyms.

    >>> in_sentence("Library opening hours"), in_sentence("CSE: report back"), in_sentence("THE DEPOT.")
    ('library opening hours', 'CSE: report back', 'the depot')
    """
    title = " ".join(title.split()).strip(" .:-–")
    if title.isupper():
        return title.lower()
    first, _, rest = title.partition(" ")
    if not first[1:].islower() or rest[:1].isupper():
        return title  # an acronym, or every word of it has a capital
    return f"{first.lower()} {rest}".strip()


def named(body: str) -> str:
    """A body as it stands within a sentence.

    >>> named("Planning Committee"), named("Cabinet")
    ('the Planning Committee', 'Cabinet')
    """
    return body if body.casefold().startswith(("the ", "cabinet")) else f"the {body}"


def when(day: date, *, month: bool) -> str:
    """The day of a meeting, or its month alone.

    >>> when(date(2014, 11, 4), month=False), when(date(2014, 11, 4), month=True)
    ('on 4 November 2014', 'in November 2014')
    """
    return f"in {day:%B %Y}" if month else f"on {day.day} {day:%B %Y}"
