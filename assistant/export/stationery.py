"""The paper of a Word file: A4, styles of ours, page numbers, British English, nothing of a template."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from assistant.export.document import FOOTER

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

_INK, _SOFT, _ACCENT = "1A2026", "4A5661", "1C4A66"
_WORDS, _RECORD = "Calibri", "Georgia"  # where a computer has not these, its nearest
# Of python-docx's template: its picture, the programme it was made with, and parts that nothing of ours uses.
_LEFTOVERS = ("/thumbnail", "/extended-properties", "/stylesWithEffects", "/customXml")
# Of each style its points, colour, whether bold, and the points of air before and after it.
_STYLES = {
    "Normal": (11, _INK, False, 0, 7),
    "Heading 1": (20, _INK, True, 0, 8),
    "Heading 2": (14, _ACCENT, True, 16, 6),
    "List": (11, _INK, False, 8, 3),
    "List Bullet": (11, _INK, False, 0, 3),
    "Quote": (10.5, _INK, False, 0, 3),
    "List Continue": (9.5, _SOFT, False, 0, 4),
    "Footer": (8.5, _SOFT, False, 0, 0),
}


def blank(title: str, on: datetime) -> WordFile:
    """An empty Word file of that title, made on that day, to be written into."""
    from docx import Document  # noqa: PLC0415 - only whoever takes a Word file away pays for it

    word = Document()
    _sign(word, title, on)
    _set_page(word)
    for name in _STYLES:
        _set_style(word.styles[name])
    _speak_english(word)
    _number_pages(word.sections[0].footer.paragraphs[0])
    return word


def _sign(word: WordFile, title: str, on: datetime) -> None:
    """Properties of our own in place of the template's, whose picture and programme are left out."""
    properties = word.core_properties
    properties.author = properties.last_modified_by = "Minutebook"
    properties.title, properties.language = title[:255], "en-GB"  # characters that a property holds
    properties.comments = FOOTER
    properties.created = properties.modified = on.astimezone(UTC).replace(tzinfo=None)
    for relations in (word.part.package.rels, word.part.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.endswith(_LEFTOVERS):
                del relations[key]


def _set_page(word: WordFile) -> None:
    from docx.shared import Cm  # noqa: PLC0415

    page = word.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2.5)


def _set_style(style: ParagraphStyle) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Cm, Pt, RGBColor  # noqa: PLC0415

    points, colour, bold, before, after = _STYLES[style.name]
    style.font.name = _RECORD if style.name in ("Quote", "Heading 1") else _WORDS
    fonts = style.element.rPr.rFonts
    for name in (
        "asciiTheme",
        "hAnsiTheme",
        "eastAsiaTheme",
        "cstheme",
    ):  # a theme's font would go before ours
        fonts.attrib.pop(qn(f"w:{name}"), None)
    fonts.set(qn("w:cs"), style.font.name)
    style.font.size, style.font.color.rgb = Pt(points), RGBColor.from_string(colour)
    style.font.bold, style.font.italic = bold, False
    style.font.cs_bold, style.font.cs_italic = bold, False  # of Arabic and Hebrew letters
    for size in style.element.rPr.iter(qn("w:szCs")):
        size.set(qn("w:val"), str(round(points * 2)))
    layout = style.paragraph_format
    layout.space_before, layout.space_after, layout.line_spacing = Pt(before), Pt(after), 1.15
    if style.name in ("List", "Quote", "List Continue"):
        layout.left_indent = Cm(1)
        layout.first_line_indent = Cm(-1) if style.name == "List" else Cm(0)
        layout.keep_with_next = style.name != "List Continue"


def _speak_english(word: WordFile) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415

    for part in (word.styles.element, word.settings.element):
        for language in part.iter(qn("w:lang"), qn("w:themeFontLang")):
            language.set(qn("w:val"), "en-GB")


def _number_pages(footer: Paragraph) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT  # noqa: PLC0415
    from docx.shared import Cm  # noqa: PLC0415

    stops = footer.paragraph_format.tab_stops
    stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)
    footer.add_run(f"{FOOTER}\tPage ")
    _field(footer, "PAGE")
    footer.add_run(" of ")
    _field(footer, "NUMPAGES")


def _field(paragraph: Paragraph, code: str) -> None:
    """A number that Word counts itself."""
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    shown = paragraph.add_run("1")._element
    field.append(shown)
    paragraph._element.append(field)
