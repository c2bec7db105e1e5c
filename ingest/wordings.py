"""The stock phrases of minutes, by what they show: kinds are judged by these and by nothing else.

Each table holds phrases that tell at the opening of a passage, and phrases that tell wherever they stand.
"""

# ruff: noqa: E501  (a phrase is one line)

from __future__ import annotations

import re
from dataclasses import dataclass, field

_LONG_NAME = (
    r"(?:(?-i:[A-Z][\w’']*|of|and|the|for)\s+){5,9}?"  # "The officials of the Oldtown Parish Council"
)
_BODY = rf"(?:the\s+)?(?:(?:[\w’']+\s+){{0,4}}?|{_LONG_NAME})(?:council(?:lors)?|(?:sub-?)?committee|board|cabinet|members|meeting|panel|forum|group|trustees|cc|executive|we|all)"
_OURSELVES = r"(?:(?-i:[A-Z])[\w-]+\s+){0,4}(?:authority|council|(?:sub-?)?committee|board|cabinet|panel|executive|commission)"
_AS_SETTLED = r"(?:agreed|accepted|approved|adopted|moved|confirmed|signed|passed)"
_PAPER = r"(?:recommendations?|proposals?|resolutions?|applications?|budget|terms|plans?|strateg(?:y|ies)|polic(?:y|ies)|programme|request)"
_COUNTED = r"(?:all|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|members|everyone)"
_HURRY = r"(?:duly\s+|then\s+|unanimously\s+|all\s+|therefore\s+|also\s+|further\s+|suggested\s+and\s+|proposed\s+and\s+|noted\s+and\s+)*"


