"""The commands: what they print, how they end, and one clear line for whatever goes wrong."""

from __future__ import annotations

import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.cli import main
from vectorstore.schema import DATABASE_NAME

ROOT = Path(__file__).parents[2]
SECURE = "what did we agree on secure accommodation?"
MINUTES = """Ashby Parish Council

Minutes of the meeting held on 3 March 2020

1. Café

1.1 The café – £5 a day – was agreed.
"""


@pytest.fixture
def run(capsys):
    """Run a command in this process; gives exit status, stdout and stderr."""

    def run(*argv: object) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            status = main([str(word) for word in argv])
        except SystemExit as end:
            status = int(end.code or 0)
        out, err = capsys.readouterr()
        return status, out, err

    return run


@pytest.fixture(scope="module")
def store(sample_store, tmp_path_factory) -> Path:
    """One store that all the mishaps of this file befall; it must stay as it was."""
    return Path(shutil.copytree(sample_store, tmp_path_factory.mktemp("cli") / "store"))


@pytest.fixture(scope="module")
def documents(tmp_path_factory) -> Path:
    """Files that are no minutes, each in its own way."""
    folder = tmp_path_factory.mktemp("files")
    (folder / "nothing").mkdir()
    (folder / "nothing" / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "empty.txt").touch()
    (folder / "blank.txt").write_text(" \n\n\t\n")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "undecodable.txt").write_bytes("Café agreed.\n".encode("cp1252") + b"\x81\x8d\x9d\n")
    (folder / "minutes.docx").write_bytes(b"PK\x03\x04")
    for name in ("one", "other"):
        (folder / name).mkdir()
        (folder / name / "minutes.txt").write_text(MINUTES + name, "utf-8")
    (folder / "file").write_text("a regular file")
    return folder


def _execute(database: Path, statement: str, *values: object) -> None:
    connection = sqlite3.connect(database)
    with connection:
        connection.execute(statement, values)
    connection.close()


@pytest.fixture(scope="module")
def foreign(sample_store, tmp_path_factory) -> Path:
    """Stores that this program cannot use: another embedder's, a newer version's, somebody else's, a broken one."""
    folder = tmp_path_factory.mktemp("foreign")
    for name in ("embedder", "newer", "theirs", "broken"):
        shutil.copytree(sample_store, folder / name)
    _execute(
        folder / "embedder" / DATABASE_NAME, "UPDATE meta SET value = 'other-model' WHERE name = 'embedder'"
    )
    _execute(folder / "newer" / DATABASE_NAME, "UPDATE meta SET value = '99' WHERE name = 'schema'")
    _execute(folder / "theirs" / DATABASE_NAME, "PRAGMA application_id = 7")
    (folder / "broken" / DATABASE_NAME).write_bytes(b"this is no database, however long you look at it" * 100)
    return folder


