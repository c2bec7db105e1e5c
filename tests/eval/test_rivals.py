"""Rivals read the same minutes as plain text, print the same contract and are judged by the same rules."""

import json

import pytest

from assistant.answering import Assistant
from assistant.contract import Request
from eval.cases import Case, Unit
from eval.rivals.bm25 import WordSearch
from eval.rivals.copying import CopyFirst
from eval.rivals.opening import open_rivals
from eval.rivals.refusing import AlwaysRefuse
from eval.rivals.rival import Piece, read_texts
from eval.run import evaluate
from ingest import BadQuestion, NothingToIngest, parse, read_source
from tests.vectorstore.hashing import HashEmbedder
from vectorstore import MinutesStore, load

PANEL = """Rotherbourne Council
Minutes of the Secure Accommodation Panel held on 7 July 2015

5. TERMS OF REFERENCE

5.1 The Panel considered how often it should meet. The chair proposed quarterly meetings in the town hall.

5.2 The treasurer said that there would be no budget for biscuits at any meeting.
"""
FLOODS = "The warden reported that the sandbags had been delivered to the bridge. " * 20
BISCUITS = Unit(doc="panel.txt", anchor="no budget for biscuits", printed="5.2")
ASKED = Request(question="is there a budget for biscuits?")
CASE = Case(
    id="q1", type="fact", answerable=True, request=ASKED, golds=((BISCUITS,),), nuggets=("no budget",)
)
OTHERS = [BISCUITS, Unit(doc="panel.txt", anchor="quarterly meetings", printed="5.1")]


def asking(question):
    return Case(id="q", type="fact", answerable=False, request=Request(question=question), golds=((),))


@pytest.fixture
def minutes(tmp_path):
    folder = tmp_path / "minutes"
    folder.mkdir()
    (folder / "panel.txt").write_text(PANEL, "utf-8")
    (folder / "floods.txt").write_text(FLOODS, "utf-8")
    return folder


@pytest.fixture
def assistant(tmp_path, minutes):
    embedder = HashEmbedder()
    with MinutesStore.open(tmp_path / "store", embedder, create=True) as store:
        load(store, [parse(read_source(path)) for path in sorted(minutes.iterdir())], embedder)
        yield Assistant(store, embedder)


def rivals(minutes, assistant):
    return list(open_rivals(minutes, assistant, "ours", HashEmbedder()))


def test_the_rivals_are_the_four_that_the_docs_name(minutes, assistant):
    assert [rival.name for rival in rivals(minutes, assistant)] == [
        "always-refuse",
        "bm25",
        "naive",
        "copy-top-1",
    ]


def test_every_rival_prints_the_contract_for_the_question_it_was_asked(minutes, assistant):
    for rival in rivals(minutes, assistant):
        told = rival.answer(CASE).record
        assert json.loads(json.dumps(told)) == told
        assert (told["id"], told["question"], told["writer"]) == ("q1", ASKED.question, rival.name)
        assert told["answered"] == bool(told["citations"]) == bool(told["claims"]) == bool(told["answer"])
        assert [hit["rank"] for hit in told["hits"]] == list(range(1, len(told["hits"]) + 1))
        for cited in told["citations"]:
            assert cited["quote"] in cited["text"]
            assert cited["source"] in ("panel.txt", "floods.txt")


def test_texts_are_what_the_decoder_gives_and_nothing_of_the_parser(minutes):
    assert [(text.source, text.text) for text in read_texts(minutes)] == [
        ("floods.txt", FLOODS),
        ("panel.txt", PANEL),
    ]


def test_a_folder_without_minutes_is_told_in_one_line(tmp_path):
    with pytest.raises(NothingToIngest):
        read_texts(tmp_path)


def test_bm25_finds_the_piece_that_holds_the_words_and_loses_no_text():
    search = WordSearch([Piece(source="panel.txt", text=PANEL), Piece(source="floods.txt", text=FLOODS)])
    shown = search.answer(asking("were the sandbags delivered?")).record
    assert {hit["source"] for hit in shown["hits"]} == {"floods.txt", "panel.txt"}  # "the" stands in both
    assert shown["hits"][0]["source"] == "floods.txt"
    pieces = [hit["text"] for hit in shown["hits"] if hit["source"] == "floods.txt"]
    assert all(len(piece) <= 1000 for piece in pieces)
    assert sorted(map(len, pieces)) == [len(FLOODS) - 1000, 1000]


@pytest.mark.parametrize("question", ["xylophones?", "!?", '"OR" NEAR('])
def test_bm25_refuses_where_no_word_matches_and_takes_no_question_for_syntax(question):
    search = WordSearch([Piece(source="panel.txt", text=PANEL)])
    shown = search.answer(asking(question)).record
    assert (shown["answered"], shown["citations"], shown["hits"]) == (False, [], [])


def test_bm25_scores_fall_with_the_rank():
    search = WordSearch([Piece(source="panel.txt", text=PANEL), Piece(source="floods.txt", text=FLOODS)])
    scores = [h["score"] for h in search.answer(asking("the panel and the bridge")).record["hits"]]
    assert len(scores) > 1
    assert scores == sorted(scores, reverse=True)


def test_copying_cites_the_first_hit_of_the_assistant_whole(assistant):
    ours = assistant.ask(ASKED.question)
    told = CopyFirst(assistant, "ours").answer(CASE).record
    (cited,) = told["citations"]
    first = ours.hits[0].passage
    assert (cited["text"], cited["quote"], cited["printed"]) == (
        first.text,
        first.text,
        first.citation.printed,
    )
    assert [hit["text"] for hit in told["hits"]] == [hit.passage.text for hit in ours.hits]


def test_refusing_refuses():
    told = AlwaysRefuse().answer(CASE).record
    assert (told["answered"], told["hits"]) == (False, [])


def test_a_chunk_of_several_units_is_no_exact_citation(minutes, assistant):
    """What the naive pipeline finds holds both paragraphs: right by content, wrong as a citation."""
    naive = next(rival for rival in rivals(minutes, assistant) if rival.name == "naive")
    (exact,) = evaluate(naive, [CASE], OTHERS)
    (loose,) = evaluate(naive, [CASE])
    assert (exact.scores["prec"], loose.scores["prec"]) == ((0,), (1,))
    assert (exact.scores["nug"], loose.scores["joint"]) == ((1,), (0,))  # it says it, and knows of no number


def test_rivals_are_known_apart_and_by_the_texts_they_read(minutes, assistant):
    before = [rival.identity() for rival in rivals(minutes, assistant)]
    assert len(set(before)) == len(before)
    assert [rival.identity() for rival in rivals(minutes, assistant)] == before
    (minutes / "floods.txt").write_text(FLOODS.upper(), "utf-8")
    after = [rival.identity() for rival in rivals(minutes, assistant)]
    assert [old == new for old, new in zip(before, after, strict=True)] == [True, False, False, True]


def test_a_question_that_cannot_be_asked_is_an_error_of_ours(assistant):
    with pytest.raises(BadQuestion):
        CopyFirst(assistant, "ours").answer(asking("?"))
