"""The Word documents of the suite, each function named for its trouble. All councils are made up."""

# ruff: noqa: E501  (a paragraph is one line)

from __future__ import annotations

from collections.abc import Callable

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.ingest.formats.word_suite.writing import Writer, number, numbered, run

DECIMAL = ("decimal|%1.", "lowerLetter|(%2)", "lowerRoman|(%3)")
TRACKED = 'w:id="9" w:author="A. Clerk" w:date="2022-07-04T10:00:00Z"'


def restart(w: Writer) -> None:
    abstract = w.define(*DECIMAL)
    first, second = w.list(abstract), w.list(abstract, {0: 1})
    w.add("Oldtown Council: Parks Committee, 4 July 2022")
    for words in ("The chair opened the meeting.", "The ponds were discussed."):
        w.add(words, first)
    w.add("The Committee RESOLVED:")
    for words in ("That the ponds be dredged.", "That the costs be published."):
        w.add(words, second)
    w.add("That the heron be counted.", second, 1)


def continued(w: Writer) -> None:
    abstract, other = w.define(*DECIMAL), w.define("upperLetter|%1.")
    first, second, third = w.list(abstract), w.list(abstract), w.list(other)
    w.add("Apologies came from Councillor Hay.", first)
    w.add("Some prose stands between.")
    w.add("Minutes of the last meeting were signed.", first)
    w.add("Another list of the same kind goes on counting.", second)
    w.add("A list of another kind does not.", third)
    w.add("Nor does it break the first.", first)
    w.add("Its letters start afresh.", first, 1)
    w.add("Its letters go on in the other list.", second, 1)
    w.add("The other kind goes on too.", third)


def gaps(w: Writer) -> None:
    abstract = w.define("decimal|%1.||276", "lowerLetter|(%2)||3")
    year = w.list(abstract)
    later = w.list(abstract, {0: 290})
    zero = w.list(w.define("decimal|%1)||0"))
    for words, depth in (
        ("Apologies for absence", 0),
        ("Councillor Ivy", 1),
        ("Councillor Jay", 1),
        ("Ponds", 0),
    ):
        w.add(words, year, depth)
    w.add("Any other business", later)
    w.add("Closing of the meeting", later)
    w.add("Councillor Kay", later, 1)
    w.add("A list from nought", zero)
    w.add("A list from one", zero)


def manual(w: Writer) -> None:
    automatic = w.list(w.define(*DECIMAL))
    w.add("7.1 The number of this paragraph is typed.")
    w.add("This one's number is automatic.", automatic)
    w.add("(a) A letter typed after an automatic number.", automatic)
    w.add("(b) A letter typed alone.")
    w.add("7.2 Typed again.")
    w.add("Automatic again, 1. with a number inside.", automatic)


def nested(w: Writer) -> None:
    items = w.list(w.define(*DECIMAL, "upperLetter|%4)", "upperRoman|%5."))
    depths = (0, 1, 1, 2, 2, 2, 3, 3, 4, 1, 2, 0, 1, 2, 3, 4, 4, 0)
    for n, depth in enumerate(depths):
        w.add(f"Paragraph {'abcdefghijklmnopqrstuvwxyz'[n]} stands at its level.", items, depth)


def long_lists(w: Writer) -> None:
    letters = w.list(w.define("lowerLetter|(%1)"))
    romans = w.list(w.define("lowerRoman|%1)"))
    for n in range(30):
        w.add(f"Objector, the name being withheld, letter {100 + n}", letters)
    for n in range(52):
        w.add(f"Condition on the permission, reference {200 + n}", romans)