@pytest.mark.model
@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("ingest {files}/empty.txt", "is empty"),
        ("ingest {files}/blank.txt", "is empty"),
        ("ingest {files}/missing.txt", "does not exist"),
        ("ingest {files}/nothing", "holds no minutes"),
        ("ingest {files}/binary.txt", "is binary"),
        ("ingest {files}/undecodable.txt", "save it as UTF-8"),
        ("ingest {files}/minutes.docx", "is damaged"),
        ("ingest {files}/one --date 31/03/2019", "write it as 2019-03-31"),
        ("ingest {files}/one --store {files}/file/store", "cannot"),
        ("ingest {files}/one --store {files}/file", "cannot"),
        ("ingest {files}/one --store {files}/other", "holds other things"),
        ("ingest {files}/one --store {foreign}/embedder", "other-model"),
        ("ingest {files}/one --store {foreign}/newer", "a newer version"),
        ("ingest {files}/one --store {foreign}/theirs", "not a store of minutes"),
        ("ingest {files}/one --store {foreign}/broken", "damaged"),
        ("ask anything --store {foreign}/embedder", "other-model"),
        ("ask anything --store {foreign}/newer", "schema 99"),
        ("ask anything --store {foreign}/theirs", "not a store of minutes"),
        ("ask anything --store {foreign}/broken", "damaged"),
        ("ask anything --store {files}/none", "`minutebook ingest` first"),
        ("ask anything --store {files}/file/none", "`minutebook ingest` first"),
        ("status --store {files}/none", "`minutebook ingest` first"),
        ("show 7.3 --store {files}/none", "`minutebook ingest` first"),
        ("forget a.txt --store {files}/none", "`minutebook ingest` first"),
        ("index --store {files}/none", "`minutebook ingest` first"),
        ("chat --store {files}/file/none", "cannot"),
        ("ask anything --since yesterday", "write it as 2019-03-31"),
        ("ask anything --until 2019-02-30", "write it as 2019-03-31"),
        ("ask anything --out {files}/x.doc", "name it *.docx, *.pdf or *.md"),
        ("ask anything --out {files}/none/x.md", "cannot write"),
        ("forget wholly-unknown.txt", "`minutebook status --files`"),
        ("forget board", "did you mean"),
        ("show 97.97", "no passage answers"),
        ("show a#b/c/d/1-1/", "no passage answers"),
        ("parse {files}/empty.txt", "is empty"),
        ("parse {files}/missing.txt", "does not exist"),
    ],
)
def test_a_mishap_is_one_line_and_status_1_and_harms_no_store(run, store, documents, foreign, words, said):
    before = run("ask", SECURE, "--json", "--store", store), run("status", "--files", "--store", store)
    argv = [word.format(files=documents, foreign=foreign) for word in words.split(" ")]
    if "--store" not in argv and argv[0] != "parse":
        argv += ["--store", str(store)]
    status, out, err = run(*argv)
    assert (status, out) == (1, "")
    assert err.startswith("minutebook: ")
    assert err.count("\n") == 1
    assert said in err
    after = run("ask", SECURE, "--json", "--store", store), run("status", "--files", "--store", store)
    assert after == before
    assert before[0][0] == 0


def test_nothing_is_made_where_nothing_can_be_read(run, documents, tmp_path):
    for words in ("empty.txt", "missing.txt", "nothing"):
        assert run("ingest", documents / words, "--store", tmp_path / "store")[0] == 1
    assert run("ask", "anything", "--store", tmp_path / "store")[0] == 1
    assert not (tmp_path / "store").exists()


@pytest.mark.model
@pytest.mark.parametrize("question", ["", "   ", "?!", "x" * 2001])
def test_a_question_that_asks_nothing_or_never_ends_is_one_line(run, store, question):
    status, out, err = run("ask", question, "--store", store)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert err.startswith("minutebook: the question is ")


@pytest.mark.parametrize(
    "words", ["", "frobnicate", "ask", "ingest", "chat --port 70000", "chat --port x", "status --nonsense"]
)
def test_bad_usage_is_status_2_with_a_word_on_how_to_use_it(run, words):
    status, out, err = run(*words.split())
    assert (status, out) == (2, "")
    assert "usage: minutebook" in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "command", ["", "ask", "chat", "forget", "index", "ingest", "parse", "show", "status"]
)
def test_every_command_tells_what_it_does(run, command):
    status, out, err = run(*command.split(), "--help")
    assert (status, err) == (0, "")
    assert len(out) > 200


@pytest.mark.model
def test_an_answer_for_people_has_the_quote_and_the_full_reference(run, store):
    status, out, err = run("ask", SECURE, "--until", "2014-12-31", "--store", store)
    assert (status, err) == (0, "")
    assert "Report back to the sub-committee on the oversight of secure accommodation" in " ".join(
        out.split()
    )
    assert "action (unnumbered, 2nd of 3 after 7.7)  (2014-11-24-education-scrutiny.txt)" in out


@pytest.mark.model
def test_a_refusal_is_no_error(run, store):
    status, out, err = run("ask", "who painted the lighthouse on the moon?", "--store", store)
    assert (status, err) == (0, "")
    assert "Searched: 5 meetings" in out


@pytest.mark.model
def test_filters_of_the_command_narrow_the_search(run, store):
    for flags, meetings in (
        (("--council", "calvershire"), 2),
        (("--body", "PANEL"), 1),
        (("--since", "2017-01-01"), 2),
    ):
        _, out, _ = run("ask", "x99", "--json", *flags, "--store", store)
        assert json.loads(out)["coverage"]["meetings"] == meetings


