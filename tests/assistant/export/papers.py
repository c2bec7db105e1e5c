"""Documents to take away in a few words, and how a file of each format is read back by a reader of others' making."""

from __future__ import annotations

import io
import re
from datetime import datetime

import docx
import pypdfium2
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assistant.export import Taken, make
from tests.assistant.web.hostile import PAYLOADS
from tests.assistant.web.records import answer, passage

ON = datetime(2026, 11, 22, 14, 5)
# Any text, and text that means something to a format; what is invisible has no place that could be compared.
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=("Cf", "Cs", "Co", "Cn", "Mn", "Me")), max_size=60),
    st.text(st.sampled_from("abc 17.)(*_`#[]<>&;:/!-+=~|$\\\n\t\"'@{}^%"), max_size=60),
    st.sampled_from(PAYLOADS),
)


def paper(*taken):
    return make(taken, ON)


def about(words, question="What was agreed?", **given):
    """A document of one answer that quotes these words."""
    one = passage(words, **given)
    return paper(Taken(question=question, answer=answer((f"It was said: “{words}”", one, words))))


def refusal(*found, question="Who flew?", **given):
    return Taken(question=question, answer=answer(found=found), **given)


def in_word(content):
    """Of each paragraph of a Word file its style and its text."""
    return [(line.style.name, line.text) for line in docx.Document(io.BytesIO(content)).paragraphs]


def in_pdf(content):
    """The text of a PDF, lines joined, its footers left out."""
    with pypdfium2.PdfDocument(content) as pdf:
        # PDFium gives a hyphen at the end of a line as a character of its own.
        pages = [page.get_textpage().get_text_range().replace("\ufffe", "-") for page in pdf]
    return " ".join(
        re.sub("Minutebook’s selection from the minutes, not the record\\s+Page.*", "", page)
        for page in pages
    )


def in_markdown(content):
    """What CommonMark makes of a file: its blocks and inline elements in order, and the text of each block."""
    tokens = MarkdownIt("commonmark").parse(content.decode())
    inline = [token for token in tokens if token.type == "inline"]
    kinds = [token.type for token in tokens] + [child.type for token in inline for child in token.children]
    texts = ["".join(child.content for child in token.children) for token in inline]
    return kinds, texts


def bare(text):
    """A text without its white space, and without the breaks that a PDF gives to endless words."""
    return re.sub(r"[\s\u200b]", "", text)