@dataclass(frozen=True)
class Wording:
    """Phrases that tell; `opening` at the start of a passage only, `inside` anywhere. Any case unless (?-i: ) says so.

    What stands inside tells nothing where `aside` stands before it in the clause.
    """

    opening: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    aside: str = ""
    _start: re.Pattern[str] = field(init=False, repr=False)
    _any: re.Pattern[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        never = "(?!)"
        object.__setattr__(
            self, "_start", re.compile(rf"\W{{0,20}}(?:{'|'.join(self.opening) or never})", re.I)
        )
        object.__setattr__(self, "_any", re.compile(rf"\b(?:{'|'.join(self.inside) or never})", re.I))

    def shows(self, words: str) -> bool:
        """Whether the words hold one of the phrases."""
        if self._start.match(words):
            return True
        found = (m.start() for m in self._any.finditer(words))
        return any(not (self.aside and re.search(self.aside, words[max(0, at - 90) : at])) for at in found)


DECISION = Wording(
    opening=(
        r"(?:it\s+was\s+)?(?:then\s+)?(?:proposed,?\s+seconded\s+and\s+)?(?:unanimously\s+|therefore\s+|further\s+)*(?:resolved|ordered)\b",
        r"(?:agreed|approved|noted|decided)\b(?!\s+(?:by|in|at|as)\b)",
        rf"(?:(?:by|after|following|on)\b[^.]{{2,80}},\s+)?{_BODY}\s+(?:unanimously\s+)?(?:agreed|resolved|decided|approved)\s+(?:unanimously\s+)?(?:to\b|that\b.{{0,160}}\b(?:be|should)\b)",
        rf"{_BODY}\s+(?:received\s+and\s+)?noted\s+(?:and\s+\w+\s+)?the\s+(?:\w+\s+)?(?:reports?|updates?|contents|position|information|progress)\b",
        rf"{_BODY}\s+(?:unanimously\s+)?(?:approved|endorsed|adopted|ratified|refused)\s+(?:the|an?|its|all)\b",
        r"[^.;:]{2,60}?\b(?:was|were|be)\s+(?:duly\s+|unanimously\s+|re-?)*(?:elected|appointed)\s+(?:as\s+)?(?:the\s+)?(?:vice[- ]?|deputy\s+|joint\s+)?chair(?:man|woman|person)?s?(?:\s+(?:for|until|of\s+the\s+(?:council|committee|board|panel|meeting|group))\b|\W*$|\.\s)",
        r"(?:the\s+)?(?:\w+\s+){0,2}(?:reports?|updates?|programme|letter|position|presentation)\s+(?:was|were)\s+(?:received\s+and\s+)?noted\W*$",
        rf"{_BODY}\s+(?:noted|considered|received|welcomed)\b[^.;]{{2,160}}\band\s+(?:unanimously\s+)?(?:agreed|resolved|recommended)\s+(?:to|that)\b",
        rf"{_BODY}\s+(?:did\s+not\s+(?:support|agree\s+(?:to|with)|accept)|declined|rejected|homologated)\s+(?:to|the|an?|its|all)\b",
        rf"{_BODY}\s+(?:unanimously\s+)?agreed\s+(?:the|its|all)\s+(?:\w+\s+)?{_PAPER}\b(?!\s+(?:was|were|is|are|had|should)\b)",
        rf"(?:the|all|these|those)\s+(?:\w+\s+){{0,2}}{_PAPER}\s+(?:was|were)\s+{_HURRY}(?:agreed|approved|adopted|endorsed|accepted|refused|rejected)\s*(?:\.|$|unanimously|subject)",
        r"(?!actions?\b)(?:[\w-]+\s+){1,3}(?:agreed|approved|awarded)\s*:\s+\S",
        r"whereas\b.{0,3000}\bresolved\b",
        r"(?-i:NO\s+(?:OBJECTIONS?|COMMENTS?)|OBJECT(?:IONS?)?|SUPPORT(?:ED)?|REFUSED?|GRANT(?:ED)?|DEFER(?:RED)?|APPROVED?|NOTED?|AGREED?)\b",
    ),
    inside=(
        rf"it\s+was\s+{_HURRY}(?:agreed|resolved|decided)\b",
        r"on\s+the\s+(?:proposal|proposition|motion)\s+of\b.{0,160}\bseconded\b",
        rf"(?:was|were|is|are)\s+{_HURRY}{_AS_SETTLED}\s+(?:and\s+\w+\s+)?(?:subject\s+to|as\s+(?:a\s+|being\s+)?(?:true|correct|accurate|fair)|by|unanimously|for\s+payment|and\s+signed)",
        r"presented\s+and\s+accepted\b",
        rf"{_COUNTED}\s+(?:were\s+|was\s+|voted\s+)?in\s+favour\b(?!\s+\d)",
        r"became\s+the\s+(?:finding|decision|resolution)\s+of\s+the\b",
        r"all\s+agreed\b",
        r"terms\s+of\s+which\s+were\s+(?:approved|noted|agreed)\b",
        r"(?:was|were)\s+(?:unanimously\s+)?(?-i:NOTED|APPROVED|AGREED|ADOPTED)\b",
        r"(?<!amendment )(?<!% )(?:was|were)\s+(?:unanimously\s+)?(?:carried|approved|adopted|ratified)\b",
        r"(?:proposed|moved)\b.{0,120}\bseconded\b",
        r"unanimously\s+(?:agreed|resolved|approved)\b",
        r"(?-i:Carried(?!\s+(?:out|over|forward))|CARRIED|AGREED|RESOLVED)\b",
        r"therefore\s+be\s+it\s+resolved\b",
        r"motion\s+(?:was\s+)?(?:unanimously\s+)?(?:carried|passed)\b",
        r"on\s+a\s+show\s+of\s+hands\b[^.]{0,60}\b(?:to|that)\b",
        r"(?<=[.;)]\s)(?-i:Agreed|Approved|Declined|Refused|AGREED|NOTED)\s*(?:[.;]|$)",
        r"(?<=[.;)]\s)(?-i:Agreed(?:\s*:\s+\S|\s+(?:to\b|that\b|\d))|(?:Policy|Report|Scheme|Budget)\s+(?:adopted|approved|agreed)\b)",
        rf"(?-i:The)\s+{_OURSELVES}\s*:\s*[-–—]\s*(?:\(?[a-z1]\)\s+)?[a-z]+",
        r"(?<=[.;]\s)(?-i:Refer(?:red)?)\s+to\b",
        r"(?:members|council|committee)\s+(?:ratified|homologated)\b",
        r"(?:(?-i:RATIFIED)|homologated)\b",
        r"(?:co-?opted|elected|appointed)\s+unanimously\b",
        r"(?:was|were)\s+(?:duly\s+|unanimously\s+)*co-?opted\b",
    ),
    aside=r"\b(?:who|whose|(?<!ubject to )which|if|when|once|whether|until|unless|after|before)\b[^,.;:]{0,25}$"
    r"|\b(?:said|(?:reported|explained|advised|told|stated|informed|recalled|observed|remarked|asked)\s+(?:\w+\s+){0,2}(?:that|how|why))\b"
    r"(?:(?!\band\b)[^.;:]){0,60}$|\b(?:survey|questionnaire|petition|poll)\b[^.;:]{0,40}$",
)
_ELSEWHERE = (
    r"(?:(?!\b(?:to|from)\s+the\s+(?-i:[A-Z]))[^.;:]){0,120}?"  # what others refused is no decision of ours
)
PLEA = Wording(
    inside=(
        rf"(?:requests?|offers?|quotes?|quotations?|tenders?|claims?)\b{_ELSEWHERE}\b(?:was|were)\s+(?:not\s+)?(?:refused|declined|rejected|turned\s+down|acceded\s+to|granted|agreed)\b(?!\s+(?:by|in|at)\b)",
        r"(?:was|were)\s+(?:agreed|refused)\s*(?:\([^()]{1,40}\)\s*)?(?:[.;]|$)",
    ),
    aside=rf"{DECISION.aside}|\b(?:no|none|nothing|neither)\b[^.;:]{{0,30}}$|\b(?:to|from)\s+the\s+[A-Z][^.;:]{{0,60}}$",
)
PUT_OFF = Wording(
    opening=(r"(?-i:Deferred|DEFERRED)\s*(?:[.,;]|(?:to|until|pending|for)\b)",),
    inside=(r"(?<=[.;]\s)(?-i:Deferred|DEFERRED|Defer)\s*(?:[.;]|$|(?:to|until|pending|for)\b)",),
    aside=DECISION.aside,
)
ASKED = Wording(opening=(r"(?:that|moved|whereas)\b",))
OF_PLANNING = Wording(inside=(r"planning\b(?!\s+(?:enforcement|policy))",))
_VIEW = r"(?:no\s+(?:obj(?:ection)?s?|comments?|observations?)|object(?:ion)?|supports?|neutral)"
COMMENT = Wording(  # on an application that another body decides
    inside=(
        rf"(?<=[.;–—-]\s){_VIEW}\b\.?\s*(?:$|[.,;–—-]|subject\b|on\b|provided\b|but\b|as\b|due\b)",
        r"(?-i:No\s+(?:objections?|comments?|observations?)\.?$|OBJECT\b|NO\s+OBJECTIONS?\b|NO\s+COMMENTS?\b|SUPPORT\b)",
        rf"(?<=:\s){_VIEW}\s+(?:subject\b|provided\b|on\s+the\s+grounds?\b)",
        r"(?<!parish )(?<!town )(?<!community )(?<!county )(?<!district )(?<!borough )(?:council|cc|members|committee)\s+(?:supports?|objects?|opposes?|maintains?\s+its\s+(?:objection|support)|(?:has|have|had|raised|made)\s+no\s+(?:objections?|comments?|observations?))\b",
    ),
    aside=r"(?i)\b(?:council|highways|agency|officers?|department|dept|authority|water|consultees?|residents?|neighbours?|trust|society)\s*[:–—-]\s*$",
)
CONFIRMS = Wording(
    opening=(
        r"(?:minutes\W+)?(?:subject\s+to\s+[^,.]{2,30}?,?\s+)?(?:the\s+)?(?:draft\s+)?(?:minutes?|notes?)\b(?:\s+(?:of|from)\b.{0,160}?)?\s*\b(?:were|was)\s*(?:\w+\s+)?(?:agreed|approved|confirmed|accepted|signed|adopted|(?:taken|held)\s+as\s+read)\b",
        r"minutes\s*:\s*the\s+minutes\b.{0,80}\b(?:were|was)\s+(?:agreed|approved|confirmed|accepted|signed|adopted)\b",
        r"minutes\s*:\s*(?:agreed|approved|confirmed|accepted|signed|adopted)\b",
    )
)
CONFIRMED = Wording(
    opening=(
        r"(?:(?:meeting\s+)?(?:held|of|dated)\s+(?:on\s+)?[^.;:]{6,40}[.;:]\s+)?(?:agreed|approved|confirmed|accepted|signed|adopted|taken\s+as\s+read)\b",
    )
)
QUOTED = re.compile(r"(?:(?:Cllr|Clir|Councillor)[^:“\"]{2,40}:\s*)?[“\"‘']")
SETTLED = Wording(
    inside=(
        r"(?:was|were|and)\s+(?:\w+\s+)?(?:carried|agreed|resolved)\b",
        r"(?-i:CARRIED|RESOLVED)\b",
        r"all\s+in\s+favour\b",
        r"motion\s+(?:was\s+)?(?:\w+\s+)?(?:carried|passed)\b",
    )
)
OF_MOTION = Wording(inside=(r"motions?\b(?!\s+picture)",))
EXCLUDES = Wording(
    inside=(r"(?:exclude(?:d|s)?\s+the\s+(?:press|public)|(?:press|public)\b.{0,30}\bbe\s+excluded)\b",)
)
OF_EXCLUSION = Wording(inside=(r"(?:exclusion|exempt|confidential)\b",))
AGENDA = Wording(
    opening=(
        r"to\s+(?:consider|note|receive|approve|agree|confirm|adopt|discuss|review|resolve|authorise|determine|report|elect|appoint|ratify|accept|endorse|deal\s+with)\b",
    )
)
OF_MINUTES = Wording(
    opening=(r"(?:(?:confirmation|approval|adoption)\s+of\s+)?(?:the\s+)?minutes\b(?!\s+silence)",)
)
FORMAL = Wording(
    inside=(
        r"(?:proposed|moved|seconded|resolved|in\s+favour|unanimous\w*)\b",
        r"(?-i:APPROVED|AGREED|ADOPTED)\b",
    )
)
LOST = Wording(
    inside=(
        r"(?-i:LOST|DEFEATED)\b",
        r"(?:motion|amendment)\b.{0,60}\b(?:lost|fell|fallen|failed|defeated|not\s+carried|died|withdrawn\s+for\s+want\s+of)\b",
    )
)
ABSORBED = Wording(inside=(r"\bbecame\s+(?:part\s+of\s+)?the\s+(?:new\s+)?substantive\b",))
WON = Wording(inside=(r"(?-i:AGREED|RESOLVED|CARRIED)\b",))
AGREES = Wording(inside=(r"it\s+was\s+(?:then\s+)?(?:agreed|resolved)\b",))
SECONDED_AND_AGREED = Wording(inside=(r"seconded\b[^.;]{0,60}\band\s+(?:\w+\s+)?(?:agreed|resolved)\b",))
MOTION = Wording(
    opening=(
        r"notice\s+of\s+motion\b",
        r"[|I]?\s*will\s+move\b",
        r"moved\s+by\b",
        r"motion\s+(?:was\s+)?(?:made\s+)?by\b",
        r"[^.:;]{2,40}\bmade\s+a\s+motion\b",
        r"(?:the|this)\s+(?:motion|amendment)\s+was\s+(?:\w+\s+)?(?:proposed|moved|seconded)\b",
        r"(?:an\s+)?amendment\s+(?:was\s+)?(?:proposed|moved)\b",
        r"[^.:;]{2,40},\s+seconded\s+by\s+[^.:;]{2,40},\s+(?:moved|proposed)\b",
        r"(?:the\s+)?following\s+(?:notice\s+of\s+)?motion\b",
        r"[^.:;]{2,60}\b(?:moved|proposed)\b(?:[^.:;]{0,60}\b(?:amendment|motion)\b|\s*:)",
    ),
    inside=(r"will\s+move\s+at\s+the\s+next\b",),
)
MOVED = Wording(
    inside=(r"(?:proposed|moved)\b.{0,160}\bsecond(?:ed|ing)\b", r"seconded\b.{0,80}\bamendment\b")
)
PUT = Wording(
    opening=(
        r"(?:it\s+was\s+)?(?:\w+\s+)?(?:proposed|moved)\s+by\b",
        r"on\s+(?:a|the|being\s+put\s+to\s+the)\s+vote\b",
    ),
    inside=(
        r"(?:proposed|moved)\b.{0,160}\bsecond(?:ed|ing)\b",
        r"put\s+to\s+the\s+vote\b",
        r"\d+\s+for\b.{0,20}\bagainst\b",
    ),
)
OUTCOME = Wording(inside=(r"(?:carried|agreed|resolved|favour|unanimous\w*)\b",))
ADOPTED = Wording(
    opening=(
        r"(?:the\s+)?(?:\w+\s+){0,2}motion\b[^.]{0,60}\b(?:was|were|declared)\b[^.]{0,40}\b(?:carried|adopted|passed|agreed)\b",
    )
)
VOTE = Wording(
    opening=(
        r"(?:for|against|yeas?|nays?|ayes?|noes|abstentions?|abstained|in\s+favour)(?:\s+the\s+(?:motion|amendment))?\s*(?:[:(-]|[–—]\s*\d)",
        r"on\s+(?:a|being\s+put\s+to\s+the)\s+vote\b",
        r"(?:the\s+)?(?:vote|voting)\s+was\b",
        r"\d+\s+(?:votes?\s+)?(?:for|in\s+favour)\b.{0,60}\b(?:against|abst\w+)",
        r"(?:the\s+)?(?:(?:substantive|further|original|amended|second|first)\s+)*(?:motion|amendment)\b[^.]{0,40}\s(?:was|were)\b[^.]{0,40}\b(?:put\b|voted\b|declared\b|(?-i:CARRIED|LOST|DEFEATED)\b|(?:carried|lost|defeated)\s+by\s+\w+\s+votes?\b)",
        r"[^.]{2,40}\bdeclared\s+the\s+(?:\w+\s+)?(?:motion|amendment)\s+(?:carried|lost|defeated)\b",
        r"[^.]{2,40}\bgave\s+(?:his|her|their)\s+casting\s+vote\b",
        r"a\s+(?:recorded|named)\s+vote\b",
        r"[^.]{2,40}\babstained\s*(?:on\b|from\s+voting|\.|$)",
    ),
    inside=(
        r"(?:his|her|their)\s+votes?\b.{0,40}\brecorded\b",
        r"asked\s+for\s+it\s+to\s+be\s+recorded\s+that\b.{0,40}\bvoted",
        r"asked\s+that\s+(?:his|her|their)\s+(?:vote|abstention|dissent|opposition)",
    ),
)
RECOMMENDATION = Wording(opening=(r"(?:it\s+was\s+)?recommended\b",))
REASON = Wording(
    opening=(r"reasons?\s+for\s+(?:the\s+)?(?:decision|recommendation|refusal)s?", r"reasons?\s*:")
)
FIELD = Wording(
    opening=(
        r"(?:decision\s+(?:maker|status|published)|is\s+(?:\w+\s+){1,4}decision\?|is\s+(?:it\s+)?subject\s+to\s+call\W?in\??|(?:report\s+|lead\s+)?(?:author|officer)|publication\s+date|published"
        r"|date\s+of\s+decision|speakers|application\s+no|grid\s+ref|applicant|proposal|address|site|agent|forward\s+plan\s+reference|page\s+last\s+updated|title|conflicts?\s+of\s+interest|(?:decided|made)\s+at\s+meeting|effective\s+(?:from|date)|wards?\s+affected|reference|ref|status|date|place|location)\s*\??\s*:",
    )
)
ADMIN = Wording(
    opening=(
        r"(?:none|nil|no\s+apologies|no\s+declarations?|there\s+were\s+no\s+(?:apologies|declarations?|disclosures?))\b",
        r"(?:apologies|disclosures?\s+of|next\s+meeting|this\s+would\s+be\s+the)\b",
        r"(?:the\s+)?(?:\w+\s+)?meeting\s+(?:was\s+|then\s+|adjourned|closed|ended|re-?convened|commenced|concluded|opened|finished|started|terminated|rose)",
        r"respectfully\s+submitted\b",
        r"(?:there\s+)?being\s+no\s+(?:further|other|more)\s+business\b",
        r"(?:the\s+)?next\b.{0,60}\bmeeting\b.{0,30}\b(?:will|would|to|is)\b",
        r"(?:signed|dated?)\s*:?\s*$",
        r"this\s+concluded\s+the\b",
        r"(?:signed|chairman['’]s\s+signature)\b.{0,60}(?:\bdate\b|[._…]{4})",
        r"(?:the\s+)?[\w ]{3,40}\bwould\s+next\s+meet\b",
        r"there\s+are\s+no\s+(?:draft\s+)?minutes\b",
        r"\((?:agenda\s+)?(?:item|report|minute|paper)\b[^)]{0,120}\)$",
        r"(?:in\s+the\s+)?chair\s*:",
        r"(?:venue|contact|time|present|in\s+attendance|minute\s+taker)\s*:",
        r"attendance\s*:\s+(?:[\w-]+\s+)?(?:chair(?:man|woman|person)?|councillors?|cllrs?|members|mrs?|ms|dr)\b",
        r"copies\s+of\s+(?:all\s+|the\s+)?(?:documents|reports|papers)\b.{0,60}\bminute\s+book\b",
        r"(?:the|these)\s+minutes\s+are\s+(?:also\s+)?available\b",
        r"circulated,?\s+(?:copy\s+of\s+)?(?:the\s+)?draft\s+minutes\b",
        *FIELD.opening,
        r"(?-i:PRESENT|APOLOGIES|IN\s+ATTENDANCE)\s+(?-i:[A-Z][a-z])",
        r"(?-i:Present|PRESENT|Apologies|APOLOGIES|Attendance)(?:\s*\||\s{2,})",
        r"at\s+an?\s+(?:\w+\s+)?meeting\s+of\b.{0,160}\bheld\b(?!.{0,300}\b(?:was|were)\b)",
        r"(?:(?:draft|unconfirmed)\s+)?minutes?\s+of\b(?=.{0,200}\b(?:meeting|held)\b)(?!.{0,300}\b(?:were|was)\b)",
    ),
    inside=(
        r"apology\s+for\s+(?:non-?|in)?(?:absence|attendance|ability\s+to\s+attend)\b",
        r"(?<!which )apologies\b.{0,40}\b(?:were|was|received|accepted|given|from|for\s+absence)\b",
        r"declar(?:ed|ations?)\b.{0,40}\b(?:interests?|pecuniary)\b",
        r"(?:date|time)\s+(?:and\s+\w+\s+)?of\s+(?:the\s+)?next\b|donm\b",
        r"meeting\s+(?:was\s+)?(?:closed|ended|concluded|finished)\s+at\b",
        r"(?:public|press)\b.{0,20}\bre-?admitted\b",
        r"votes?\s+of\s+(?:sympathy|congratulation)",
        r"evacuation\s+procedures?\b",
        r"record(?:ing)?\s+(?:of\s+)?the\s+meetings?\b",
        r"(?:closed|adjourned)\s+the\s+meeting\b",
        r"disclosed\s+(?:that\s+(?:he|she|they)\b|an?\s+(?:[\w-]+\s+){0,2}interest)",
        r"(?:chq|cheque)\.?\s+no\b",
    ),
)
CLOSES = Wording(
    opening=(
        r"(?:(?:with|there\s+being)\s+no\s+(?:further|other|more)\s+business\b.{0,40}?)?(?:the\s+)?(?:\w+\s+)?meeting\s+(?:(?:was|then|finally|formally)\s+)*(?:declared\s+closed|closed|ended|terminated|concluded|finished|rose)\b",
    ),
    inside=(r"(?:closed|ended)\s+the\s+meeting\s+at\s+\d",),
)
ATTENDANCE = Wording(
    inside=(
        r"(?:left|joined|entered|re-?joined|vacated|took|resumed|withdrew\s+from)\s+(?:the\s+)?(?:meeting|room|chambers?|chair)\b(?!\s+through\b)",
    )
)
ADMIN_TITLE = Wording(
    inside=(
        r"(?:apolog(?:y|ies)|interests?|substitut\w+|attendance|present|evacuation|next\s+meeting|dates?\s+of\s+(?:\w+\s+){0,2}meetings?|exclusion\s+of|welcome|disclosures?)\b",
    )
)
VERB = re.compile(
    r"\b(?:undertook|thought|wondered|pointed|drew|attended|reminded|replied|answered|enquired|acknowledged|described|wished|wanted|was|were|is|are|has|have|had|will|would|be|been|said|asked|noted|agreed|advised|informed|welcomed|thanked|stated|reported"
    r"|resolved|confirmed|queried|requested|felt|discussed|considered|received|explained|highlighted|raised|expressed|told|gave|made|responded"
    r"|commented|introduced|presented|suggested|proposed|seconded|carried|left|joined|declared(?=\s+(?:an?|no|his|her|their)\b)|referred|outlined|spoke|took|went|can|could|may|should|must|shall|did|does)\b"
)