def styles(w: Writer) -> None:
    abstract = w.define(
        'decimal|%1.|<w:pStyle w:val="Heading1"/>', 'decimal|%1.%2|<w:pStyle w:val="Numbered"/>',
        'lowerLetter|(%3)|<w:pStyle w:val="Lettered"/>',
    )  # fmt: skip
    items = w.list(abstract)
    heading = w.document.styles["Heading 1"].element
    heading.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="{items}"/></w:numPr>')
    )
    w.style("Numbered", "Normal", list_id=items, depth=1)
    w.style("Lettered", "Numbered", list_id=items, depth=2)
    w.style("Indented", "Numbered")
    w.add("Apologies for absence", style="Heading 1")
    w.add("Apologies came from Councillor Hay.", style="Numbered")
    w.add("They came late.", style="Indented")
    w.add("By post", style="Lettered")
    w.add("By telephone", style="Lettered")
    w.add("Heading without a number", 0, style="Heading 1")
    w.add("Declarations of interest", style="Heading 1")
    w.add("There were none.", style="Numbered")
    number(w.add("A paragraph moved one level down by hand.", style="Numbered"), items, 2)
    w.add("Closing", style="Heading 1")


def overrides(w: Writer) -> None:
    abstract = w.define("decimal|%1.", "decimal|%1.%2", "lowerLetter|(%3)")
    plain = w.list(abstract)
    own = w.list(
        abstract,
        overrides='<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride><w:lvlOverride w:ilvl="1">'
        '<w:startOverride w:val="7"/></w:lvlOverride>',
    )
    for words, list_id, depth in (
        ("First", plain, 0), ("First beneath", plain, 1), ("Overridden", own, 0), ("Overridden beneath", own, 1),
        ("Once more beneath", own, 1), ("A letter", own, 2), ("Next", own, 0), ("Beneath the next", own, 1),
    ):  # fmt: skip
        w.add(words, list_id, depth)


def chained(w: Writer) -> None:
    items = w.list(
        w.define("decimal|%1.", "decimal|%1.%2", "lowerLetter|%1.%2(%3)", "lowerRoman|%1.%2(%3)(%4)")
    )
    for words, depth in (
        ("Budget", 0), ("The treasurer spoke.", 1), ("The precept", 2), ("The reserve", 2), ("In the bank", 3),
        ("In the safe", 3), ("Members replied.", 1), ("The hall", 2), ("Footpaths", 0), ("The map was shown.", 1),
    ):  # fmt: skip
        w.add(words, items, depth)


def legal(w: Writer) -> None:
    items = w.list(
        w.define(
            "upperRoman|Part %1", "decimal|%1.%2|<w:isLgl/>", "upperLetter|%1.%2.%3", "lowerLetter|%1%2%4"
        )
    )
    for words, depth in (
        ("Opening", 0), ("Present", 1), ("Staff", 2), ("Of the depot", 3), ("Closing", 0), ("Next meeting", 1),
    ):  # fmt: skip
        w.add(words, items, depth)


def never_restarted(w: Writer) -> None:
    items = w.list(
        w.define(
            "decimal|%1.",
            'decimal|%2)|<w:lvlRestart w:val="0"/>',
            'lowerLetter|(%3)|<w:lvlRestart w:val="1"/>',
        )
    )
    for n, depth in enumerate((0, 1, 1, 2, 2, 1, 2, 0, 1, 2, 1, 2, 0, 1)):
        w.add(f"Paragraph {'abcdefghijklmnopqrst'[n]} of a running list", items, depth)


def headings_between(w: Writer) -> None:
    items = w.list(w.define(*DECIMAL))
    for heading, paragraphs in (("Costs", 2), ("Safety", 3), ("Staff", 1)):
        w.add(heading, style="Heading 2")
        for n in range(paragraphs):
            w.add(f"Members asked about {heading.lower()}, question {'ABC'[n]}.", items)


def nine_levels(w: Writer) -> None:
    items = w.list(
        w.define(*("decimal|" + ".".join(f"%{n}" for n in range(1, depth + 1)) for depth in range(1, 10)))
    )
    for n, depth in enumerate((*range(9), 8, 7, 8, 4, 5, 0, 1, 2)):
        w.add(f"Level {'abcdefghijklmnopqrs'[n]}", items, depth)


