"""A table that lays out the page is unrolled into paragraphs; a table of data keeps its rows as lines."""

# ruff: noqa: E501  (a paragraph is one line)

from __future__ import annotations

import io

from docx import Document

from ingest.formats.word import decode

LONG = "The committee considered the report of the clerk on the ponds, and asked how often they had been dredged in the last ten years."


def shown(rows: list[list[str]], merge: tuple[tuple[int, int], tuple[int, int]] | None = None) -> str:
    document = Document()
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, words in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            first, *rest = text.split("\n")
            cell.paragraphs[0].text = first
            for more in rest:
                cell.add_paragraph(more)
    if merge:
        table.cell(*merge[0]).merge(table.cell(*merge[1]))
    out = io.BytesIO()
    document.save(out)
    return decode(out.getvalue(), "x.docx").text


def test_a_number_column_stands_before_its_words():
    assert shown([["1.", "Apologies"], ["2.", LONG]]) == f"1.  Apologies\n\n2.  {LONG}"


def test_numbers_in_one_cell_go_to_the_paragraphs_beside_them():
    assert shown([["7.1\n7.2", f"{LONG}\nNoted."]]) == f"7.1  {LONG}\n\n7.2  Noted."


def test_who_is_to_act_is_told_with_the_heading_of_the_column():
    text = shown([["Item", "Discussion", "Action"], ["1.", LONG, "AB"], ["2.", "Noted.", ""]])
    assert text == f"Item | Discussion | Action\n\n1.  {LONG}\n\nAction: AB\n\n2.  Noted."


def test_rows_of_data_are_lines_with_bars():
    assert (
        shown([["Parish", "Tax base"], ["Aber", "771"], ["Worth", "7"]])
        == "Parish | Tax base\nAber | 771\nWorth | 7"
    )


def test_bare_figures_in_a_table_of_data_are_no_numbers_of_paragraphs():
    assert shown([["No", "Name"], ["1", "Hay"], ["2", "Ivy"]]) == "No | Name\n1 | Hay\n2 | Ivy"


def test_a_merged_cell_is_read_once():
    assert shown([["Ward", "North"], ["", "South"]], merge=((0, 0), (1, 0))) == "Ward | North\n| South"


def test_a_box_round_text_is_just_its_paragraphs():
    assert shown([["RESOLVED that the report be noted.\nProposed by Councillor Hay."]]) == (
        "RESOLVED that the report be noted.\n\nProposed by Councillor Hay."
    )
