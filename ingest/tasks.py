"""The words that give somebody something to do: orders, owners, and who is to act."""

# ruff: noqa: E501  (a phrase is one line)

from __future__ import annotations

import re

IMPERATIVE = re.compile(  # but no label: "Purchase cards: limited assurance"
    r"(?!(?:\w+\s+){1,3}\w+:)(?:Please\s+)?(?:Add|Advise|Agree|Amend|Arrange|Ask|Bring|Check|Chase|Circulate|Clarify|Compile|Complete|Confirm|Consider|Consult|Contact|Convene"
    r"|Develop|Distribute|Draft|Email|Ensure|Establish|Explore|Find|Follow|Forward|Gather|Identify|Include|Inform|Investigate|Invite|Issue|Keep|Liaise"
    r"|Look|Make|Meet|Monitor|Notify|Obtain|Order|Organise|Pass|Prepare|Produce|Provide|Publish|Purchase|Put|Raise|Refer|Remind|Report|Request(?!\s+to\b)|Research"
    r"|Respond|Return|Review|Schedule|Seek|Send|Set|Share|Submit|Supply|Take|Undertake|Update|Write)\s+(?!of\b|by\b|was\b|were\b|from\b|on\s+the\s+\w+$)[a-z]"
)
INITIALS = r"[A-Z]{2,3}(?:\s*[/,&]\s*[A-Z]{2,3})*"
_WHO = (
    r"(?:(?:The\s+)?(?:(?:(?:Deputy|Dep\.?|Assistant|Town|Parish)\s+)?Clerk|Staff|Chair(?:man)?|Secretary|Treasurer|Officers?|Members?|Director|All|ALL)"
    rf"|(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\.?\s+(?:[A-Z]\.?\s*){{0,3}}[A-Z][\w’'-]+|{INITIALS})"
)
_POST = r"(?:Clerk|CLERK|Chair(?:man)?|Secretary|Treasurer|(?:Cllrs?|Councillors?)\.?\s+(?:[A-Z]\.?\s*){0,3}[A-Z][\w’'-]+)"
_OWNER = rf"(?:{INITIALS}|ALL|All|{_POST})"
OWNERS = rf"{_OWNER}(?:\s*(?:[/,&]|and)\s*{_OWNER})*"
_DOES = (
    "advise|arrange|ask|bring|check|chase|circulate|confirm|contact|draft|email|find|follow|get|investigate|invite|issue|keep|liaise|look|make|monitor"
    "|notify|obtain|order|organise|pass|prepare|produce|provide|publish|purchase|raise|remind|report|request|research|respond|review|see|send|speak"
    "|submit|supply|take|update|write"
)
TASK = re.compile(
    rf"(?:^|[.;:(–-]\s*|\band\s){_WHO}(?:\s+and\s+{_WHO})?\s+to\s+(?!the\b|a\b|be\s+present)[a-z]+\b"
    rf"|\b(?:{_WHO}|[A-Z][a-z]+\s+(?:Administrator|Officer|Manager))\s+agreed\s+to\s+(?!disagree|the\b|a\b)[a-z]+"
    rf"|\b{INITIALS}\s+(?:would|undertook\s+to|(?:had\s+)?agreed\s+to)\s+(?:\w+ly\s+|also\s+)?(?:{_DOES})\b|\b(?:taken\s+forward|actioned)\s+by\s+{_OWNER}"
    rf"|\b{INITIALS}\s+would\s+be\s+in\s+charge\s+of\b|\bhad\s+agreed\s+to\s+(?:{_DOES})\b|[.;!?)]\s+{_POST}$"
    rf"|^(?:{INITIALS})\s+(?:would|will)\s+(?!be\b|like\b|have\b|not\b|prefer\b|welcome\b|support\b|want\b|need\b)[a-z]+\b"
    r"|\((?:[\w ]{0,30}\s)?to\s+(?:circulate|report|provide|follow|write)\b[^)]*\)"
    rf"|(?<!for )\b[A-Z]{{2,3}}\s+to\s+(?!the\b|a\b|be\b|an\b)[a-z]{{3,}}|\bACTION\b|\bAction\s*(?:[:>–]|[A-Z]{{2}}\b)"
)
ASSIGNED = re.compile(
    r"(?P<owner>[A-Z][\w’'.&-]*(?:,?\s+[\w’'&.-]+){0,8}?)\s+to\s+(?!(?:the|an?|his|her|their|its|this|that|these|those|all|which|whom|some|any|it|them)\b)[a-z]+\b"
)
NO_OWNER = re.compile(
    r"(?:notes?|requests?|proposals?|applications?|offers?|invitations?|permission|opportunity|motion|\w+ed|due|according|subject|prior|response|relation|regards?|addition|reference|answer|need|able|\w+ing|"
    r"(?:continue|seek|hope|want|need|intend|aim|tend|wish|plan|expect|appear|seem)s?|began|used|undertook|chose|sought|up|back|on|how|what|where)$",
    re.I,
)
OWNERS_ONLY = re.compile(OWNERS)