def in_tables(w: Writer) -> None:
    items = w.list(w.define(*DECIMAL))
    w.add("Before the table", items)
    table = w.document.add_table(rows=3, cols=1)
    for row, words in zip(
        table.rows, ("In the first row", "In the second row", "In the third row"), strict=True
    ):
        row.cells[0].paragraphs[0].add_run(words)
        number(row.cells[0].paragraphs[0], items, 0)
        w.printed.append(words)
        w.add("Beneath it", items, 1, to=row.cells[0])
    w.add("After the table", items)
    grid = w.document.add_table(rows=2, cols=2)
    for row, words in zip(grid.rows, ("Numbers in a column.", "So does this."), strict=True):
        number(row.cells[0].paragraphs[0], items, 0)
        row.cells[0].width = 600_000
        row.cells[1].width = 4_000_000
        row.cells[1].paragraphs[0].add_run(words)
        w.printed.append(words)
    w.add("After the second table", items)


def tracked(w: Writer) -> None:
    items = w.list(w.define(*DECIMAL))
    ins, gone = f"<w:ins {TRACKED}/>", f"<w:del {TRACKED}/>"
    cut = f'<w:del {TRACKED}><w:r><w:delText xml:space="preserve">%s</w:delText></w:r></w:del>'
    view = parse_xml(f'<w:revisionView {nsdecls("w")} w:markup="0"/>')  # printed as if accepted
    w.document.settings.element.insert(0, view)
    w.add("Kept as it was.", items)
    w.raw(
        numbered(
            items,
            0,
            run("The price is ")
            + cut % "three"
            + f"<w:ins {TRACKED}>{run('four')}</w:ins>"
            + run(" pounds."),
        ),
        "The price is four pounds.",
    )
    w.raw(numbered(items, 0, cut % "All of this is deleted.", gone))
    w.raw(
        numbered(items, 0, f"<w:ins {TRACKED}>{run('All of this is inserted.')}</w:ins>", ins),
        "All of this is inserted.",
    )
    w.raw(numbered(items, 0, run("One sentence, "), gone))
    w.raw(numbered(items, 0, run("joined to the next.")), "One sentence, joined to the next.")
    w.raw(
        numbered(
            items,
            0,
            f"<w:moveFrom {TRACKED}>{run('Moved from here.')}</w:moveFrom>",
            f"<w:moveFrom {TRACKED}/>",
        )
    )
    w.add("Stays behind.", items)
    w.raw(
        numbered(
            items, 0, f"<w:moveTo {TRACKED}>{run('Moved to here.')}</w:moveTo>", f"<w:moveTo {TRACKED}/>"
        ),
        "Moved to here.",
    )
    w.add("The last.", items)


def number_styles(w: Writer) -> None:
    for style, template in (
        ("decimalZero", "%1"), ("ordinal", "%1"), ("cardinalText", "%1:"), ("ordinalText", "%1:"), ("upperLetter", "%1)"),
        ("upperRoman", "Item %1."), ("none", "Resolved"), ("decimal", "PC/%1/22"), ("decimal", "Minute %1"),
    ):  # fmt: skip
        items = w.list(w.define(f"{style}|{template}"))
        for n in range(12 if style in ("decimalZero", "upperRoman") else 3):
            w.add(f"Words of paragraph {'abcdefghijkl'[n]}, {style}", items)


def empty(w: Writer) -> None:
    items = w.list(w.define(*DECIMAL))
    w.add("The first paragraph has words.", items)
    w.add("", items)
    w.add("The third has words again.", items)
    w.add("", items, 1)
    w.add("The letter before this was empty.", items, 1)
    w.raw(numbered(items, 0, run("Hidden altogether.", "<w:vanish/>"), "<w:vanish/>"))
    w.add("After a hidden paragraph.", items)


