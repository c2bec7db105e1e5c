"""What a passage is by its own wording, where no caption says it: decision, motion, action, vote, reason or admin.

A remark is the default. "Members agreed the report was interesting" is a remark; "Members agreed to write" is not.
"""

from __future__ import annotations

import re

from ingest.model import Kind

_BODY = r"(?:the\s+)?(?:[\w’']+\s+){0,4}?(?:council(?:lors)?|committee|board|cabinet|members|meeting|panel|forum|group|trustees|cc|executive|we|all)"
_DECISION = re.compile(
    r"^\W*(?:(?:it\s+was\s+)?(?:then\s+)?(?:proposed,?\s+seconded\s+and\s+)?(?:unanimously\s+|therefore\s+|further\s+)*(?:resolved|ordered)\b)"
    r"|^\W*(?:AGREED|RESOLVED|APPROVED|NOTED|DECIDED|Agreed|Approved|Noted)\b(?!\s+(?:by|in|at|as)\b)"
    r"|^\W*it\s+was\s+(?:unanimously\s+)?(?:noted\s+and\s+)?(?:agreed|decided)\b"
    r"|\bit\s+was\s+(?:therefore\s+|also\s+|then\s+|further\s+|unanimously\s+|suggested\s+and\s+|proposed\s+and\s+)*(?:agreed|resolved|decided)\b"
    r"|\bon\s+the\s+(?:proposal|proposition|motion)\s+of\b.{0,160}\bseconded\b"
    r"|\b(?:was|were|is|are)\s+(?:duly\s+|then\s+|unanimously\s+|all\s+)*(?:agreed|accepted|approved|adopted|moved|confirmed|signed|passed)\s+(?:and\s+\w+\s+)?(?:subject\s+to|as\s+(?:a\s+|being\s+)?(?:true|correct|accurate|fair)|by|unanimously|for\s+payment|and\s+signed)"
    r"|\bpresented\s+and\s+accepted\b|\b(?:all|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|members|everyone)\s+(?:were|was|voted)\s+in\s+favour\b|\ball\s+(?:agreed|in\s+favour)\b"
    r"|(?<!amendment)(?<!%)\s(?:was|were)\s+(?:unanimously\s+)?(?:carried|approved|adopted|ratified)\b"
    r"|\b(?:proposed|moved)\b.{0,120}\bseconded\b(?:(?!\blost\b).){0,200}"
    rf"|^{_BODY}\s+(?:unanimously\s+)?(?:agreed|resolved|decided|approved)\s+(?:unanimously\s+)?(?:to\b|that\b.{{0,160}}\b(?:be|should)\b)"
    rf"|\b{_BODY}\s+unanimously\s+(?:agreed|resolved|approved)\b"
    r"|(?-i:\b(?:Carried|CARRIED)\b)|\bTHEREFORE\s+BE\s+IT\s+RESOLVED\b|^\W*(?:The\s+)?[Mm]embers\s+noted\s+that\b",
    re.I,
)
_CAPS_DECISION = re.compile(r"\b(?:AGREED|RESOLVED|CARRIED)\b")
_LOST = re.compile(r"\b(?:LOST|(?:motion|amendment)\b.{0,60}\b(?:was\s+)?(?:lost|fell|defeated|not\s+carried)|DEFEATED)\b")
_MOTION = re.compile(
    r"^\W*(?:notice\s+of\s+motion\b|[|I]?\s*will\s+move\b|moved\s+by\b)|\bwill\s+move\s+at\s+the\s+next\b|^\W*(?:an\s+)?amendment\s+(?:was\s+)?(?:proposed|moved)\b",
    re.I,
)
_MOVED = re.compile(r"\b(?:proposed|moved)\b.{0,160}\bseconded\b|\bseconded\b.{0,80}\bamendment\b", re.I)
_VOTE = re.compile(
    r"^\W*(?:for|against|yeas|nays|abstentions?|in\s+favour)\s*[:(-]|^\W*on\s+(?:a|being\s+put\s+to\s+the)\s+vote\b|\b(?:his|her|their)\s+votes?\b.{0,40}\brecorded\b"
    r"|^\W*(?:the\s+)?(?:vote|voting)\s+was\b|^\W*a\s+(?:recorded|named)\s+vote\b|\basked\s+that\s+(?:his|her|their)\s+vote",
    re.I,
)
_RECOMMENDATION = re.compile(r"^\W*(?:it\s+was\s+)?recommended\b", re.I)
_REASON = re.compile(r"^\W*(?:reasons?\s+for\s+(?:the\s+)?(?:decision|recommendation|refusal)s?|reasons?\s*:)", re.I)
_ADMIN = re.compile(
    r"^\W*(?:none|nil|no\s+apologies|no\s+declarations?|there\s+were\s+no\s+(?:apologies|declarations?|disclosures?))\b"
    r"|\bapologies\b.{0,40}\b(?:were|was|received|accepted|given|from|for\s+absence)\b|^\W*apologies\b"
    r"|\bdeclar(?:ed|ations?)\b.{0,40}\b(?:interests?|pecuniary)\b|^\W*disclosures?\s+of\b"
    r"|\b(?:left|joined|entered|re-?joined|vacated|took|resumed|withdrew\s+from)\s+(?:the\s+)?(?:meeting|room|chamber|chair)\b"
    r"|^\W*(?:the\s+)?(?:\w+\s+)?meeting\s+(?:was\s+|then\s+|adjourned|closed|ended|re-?convened|commenced|concluded|opened|finished|started|rose)"
    r"|\b(?:date|time)\s+(?:and\s+\w+\s+)?of\s+(?:the\s+)?next\b|^\W*(?:the\s+)?next\b.{0,60}\bmeeting\b.{0,30}\b(?:will|would|to|is)\b|^\W*next\s+meeting\b|^\W*this\s+would\s+be\s+the\b"
    r"|\bvotes?\s+of\s+(?:sympathy|congratulation)|\bevacuation\s+procedures?\b|\brecord(?:ing)?\s+(?:of\s+)?the\s+meetings?\b"
    r"|^\W*(?:signed|chairman['’]s\s+signature)\b.{0,60}(?:\bdate\b|[._…]{4})|^\W*(?:venue|contact|time|present|in\s+attendance|minute\s+taker)\s*:"
    r"|^\W*circulated,?\s+(?:copy\s+of\s+)?(?:the\s+)?draft\s+minutes\b|\bclosed\s+the\s+meeting\b|\b(?:chq|cheque)\.?\s+no\b"
    r"|^\W*(?:decision\s+(?:maker|status|published)|is\s+(?:\w+\s+){1,4}decision\?|is\s+subject\s+to\s+call|(?:report\s+|lead\s+)?(?:author|officer)|publication\s+date|published"
    r"|date\s+of\s+decision|(?:decided|made)\s+at\s+meeting|effective\s+(?:from|date)|wards?\s+affected|reference|ref|status|date|place|location)\s*\??:"
    r"|^\W*(?:(?:draft|unconfirmed)\s+)?minutes?\s+of\b(?=.{0,200}\b(?:meeting|held)\b)(?!.{0,300}\b(?:were|was)\b)",
    re.I,
)
_ADMIN_TITLE = re.compile(
    r"\b(?:apolog(?:y|ies)|interests?|substitut\w+|attendance|present|evacuation|next\s+meeting|exclusion\s+of|welcome|minutes)\b", re.I
)
_VERB = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|be|been|said|asked|noted|agreed|advised|informed|welcomed|thanked|stated|reported"
    r"|resolved|confirmed|queried|requested|felt|discussed|considered|received|explained|highlighted|raised|expressed|told|gave|made|responded"
    r"|commented|introduced|presented|suggested|proposed|seconded|carried|left|joined|referred|outlined|spoke|took|went|can|could|may|should|must|shall|did|does)\b"
)
_OWNERS = re.compile(r"(?:[A-Z]{2,3}|All|ALL|Clerk|CLERK|Chair)(?:\s*[/,&]\s*(?:[A-Z]{2,3}|Clerk|Chair))*")
_IMPERATIVE = re.compile(
    r"^(?:Please\s+)?(?:Add|Advise|Agree|Amend|Arrange|Ask|Bring|Check|Chase|Circulate|Clarify|Compile|Complete|Confirm|Consider|Consult|Contact|Convene"
    r"|Develop|Distribute|Draft|Email|Ensure|Establish|Explore|Find|Follow|Forward|Gather|Identify|Include|Inform|Investigate|Invite|Issue|Keep|Liaise"
    r"|Look|Make|Meet|Monitor|Notify|Obtain|Order|Organise|Pass|Prepare|Produce|Provide|Publish|Purchase|Put|Raise|Refer|Remind|Report|Request|Research"
    r"|Respond|Return|Review|Schedule|Seek|Send|Set|Share|Submit|Supply|Take|Undertake|Update|Write)\s+(?!of\b|by\b|was\b|were\b|from\b|on\s+the\s+\w+$)[a-z]"
)
_WHO = r"(?:(?:The\s+)?(?:Clerk|Chair(?:man)?|Secretary|Treasurer|Officers?|Members?|Director|All|ALL)|(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\.?\s+(?:[A-Z]\.?\s*)*[A-Z][\w’'-]+|[A-Z]{2,3}(?:\s*/\s*[A-Z]{2,3})*)"
_TASK = re.compile(
    rf"(?:^|[.;(–-]\s*|\band\s){_WHO}(?:\s+and\s+{_WHO})?\s+to\s+(?!the\b|a\b|be\s+present)[a-z]+\b|\((?:[\w ]{{0,30}}\s)?to\s+(?:circulate|report|provide|follow|write)\b[^)]*\)"
    r"|\b[A-Z]{2,3}\s+to\s+(?!the\b|a\b|be\b|an\b)[a-z]{3,}|[.)]\s+(?:ALL|[A-Z]{2}(?:\s*[/&,]\s*[A-Z]{2})*)$|\bACTION\b|\bAction\s*(?:[:>–]|[A-Z]{2}\b)"
)


