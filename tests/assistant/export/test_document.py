"""What is taken away, before it has a format: one numbering of references, what was searched, honest refusals."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from assistant.export import Taken, file_name
from assistant.export.document import Mark, line
from assistant.model import Claim
from ingest import Citation, Status
from tests.assistant.export.papers import ON, about, paper, refusal
from tests.assistant.web.records import answer, passage


def at(number, words="It was noted.", **given):
    return passage(
        words, number, citation=Citation(meeting="m", item="7", noun="paragraph", printed=number), **given
    )


def marks(entry):
    return [piece.n for paragraph in entry.paragraphs for piece in paragraph if isinstance(piece, Mark)]


def test_references_are_numbered_over_the_whole_document_and_the_same_passage_has_the_same_number():
    first, second, third = at("7.1"), at("7.2"), at("7.3")
    one = Taken(question="A", answer=answer(("a", first, "It"), ("b", second, "was")))
    two = Taken(question="B", answer=answer(("c", third, "noted"), ("d", first, "It was noted.")))
    made = paper(one, two)

    assert [marks(entry) for entry in made.entries] == [[1, 2], [3, 1]]
    assert [r.words[-13:] for r in made.references] == ["paragraph 7.1", "paragraph 7.2", "paragraph 7.3"]
    assert made.references[0].quotes == ("It", "It was noted.")


def test_a_reference_says_council_body_date_item_paragraph_draft_and_file():
    (reference,) = about("Draft words.", status=Status.DRAFT, exempt=True).references

    assert reference.words == (
        "Ambridge, Cabinet, 24 November 2014, draft minutes, Secure accommodation, paragraph 7.3"
    )
    assert reference.cautions == ("Draft minutes", "Exempt: not public")
    assert reference.source == "cabinet.txt"


def test_what_is_quoted_stands_without_the_markup_of_its_file():
    (reference,) = about("**RESOLVED:** That the <br>panel meet.").references

    assert reference.quotes == ("RESOLVED: That the panel meet.",)


def test_a_bracketed_number_of_the_minutes_is_not_taken_for_a_reference():
    words = "See [1] for the rest."
    (entry,) = about(words).entries

    assert marks(entry) == [1]
    assert entry.paragraphs[0][0].startswith(f"It was said: “{words}”")


def test_an_answer_says_what_was_searched_and_narrowed_to_with_its_notices():
    told = answer(("a", passage(), "That"), notices=("The index is\nold.",))
    (entry,) = paper(Taken(question="Q", answer=told, narrowed="Narrowed to Cabinet.")).entries

    assert entry.searched == (
        "Searched 2 meetings of Cabinet and Highways Board, 24 November 2014 to 11 March 2016. Narrowed to Cabinet."
    )
    assert entry.notices == ("The index is old.",)
    assert entry.near == ()


def test_a_refusal_keeps_its_words_and_lists_what_came_nearest_with_its_reference():
    near = at("7.9", "The kite flew.")
    text = "The minutes do not say. Searched: 2 meetings.\n\nNearest, but not an answer:\n- x"
    refused = refusal(near)
    (entry,) = paper(replace(refused, answer=replace(refused.answer, text=text))).entries

    assert entry.paragraphs == (("The minutes do not say. Searched: 2 meetings.",),)
    assert [(one.words, one.begins) for one in entry.near] == [(near.reference, "The kite flew.")]
    assert paper(refused).references == ()


def test_what_could_not_be_asked_says_why():
    (entry,) = paper(Taken(question=" ", answer=None, error="Please type a question first.")).entries

    assert (entry.question, entry.paragraphs) == (
        "(nothing was asked)",
        (("Please type a question first.",),),
    )


def test_one_answer_is_called_by_its_question_and_several_by_their_number():
    one = refusal(question="Who flew the kite?")

    assert paper(one).title == "Who flew the kite?"
    assert paper(one, one).title == "2 questions to the minutes"
    assert [paper(one, one).heading(entry) for entry in paper(one, one).entries] == ["Who flew the kite?"] * 2
    assert paper(one).made == "Made on 22 November 2026 at 14:05."


def test_the_lead_of_a_language_model_keeps_all_its_marks():
    cited = answer(("x", at("7.1"), "It"), ("y", at("7.2"), "was"))
    led = replace(
        cited,
        text=f"It was noted twice. [1][2]\n\n{cited.text}",
        claims=(Claim(text="It was noted twice.", citations=(1, 2)), *cited.claims),
    )

    assert marks(paper(Taken(question="Q", answer=led)).entries[0]) == [1, 2, 1, 2]


@given(st.text(st.characters()))
def test_no_text_keeps_a_line_break_or_a_character_that_a_file_cannot_hold(text):
    kept = line(text)

    assert len(kept.splitlines()) <= 1
    assert kept.encode().decode() == kept
    assert line(kept) == kept


@given(st.text(st.characters()))
def test_a_file_name_is_safe_on_every_system_whatever_was_asked(question):
    name = file_name(paper(refusal(question=question)), ".docx")

    assert name.startswith("minutebook-2026-11-22")
    assert name.endswith(".docx")
    assert len(name) < 100
    assert set(name.removesuffix(".docx")) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_a_file_name_says_when_and_what():
    asked = refusal(question="What did we agree on secure accommodation?")

    assert file_name(paper(asked), ".pdf") == "minutebook-2026-11-22-secure-accommodation.pdf"
    assert (
        file_name(paper(refusal(question="Tŷ’r Cyngor")), ".md") == f"minutebook-{ON:%Y-%m-%d}-ty-r-cyngor.md"
    )