def fields(w: Writer) -> None:
    items = w.list(w.define(*DECIMAL))
    code = '<w:r><w:fldChar w:fldCharType="%s"/></w:r>'
    link = (
        code % "begin"
        + "<w:r><w:instrText> REF minute \\h </w:instrText></w:r>"
        + code % "separate"
        + run("minute 3")
        + code % "end"
    )
    marked = '<w:bookmarkStart w:id="1" w:name="minute"/>' + run("minute 3") + '<w:bookmarkEnd w:id="1"/>'
    w.raw(numbered(items, 0, run("First came ") + marked), "First came minute 3")
    w.raw(numbered(items, 0, run("As ") + link + run(" says.")), "As minute 3 says.")
    w.raw(
        numbered(
            items,
            0,
            f'<w:fldSimple w:instr=" AUTHOR "><w:r><w:t>A. Clerk</w:t></w:r></w:fldSimple>{run(" took notes.")}',
        ),
        "A. Clerk took notes.",
    )
    w.raw(
        numbered(
            items,
            0,
            f"<w:sdt><w:sdtContent>{run('Chosen from a list')}</w:sdtContent></w:sdt>{run(' of words.')}",
        ),
        "Chosen from a list of words.",
    )
    w.raw(
        f"<w:sdt><w:sdtContent>{numbered(items, 0, run('In a content control.'))}</w:sdtContent></w:sdt>",
        "In a content control.",
    )
    w.raw(
        numbered(
            items,
            0,
            f'<w:smartTag w:uri="x" w:element="place">{run("Oldtown")}</w:smartTag>{run(" stands.")}',
        ),
        "Oldtown stands.",
    )
    w.raw(
        numbered(items, 0, run("Co") + "<w:r><w:noBreakHyphen/></w:r>" + run("operation.")), "Co-operation."
    )


def linked_styles(w: Writer) -> None:
    styles_element = w.document.styles.element
    defined = w.define(*DECIMAL, extra='<w:styleLink w:val="MinutesList"/>')
    keeper = w.list(defined)
    styles_element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="numbering" w:styleId="MinutesList"><w:name w:val="MinutesList"/>'
            f'<w:pPr><w:numPr><w:numId w:val="{keeper}"/></w:numPr></w:pPr></w:style>'
        )
    )
    used = w.list(w.define(extra='<w:numStyleLink w:val="MinutesList"/>'))
    for words, depth in (("Item one", 0), ("Part one", 1), ("Part two", 1), ("Item two", 0)):
        w.add(words, used, depth)


def passed_over(w: Writer) -> None:
    items = w.list(w.define("decimal|%1.", "decimal|%1.%2", "decimal|%1.%2.%3"))
    for words, depth in (
        ("Begins on the second level", 1),
        ("Goes on there", 1),
        ("The first level", 0),
        ("Skips one", 2),
        ("Second", 1),
    ):
        w.add(words, items, depth)


def suffixes(w: Writer) -> None:
    items = w.list(
        w.define(
            'decimal|%1.|<w:suff w:val="space"/>',
            'lowerLetter|(%2)|<w:suff w:val="tab"/>',
            'decimal|%3|<w:suff w:val="nothing"/>',
        )
    )
    for words, depth in (
        ("A space after", 0),
        ("A tab after", 1),
        (". The stop is typed", 2),
        (") And so is this", 2),
    ):
        w.add(words, items, depth)


def bullets(w: Writer) -> None:
    items = w.list(w.define("decimal|%1.", "bullet|–", "decimal|%1.%3"))
    for words, depth in (
        ("A number", 0),
        ("a dash", 1),
        ("another dash", 1),
        ("below a dash", 2),
        ("A number again", 0),
    ):
        w.add(words, items, depth)


DOCUMENTS: tuple[Callable[[Writer], None], ...] = (
    restart, continued, gaps, manual, nested, long_lists, styles, overrides, chained, legal, never_restarted,
    headings_between, nine_levels, in_tables, tracked, number_styles, empty, fields, linked_styles, passed_over,
    suffixes, bullets,
)  # fmt: skip
