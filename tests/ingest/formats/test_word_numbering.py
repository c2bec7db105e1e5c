"""Automatic numbers, whatever the lists: held to an independent model that looks back instead of counting."""

# ruff: noqa: E501  (XML on one line)

from __future__ import annotations

import re
import string

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from ingest.formats.word.numbering import Numbering

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = ("decimal", "lowerLetter", "upperLetter", "decimalZero", "ordinal")
LEVELS = 4


def in_style(n: int, style: str) -> str:
    if style == "lowerLetter":
        return string.ascii_lowercase[(n - 1) % 26] * (1 + (n - 1) // 26)
    if style == "upperLetter":
        return in_style(n, "lowerLetter").upper()
    if style == "decimalZero":
        return str(n).rjust(2, "0")
    if style == "ordinal":
        return f"{n}{'th' if n in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"
    return str(n)


level = st.fixed_dictionaries(
    {
        "start": st.integers(1, 12),
        "style": st.sampled_from(STYLES),
        "restart": st.sampled_from((None, None, None, 0, 1)),
        "legal": st.booleans(),
    }
)
definition = st.lists(level, min_size=LEVELS, max_size=LEVELS)
used = st.tuples(st.integers(0, 3), st.integers(0, LEVELS - 1))  # which list, which level
starts = st.lists(
    st.dictionaries(st.integers(0, LEVELS - 1), st.integers(1, 20), max_size=2), min_size=4, max_size=4
)


def written(definitions: list, overridden: list) -> etree._Element:
    """Lists 0 and 1 are made from the first definition, 2 and 3 from the second."""
    abstracts = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">'
        + "".join(
            f'<w:lvl w:ilvl="{d}"><w:start w:val="{x["start"]}"/><w:numFmt w:val="{x["style"]}"/>'
            + (f'<w:lvlRestart w:val="{x["restart"]}"/>' if x["restart"] is not None else "")
            + ("<w:isLgl/>" if x["legal"] else "")
            + f'<w:lvlText w:val="[{".".join(f"%{i + 1}" for i in range(d + 1))}]"/></w:lvl>'
            for d, x in enumerate(levels)
        )
        + "</w:abstractNum>"
        for n, levels in enumerate(definitions)
    )
    lists = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n // 2}"/>'
        + "".join(
            f'<w:lvlOverride w:ilvl="{d}"><w:startOverride w:val="{v}"/></w:lvlOverride>'
            for d, v in own.items()
        )
        + "</w:num>"
        for n, own in enumerate(overridden)
    )
    return etree.fromstring(f"<w:numbering {W}>{abstracts}{lists}</w:numbering>")


def count_back(history: list[tuple[int, int]], depth: int, definitions: list, overridden: list) -> int:
    """The count at a level after `history`, found by walking back through the paragraphs of the same definition."""
    family = history[-1][0] // 2
    same = [(which, at) for which, at in history if which // 2 == family]
    levels = definitions[family]
    restart = levels[depth]["restart"]

    def start(which: int) -> int:
        return overridden[which].get(depth, levels[depth]["start"])

    ahead = 0
    for n in range(len(same) - 1, -1, -1):
        which, at = same[n]
        if at == depth:
            if depth in overridden[which] and (which, depth) not in same[:n]:
                return start(which) + ahead
            ahead += 1
        elif at < depth and (restart is None or at < restart):
            return begun(same[n + 1 :], depth, start, ahead, default=which)
    return begun(same, depth, start, ahead, default=same[-1][0])


def begun(since: list[tuple[int, int]], depth: int, start, ahead: int, default: int) -> int:
    """A level is begun by its first paragraph, or by the first that stands deeper: that one does not count on."""
    first = next(((which, at) for which, at in since if at >= depth), None)
    if first is None:
        return start(default)
    return start(first[0]) + (ahead - 1 if first[1] == depth else ahead)


@settings(max_examples=400)
@given(st.tuples(definition, definition), starts, st.lists(used, min_size=1, max_size=25))
def test_numbers_are_those_of_the_model(definitions, overridden, paragraphs):
    numbering = Numbering(written(list(definitions), overridden))
    for n, (which, depth) in enumerate(paragraphs):
        levels = definitions[which // 2]
        label, _ = numbering.count(str(which), depth)
        counts = [count_back(paragraphs[: n + 1], d, list(definitions), overridden) for d in range(depth + 1)]
        expected = [
            in_style(count, "decimal" if levels[depth]["legal"] else levels[d]["style"])
            for d, count in enumerate(counts)
        ]
        assert label == f"[{'.'.join(expected)}]"


def test_a_list_that_is_not_defined_has_no_numbers():
    assert Numbering(None).count("7", 0) == ("", False)


def test_stories_are_counted_apart():
    """A list in a page header does not move the numbers of the text."""
    numbering = Numbering(
        written([[{"start": 1, "style": "decimal", "restart": None, "legal": False}]] * 2, [{}] * 4)
    )
    assert numbering.count("0", 0) == ("[1]", False)
    assert numbering.afresh().count("0", 0) == ("[1]", False)
    assert numbering.count("0", 0) == ("[2]", False)


def test_custom_formats_are_padded():
    root = etree.fromstring(
        f'<w:numbering {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="8"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback>'
        '</mc:AlternateContent><w:lvlText w:val="%1/22"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    numbering = Numbering(root)
    assert [numbering.count("1", 0)[0] for _ in range(3)] == ["008/22", "009/22", "010/22"]
    assert re.fullmatch(r"\d{3}/22", numbering.count("1", 0)[0])
