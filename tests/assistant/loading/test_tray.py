"""Whatever is handed in, under whatever name: it waits whole under a name that is safe, or it does not wait at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.loading import tray as room
from assistant.loading.tray import NotTaken, Tray, safe_name
from ingest import UnknownSource, is_odd
from tests.assistant.web.hostile import PAYLOADS


@given(
    st.text(max_size=400) | st.sampled_from([*PAYLOADS, "..", "../..", ".", "~", "a/..", "\0", "C:\\x\\.ssh"])
)
def test_every_name_is_made_safe_or_refused(name):
    try:
        safe = safe_name(name)
    except NotTaken:
        return
    assert safe == safe_name(safe)
    assert not {"/", "\\", "\0"} & set(safe)
    assert not is_odd(safe)
    assert not safe.startswith((".", "~", " "))
    assert len(safe.encode()) <= 180


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("C:\\minutes\\July 2019.pdf", "July 2019.pdf"),
        ("../../etc/passwd", "passwd"),
        (".hidden.txt", "hidden.txt"),
        ("fdp.\u202etxt", "fdp.txt"),
        ("Cofnodion Gŵyl.docx", "Cofnodion Gŵyl.docx"),
        ("x" * 300 + ".pdf", "x" * 176 + ".pdf"),
        ("x" * 300 + ".pdf.minutes.toml", "x" * 167 + ".minutes.toml"),
    ],
)
def test_a_name_keeps_what_a_citation_needs_of_it(name, safe):
    assert safe_name(name) == safe


def test_what_is_handed_in_waits_whole_and_outlives_the_server(tmp_path):
    assert Tray(tmp_path).take("july.txt", [b"first ", b"second"]) == "july.txt"
    again = Tray(tmp_path)
    assert again.names() == ["july.txt"]
    assert again.path("july.txt").read_bytes() == b"first second"


def pieces(*given, then=None):
    yield from given
    if then:
        raise then


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (lambda: pieces(b"x" * 60, b"x" * 60), "is larger than"),
        (lambda: pieces(b""), "is empty"),
        (lambda: pieces(b"half", then=NotTaken("the connection was lost")), "the connection was lost"),
    ],
    ids=["too large", "empty", "cut short"],
)
def test_what_does_not_arrive_whole_leaves_nothing_and_replaces_nothing(tmp_path, monkeypatch, body, line):
    monkeypatch.setattr(room, "LARGEST_FILE", 100)
    tray = Tray(tmp_path)
    tray.take("july.txt", [b"as it was"])
    for name in ("july.txt", "june.txt"):
        with pytest.raises(NotTaken, match=line):
            tray.take(name, body())
    assert tray.path("july.txt").read_bytes() == b"as it was"
    assert [path.name for path in tray.folder.iterdir()] == ["july.txt"]


def test_an_archive_is_refused_with_what_to_do(tmp_path):
    with pytest.raises(NotTaken, match=r"minutes\.ZIP is an archive: unpack it"):
        Tray(tmp_path).take("minutes.ZIP", [b"PK"])


def test_the_tray_does_not_grow_for_ever(tmp_path, monkeypatch):
    monkeypatch.setattr(room, "MOST", 2)
    tray = Tray(tmp_path)
    for name in ("a.txt", "b.txt", "b.txt"):
        tray.take(name, [b"x"])
    with pytest.raises(NotTaken, match="2 files wait already"):
        tray.take("c.txt", [b"x"])


def test_what_a_killed_server_had_begun_to_write_is_swept_away(tmp_path):
    tray = Tray(tmp_path)
    tray.take("july.txt", [b"x"])
    (tray.folder / ".part-abc").write_bytes(b"half")
    assert Tray(tmp_path).names() == ["july.txt"]
    assert len(list(tray.folder.iterdir())) == 1


@pytest.mark.parametrize("name", ["../secret.txt", "..", ".", "", "/etc/passwd", "missing.txt"])
def test_no_name_leads_out_of_the_tray(tmp_path, name):
    (tmp_path / "secret.txt").write_text("not theirs")
    tray = Tray(tmp_path)
    tray.take("july.txt", [b"x"])
    with pytest.raises(UnknownSource):
        tray.path(name)
    tray.remove(name)
    assert (tmp_path / "secret.txt").exists()
    assert tray.names() == ["july.txt"]


def test_a_file_is_removed_with_its_sidecar_and_a_lone_sidecar_is_listed(tmp_path):
    tray = Tray(tmp_path)
    for name in ("july.txt", "july.txt.minutes.toml", "june.txt.minutes.toml"):
        tray.take(name, [b"x"])
    assert tray.names() == ["july.txt", "june.txt.minutes.toml"]
    tray.remove("july.txt")
    assert [path.name for path in tray.folder.iterdir()] == ["june.txt.minutes.toml"]
