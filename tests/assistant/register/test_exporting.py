"""Exports: what comes out of a spreadsheet is what went in, and nothing of it is ever run."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.printable import printable
from assistant.register.columns import ACTIONS, DECISIONS, STOPS, Column
from assistant.register.decisions import entries
from assistant.register.exporting import as_it_was, export, harmless, write_csv, write_xlsx
from ingest import CannotWrite, Kind
from tests.assistant.register.meetings import meeting

COLUMNS = (
    Column(key="day", heading="Day", width=12, cell=lambda row: row[0]),
    Column(key="words", heading="Words", width=40, cell=lambda row: row[1]),
)
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@given(st.text())
def test_no_cell_can_be_taken_for_a_formula_and_every_text_comes_back(text):
    cell = harmless(text)
    assert not cell.lstrip().startswith(DANGEROUS)
    assert as_it_was(cell) == text


@given(st.lists(st.text(), max_size=5))
def test_a_csv_reads_back_as_it_was_written_lines_joined_and_controls_marked(texts):
    file = io.StringIO(newline="")
    assert write_csv(file, COLUMNS, [(None, text) for text in texts]) == len(texts)
    heading, *rows = csv.reader(io.StringIO(file.getvalue(), newline=""))
    assert heading == ["Day", "Words"]
    assert [as_it_was(words) for _, words in rows] == [" ".join(printable(text).split()) for text in texts]


def test_a_csv_opens_in_excel_with_a_byte_order_mark_and_crlf(tmp_path):
    assert export(tmp_path / "x.csv", COLUMNS, [(date(2019, 3, 31), "A café; “quoted”, twice")], "X") == 1
    expected = '\ufeff"Day","Words"\r\n"2019-03-31","A café; “quoted”, twice"\r\n'
    assert (tmp_path / "x.csv").read_bytes() == expected.encode("utf-8")


def test_a_sheet_has_its_heading_frozen_and_filtered_dates_as_dates_and_no_formula(tmp_path):
    from openpyxl import load_workbook

    rows = [(date(2019, 3, 31), "=1+1"), (None, "https://example.org/ \x1b[31m"), (None, "x" * 40_000)]
    export(tmp_path / "x.xlsx", COLUMNS, rows, "Decisions")
    sheet = load_workbook(tmp_path / "x.xlsx")["Decisions"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:B4")
    assert (sheet["A2"].value.date(), sheet["A2"].is_date) == (date(2019, 3, 31), True)
    assert (sheet["B2"].value, sheet["B2"].data_type) == ("=1+1", "s")
    assert sheet["B3"].value == "https://example.org/ \N{REPLACEMENT CHARACTER}[31m"
    assert sheet["B3"].hyperlink is None
    assert len(sheet["B4"].value) == 32_767
    assert sheet["B2"].alignment.wrap_text
    assert sheet.row_dimensions[4].height > sheet.row_dimensions[2].height


def test_a_day_before_spreadsheets_began_to_count_is_text():
    from openpyxl import load_workbook

    file = io.BytesIO()
    write_xlsx(file, COLUMNS, [(date(1894, 12, 4), "The first parish council.")], "Old")
    assert load_workbook(file)["Old"]["A2"].value == "1894-12-04"


def test_a_sheet_without_rows_is_a_sheet_with_its_heading():
    from openpyxl import load_workbook

    file = io.BytesIO()
    assert write_xlsx(file, COLUMNS, [], "Empty") == 0
    assert [cell.value for cell in load_workbook(file)["Empty"][1]] == ["Day", "Words"]


def test_entries_are_written_as_they_come_and_never_all_held():
    """The writer asks for the next row only when the one before is written."""
    written = io.StringIO(newline="")
    lines = []

    def rows():
        for n in range(100):
            lines.append(written.getvalue().count("\r\n"))
            yield (None, str(n))

    write_csv(written, COLUMNS, rows())
    assert lines == list(range(1, 101))


@pytest.mark.parametrize("name", ["x.pdf", "x", "missing/x.csv"])
def test_what_cannot_be_written_is_one_line_and_leaves_nothing_behind(tmp_path, name):
    with pytest.raises(CannotWrite) as refused:
        export(tmp_path / name, COLUMNS, [(None, "x")], "X")
    assert "\n" not in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_replaced_only_once_all_is_written(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("before", "utf-8")

    def rows():
        yield (None, "first")
        raise OSError("the disk is full")

    with pytest.raises(CannotWrite, match="cannot write"):
        export(path, COLUMNS, rows(), "X")
    assert path.read_text("utf-8") == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_every_register_names_its_columns_once_and_closed_sessions_and_drafts_are_told():
    for columns in (DECISIONS, ACTIONS, STOPS):
        keys = [column.key for column in columns]
        assert len(set(keys)) == len(keys)
        assert {"date", "council", "body", "words", "status", "session", "reference", "key"} <= set(keys)
    (entry,) = entries(meeting(date(2020, 3, 3), ("Leases", [("That it be let.", Kind.DECISION)])).passages())
    cells = {column.key: column.cell(entry) for column in DECISIONS}
    assert (cells["status"], cells["session"], cells["words"]) == ("unknown", "open", "That it be let.")
