"""The room of pypdfium2: a PDF becomes pages of runs, stretches of text that stand on one baseline.

pdfium is asked for the whole text of a page at once and for two boxes a word; what is near is put together
here, so that everything after this works on some hundred runs a page and not on thousands of characters.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from ingest.errors import UnreadableSource
from ingest.formats.pdf.runs import Page, Run

MAX_PAGES = 2_000
_WORD = re.compile(r"[^\s\x00\x02\ufffe\uffff]+[\x02\ufffe]?|[\x02\ufffe]")
_HYPHEN = re.compile(r"[\x02\ufffe\u00ad]")  # what pdfium makes of a hyphen at the end of a line
_FAR, _OFF, _CLOSE = 0.9, 0.3, 0.12  # in heights of a line: between runs, between baselines, within a word
_NAME = 64  # bytes of a font's name that are looked at
_BOLD = 600  # font weight
# The box of a character, with addresses for arguments: asked for twice a word, a third cheaper than pypdfium2's own.
_look = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
    ctypes.cast(raw.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0
)


def read_pages(data: bytes, name: str) -> Iterator[Page]:
    """Read the pages of a PDF one after the other; `name` is what messages call it.

    Raises:
        UnreadableSource: it is no PDF, damaged, locked with a password or too long.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableSource(_refusal(name, error)) from error
    try:
        count = len(document)
        if count > MAX_PAGES:
            raise UnreadableSource(f"{name} has {count} pages, more than {MAX_PAGES}: split it first")
        for index in range(count):
            yield _read_page(document, index)
    finally:
        document.close()


def _refusal(name: str, error: pypdfium2.PdfiumError) -> str:
    if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        return f"{name} is locked with a password: open it, save it without one and read that"
    return f"{name} is damaged or not a PDF: see whether it opens, or fetch it again"


def _read_page(document: pypdfium2.PdfDocument, index: int) -> Page:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return Page(readable=False)
    try:
        textpage = page.get_textpage()
        try:
            text, unmapped = _characters(textpage)
            return Page(runs=tuple(_runs(textpage.raw, text)), unmapped=unmapped)
        finally:
            textpage.close()
    except pypdfium2.PdfiumError:
        return Page(readable=False)
    finally:
        page.close()


def _characters(textpage: pypdfium2.PdfTextPage) -> tuple[str, int]:
    """The text with one character for every index that pdfium counts, and how many stand for no letter."""
    count = textpage.count_chars()
    if count <= 0:
        return "", 0
    text = textpage.get_text_range()
    if len(text) == count:
        return text, 0
    codes = [raw.FPDFText_GetUnicode(textpage.raw, i) for i in range(count)]
    return "".join(_character(code) for code in codes), sum(not code for code in codes)


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else " "


def _runs(handle: raw.FPDF_TEXTPAGE, text: str) -> Iterator[Run]:
    """Put words together while they follow one another on one baseline, in pdfium's order."""
    rect, page = raw.FS_RECTF(), ctypes.cast(handle, ctypes.c_void_p).value
    at = ctypes.addressof(rect)
    run: Run | None = None
    low, height, before, begun, end = 0.0, 0.0, "", 0.0, 0
    for match in _WORD.finditer(text):
        word, (start, stop) = match.group(), match.span()
        _look(page, start, at)
        left, right, bottom, top = rect.left, rect.right, rect.bottom, rect.top
        if stop - start > 1:
            _look(page, stop - 1, at)
            right = rect.right
        if not math.isfinite(left + right + bottom + top):
            left = right = bottom = top = 0.0  # a damaged font
        if run is not None and abs(bottom - low) < _OFF * height:
            gap = left - run.x1
            if word == before and abs(left - begun) < _OFF * height:
                continue  # printed twice to look bold
            if -_OFF * height < gap < _FAR * height:
                run.text += f" {word}" if gap > _CLOSE * height or text[end] == " " else word
                run.x1, before, begun, end = right, word, left, stop
                continue
        if run is not None:
            yield _closed(run, handle, text, end)
        low, height, before, begun, end = bottom, abs(top - bottom) or 1.0, word, left, stop
        run = Run(word, left, right, 0.0, height)
        if not _place(run, handle, start):
            yield _turned(run, handle, start, stop - 1)
            run = None
    if run is not None:
        yield _closed(run, handle, text, end)


def _closed(run: Run, handle: raw.FPDF_TEXTPAGE, text: str, end: int) -> Run:
    """A run that ends before `end`: it is bold only if it is so to its end."""
    run.bold = run.bold and _is_bold(handle, end - 1)
    run.spaced = text[end : end + 1] == " "
    return _clean(run)


def _is_bold(handle: raw.FPDF_TEXTPAGE, index: int) -> bool:
    """Whether a character is bold, by the weight of its font or by the name where the font has no weight."""
    if raw.FPDFText_GetFontWeight(handle, index) >= _BOLD:
        return True
    name = ctypes.create_string_buffer(_NAME)
    length = raw.FPDFText_GetFontInfo(handle, index, name, _NAME, None)
    return 0 < length <= _NAME and b"bold" in name.value.lower()


def _clean(run: Run) -> Run:
    if _HYPHEN.search(run.text):
        run.text = _HYPHEN.sub("-", run.text)
    return run


def _place(run: Run, handle: raw.FPDF_TEXTPAGE, start: int) -> bool:
    """Ask for the baseline, the font and the angle of a run that begins; False if it does not stand upright."""
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(handle, start, ctypes.byref(x), ctypes.byref(y))
    run.y = -y.value if math.isfinite(y.value) else 0.0
    run.bold = _is_bold(handle, start)
    matrix = raw.FS_MATRIX()  # pdfium's own angle takes slanted type for turned type
    if raw.FPDFText_GetMatrix(handle, start, ctypes.byref(matrix)) and math.isfinite(matrix.a + matrix.b):
        run.turn = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360
    return run.turn == 0


def _turned(run: Run, handle: raw.FPDF_TEXTPAGE, start: int, end: int) -> Run:
    """A word that does not stand upright, its place as on the page turned so that it does."""
    rect, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(handle, start, ctypes.byref(x), ctypes.byref(y))
    angle = math.radians(run.turn)
    along, across = (math.cos(angle), math.sin(angle)), (-math.sin(angle), math.cos(angle))
    corners = []
    for index in (start, end):
        raw.FPDFText_GetLooseCharBox(handle, index, ctypes.byref(rect))
        corners += [(px, py) for px in (rect.left, rect.right) for py in (rect.bottom, rect.top)]
    places = [px * along[0] + py * along[1] for px, py in corners]
    heights = [px * across[0] + py * across[1] for px, py in corners]
    baseline = -(x.value * across[0] + y.value * across[1])
    if math.isfinite(sum(places) + sum(heights) + baseline):
        run.x0, run.x1, run.y = min(places), max(places), baseline
        run.h = max(heights) - min(heights) or 1.0
    return _clean(run)