@pytest.mark.model
def test_several_questions_are_one_conversation(run, store):
    follow_up = "and how many units have closed?"
    narrow = ("--until", "2014-12-31", "--json", "--store", store)
    _, together, _ = run("ask", SECURE, follow_up, *narrow)
    _, alone, _ = run("ask", follow_up, *narrow)
    first, second = map(json.loads, together.splitlines())
    assert first["question"] == SECURE
    assert second["question"] == follow_up
    assert second["hits"] != json.loads(alone)["hits"]


@pytest.fixture
def typed(monkeypatch):
    """Put bytes on stdin."""

    def typed(text: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))

    return typed


@pytest.mark.model
def test_lines_on_stdin_are_answered_in_order_one_object_a_line(run, store, typed):
    lines = [
        json.dumps({"id": "a", "question": SECURE, "filters": {"date_to": "2014-12-31"}, "gold": []}),
        "",
        "key point 11",
        json.dumps({"id": 7, "question": "and who asked for it?", "history": [SECURE]}),
    ]
    typed("\n".join(lines).encode())
    status, out, err = run("ask", "--json", "-", "--store", store)
    told = [json.loads(line) for line in out.splitlines()]
    assert (status, err) == (0, "")
    assert [answer["id"] for answer in told] == ["a", None, 7]
    assert [answer["question"] for answer in told] == [SECURE, "key point 11", "and who asked for it?"]
    assert told[0]["coverage"]["meetings"] == 1


@pytest.mark.model
@pytest.mark.parametrize("bad", [b'{"question": ', b'{"id": "x"}', b"?", b'{"question": "  "}'])
def test_a_bad_line_on_stdin_ends_in_one_line_after_the_answers_before_it(run, store, typed, bad):
    typed(b"key point 11\n" + bad + b"\nkey point 10\n")
    status, out, err = run("ask", "--json", "-", "--store", store)
    assert status == 1
    assert [json.loads(line)["question"] for line in out.splitlines()] == ["key point 11"]
    assert err.startswith("minutebook: ")
    assert err.count("\n") == 1


@pytest.mark.model
def test_a_byte_order_mark_and_bytes_that_are_no_text_on_stdin_are_survived(run, store, typed):
    typed(b'\xef\xbb\xbf{"id": "a", "question": "key point 11"}\nkey point 11 \xff\n')
    status, out, _ = run("ask", "--json", "-", "--store", store)
    assert status == 0
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["a", None]


def test_an_argument_that_is_no_text_is_survived(store):
    """What a shell passes on undecoded arrives as a lone surrogate, which no database and no terminal takes."""
    command = [
        sys.executable,
        "-m",
        "assistant",
        "ask",
        b"key point 11 \xff",
        "--json",
        "--store",
        str(store),
    ]
    ended = subprocess.run(command, capture_output=True, cwd=ROOT, check=False)
    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout)["answered"]
    assert b"Traceback" not in ended.stderr


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_minutes_in_any_usual_encoding_are_read_alike(run, tmp_path, encoding):
    path = tmp_path / "minutes.txt"
    path.write_bytes(MINUTES.encode(encoding))
    status, out, _ = run("parse", path, "--json")
    *passages, last = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert any("The café – £5 a day – was agreed." in passage["text"] for passage in passages)
    assert last["conserved"] is True


def test_parse_shows_people_numbers_kinds_and_the_meeting(run, samples):
    status, out, err = run("parse", samples[0])
    assert (status, err) == (0, "")
    assert "paragraph 7.3" in out
    assert "action (unnumbered, 2nd of 3 after 7.7)" in out
    assert "date:     Monday 24 November 2014" in out


@pytest.mark.model
def read_markdown(path):
    return path.read_text("utf-8").splitlines()