def kind_of(words: str, title: str = "") -> Kind:
    """Judge a passage by its wording; `title` is of the item or sub-heading it stands under."""
    head = words[:1500]
    if _OWNERS.fullmatch(words):
        return Kind.ADMIN
    if _VOTE.search(head) and len(words) < 400:
        return Kind.VOTE
    if re.match(r"(?:WHEREAS|THEREFORE)\b", head) and "RESOLVED" in head:
        return Kind.DECISION
    if _LOST.search(head) and not _CAPS_DECISION.search(head):
        return Kind.MOTION
    if _MOTION.search(head[:200]):
        return Kind.MOTION
    if _MOVED.search(head) and re.search(r"[:“\"]\W*$", words) and not re.search(r"\bagreed\b|\bresolved\b", head, re.I):
        return Kind.MOTION
    if _REASON.match(head):
        return Kind.REASON
    if _RECOMMENDATION.match(head):
        return Kind.RECOMMENDATION
    return _settled(head, title)


def _settled(head: str, title: str) -> Kind:
    admin = _ADMIN.search(head[:300]) is not None
    if (_DECISION.search(head) or _CAPS_DECISION.search(head)) and not (admin and len(head) < 160 and "apolog" in head.lower()):
        return Kind.DECISION
    if admin and len(head) < 900:
        return Kind.ADMIN
    if _ADMIN_TITLE.search(title) and len(head) < 600 and not re.search(r"\bminutes\b", title, re.I):
        return Kind.ADMIN
    if _TASK.search(head) or is_imperative(head):
        return Kind.ACTION
    return Kind.PARAGRAPH


def is_moved(words: str) -> bool:
    """Whether the words say that something was moved and seconded, with no word of what came of it."""
    return _MOVED.search(words) is not None and not re.search(r"\b(?:carried|agreed|resolved|favour|unanimous\w*)\b", words, re.I)


def is_imperative(words: str) -> bool:
    """Whether the words tell somebody to do something ("Report back in 2020.")."""
    return _IMPERATIVE.match(words) is not None


def has_verb(words: str) -> bool:
    """Whether the words hold a verb in a finite form that minutes use: then they are no title and no name."""
    return _VERB.search(words) is not None
