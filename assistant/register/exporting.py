"""A register as a file for a spreadsheet: CSV or XLSX, safe to open whatever the minutes say.

A cell that begins like a formula would be run by the program that opens a CSV (OWASP, "CSV Injection"): such a cell
gets an apostrophe in front. In an XLSX every cell is written as the text that it is.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import IO, TypeVar

from assistant.printable import printable
from assistant.register.columns import Cell, Column
from assistant.replacing import replacing
from ingest import CannotWrite

T = TypeVar("T")
_LONGEST = 32_767  # characters that a cell of an XLSX holds
_LINE, _HIGHEST = 15, 409  # points; no program shows a higher row
_FIRST_DAY = date(1900, 3, 1)  # earlier ones are text: spreadsheets do not agree on them
_PRINTED = 10  # columns that go on paper; what follows is for programs
_FORMULA = re.compile(r"\s*[=+\-@\t\r\n＝＋－＠]|'")
_SUFFIXES = (".csv", ".xlsx")


def export(path: Path, columns: Sequence[Column[T]], entries: Iterable[T], title: str) -> int:
    """Write a register to `path`, in the format that its suffix names; returns how many entries there were.

    Args:
        path: ends in .csv or .xlsx; a file of that name is replaced, once all is written.
        columns: what stands in each column.
        entries: a row each, in the order given; they are not kept.
        title: the name of the sheet, where there is one.

    Raises:
        CannotWrite: the suffix is another, or the file cannot be written.
    """
    suffix = path.suffix.lower()
    if suffix not in _SUFFIXES:
        raise CannotWrite(f"{path} has no format that is known: name it *{' or *'.join(_SUFFIXES)}")
    with replacing(path) as aside:
        if suffix == ".csv":
            with aside.open("w", encoding="utf-8-sig", newline="") as file:
                return write_csv(file, columns, entries)
        with aside.open("wb") as binary:
            return write_xlsx(binary, columns, entries, title)


def write_text(path: Path, text: str) -> None:
    """Write a text to `path`, replacing a file of that name.

    Raises:
        CannotWrite: it cannot be written.
    """
    with replacing(path) as aside:
        aside.write_text(text, "utf-8")


def write_csv(file: IO[str], columns: Sequence[Column[T]], entries: Iterable[T]) -> int:
    """Write a heading and a line for each entry: comma, CRLF, every cell in quotation marks, dates as 2019-03-31."""
    writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([column.heading for column in columns])
    count = 0
    for count, entry in enumerate(entries, 1):  # noqa: B007 - the last is the number of all
        writer.writerow([harmless(_one_line(column.cell(entry))) for column in columns])
    return count


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula; `as_it_was` gives the text back.

    >>> harmless("=1+1"), harmless("That the report be noted.")
    ("'=1+1", 'That the report be noted.')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def as_it_was(cell: str) -> str:
    """The text that `harmless` was given."""
    return cell.removeprefix("'")


def write_xlsx(file: IO[bytes], columns: Sequence[Column[T]], entries: Iterable[T], title: str) -> int:
    """Write a sheet: the heading frozen and filtered, dates as dates, long words wrapped; a row at a time in memory."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only whoever exports pays for it

    with Workbook(
        file, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        sheet = book.add_worksheet(title)
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        dated = book.add_format({"num_format": "d mmm yyyy", "align": "left", "valign": "top"})
        for n, column in enumerate(columns):
            sheet.set_column(n, n, column.width)
            sheet.write_string(0, n, column.heading, bold)
        count = 0
        for count, entry in enumerate(entries, 1):
            cells = [column.cell(entry) for column in columns]
            sheet.set_row(count, _height(columns, cells))
            for n, cell in enumerate(cells):
                if isinstance(cell, date) and cell >= _FIRST_DAY:
                    sheet.write_datetime(count, n, cell, dated)
                else:
                    sheet.write_string(count, n, _one_line(cell)[:_LONGEST], wrapped)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, count, len(columns) - 1)
        sheet.print_area(0, 0, count, min(len(columns), _PRINTED) - 1)
        sheet.set_landscape()
        sheet.set_paper(8)  # A3
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
    return count


def _height(columns: Sequence[Column[T]], cells: Sequence[Cell]) -> float:
    """How high a row must be to show its words, in points: not every program measures wrapped words by itself."""
    lines = max(
        -(-len(_one_line(cell)) // max(1, column.width - 4))
        for column, cell in zip(columns, cells, strict=True)
    )
    return min(_LINE * max(1, lines), _HIGHEST)


def _one_line(cell: Cell) -> str:
    """A cell as text: dates as 2019-03-31, lines joined, no characters that steer a terminal."""
    if isinstance(cell, date):
        return cell.isoformat()
    return " ".join(printable(cell or "").split())