def test_answers_are_taken_away_in_a_file_instead_of_being_printed(run, store, tmp_path):
    """The questions of one command are one document, with the references of all of them numbered once."""
    files = [tmp_path / f"answer.{suffix}" for suffix in ("md", "DOCX", "pdf")]
    for file in files:
        status, out, err = run("ask", SECURE, "who flew to the moon?", "--until", "2016-01-01", "--out", file,
                               "--store", store)  # fmt: skip
        assert (status, out, err) == (0, f"2 answers written to {file}\n", "")
    lines = read_markdown(files[0])

    assert lines[0] == "# 2 questions to the minutes"
    assert [line for line in lines if line.startswith("## ")] == [
        f"## {SECURE}",
        "## who flew to the moon?",
        "## References",
    ]
    assert any("Narrowed to meetings to 1 January 2016." in line for line in lines)
    assert [file.read_bytes()[:2] for file in files] == [b"# ", b"PK", b"%P"]
    assert sorted(tmp_path.iterdir()) == sorted(files)


def test_questions_from_standard_input_are_one_file_too(run, store, tmp_path, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{SECURE}\nkey point 11\n"))
    run("ask", "-", "--out", tmp_path / "both.md", "--store", store)

    assert read_markdown(tmp_path / "both.md")[0] == "# 2 questions to the minutes"


def test_status_counts_by_council_and_body_and_lists_files_if_asked(run, store):
    _, out, _ = run("status", "--store", store)
    assert out.startswith("5 meetings, ")
    assert "Calvershire County Council | Highways and Transport Board: 1 meetings" in out
    assert "2017-09-14-highways-board.txt" not in out
    _, out, _ = run("status", "--files", "--store", store)
    assert "2017-09-14-highways-board.txt  2017-09-14" in out


@pytest.mark.model
def test_show_marks_the_passage_in_its_item_and_says_how_many_are_so_numbered(run, store):
    status, out, _ = run("show", "2014-11-24-education-scrutiny.txt", "7.3", "--store", store)
    assert status == 0
    assert out.splitlines()[0].endswith("paragraph 7.3")
    assert "\n> 7.3 A member wanted to know" in out
    assert "\n  7.2 Growing awareness" in out
    _, out, _ = run("show", "key point 1", "--store", store)
    assert out.startswith("3 passages are so numbered:")


@pytest.mark.model
def test_forget_takes_a_document_out_and_leaves_the_rest(run, store_copy):
    status, out, _ = run("forget", "highways", "--store", store_copy)
    assert status == 0
    assert out.startswith("2017-09-14-highways-board.txt forgotten: ")
    _, out, _ = run("status", "--files", "--store", store_copy)
    assert out.startswith("4 meetings")
    assert "highways" not in out


@pytest.mark.model
def test_some_bad_files_in_a_folder_are_named_and_the_others_stored(run, documents, tmp_path):
    folder = tmp_path / "mixed"
    folder.mkdir()
    for name in ("empty.txt", "binary.txt"):
        shutil.copy(documents / name, folder)
    (folder / "good.txt").write_text(MINUTES, "utf-8")
    status, out, err = run("ingest", folder, "--store", tmp_path / "store")
    assert status == 3
    assert [line.split() for line in out.splitlines()[:4:3]] == [["1", "read"], ["2", "failed"]]
    assert sum("is binary" in line or "is empty" in line for line in out.splitlines()) == 2
    assert err.endswith("minutebook: 2 of 3 files failed: see the lines above\n")
    _, out, _ = run("ask", "what was agreed on the café?", "--json", "--store", tmp_path / "store")
    assert json.loads(out)["citations"][0]["printed"] == "1.1"


@pytest.mark.model
def test_what_an_officer_knows_supplies_what_the_text_does_not_say(run, tmp_path):
    path = tmp_path / "minutes.txt"
    path.write_text("1. Allotments\n\n1.1 The rents were agreed.\n", "utf-8")
    told = ("--council", "Ashby Parish Council", "--body", "Allotments Committee", "--date", "2020-03-03")
    assert run("ingest", path, *told, "--store", tmp_path / "store")[0] == 0
    _, out, _ = run("ask", "what was agreed on rents?", "--json", "--store", tmp_path / "store")
    (cited,) = json.loads(out)["citations"]
    assert (cited["council"], cited["body"], cited["date"]) == (told[1], told[3], told[5])


def test_output_that_nobody_reads_any_more_is_no_error(samples):
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "assistant", "parse", str(samples[0]), "--json"]
    ended = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, cwd=ROOT, check=False)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, b"")
