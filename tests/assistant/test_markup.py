"""Whatever text goes in, no tag and no attribute comes out but ours."""

from __future__ import annotations

import html

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.markup import Html, el, join, text
from tests.assistant.web.reading import Read

HOSTILE = '"><img src=x onerror=alert(1)><script>alert(1)</script><!-- ${alert(1)} {{this}} &lt;b&gt;'
anything = st.text(st.characters()) | st.sampled_from(
    [HOSTILE, "</p>", "<", "&lt;", "'", "\ud800", "\0", "]]>"]
)


def carried(words):
    """What a page can carry of a text."""
    return words.encode("utf-8", "replace").decode().replace("\0", "\N{REPLACEMENT CHARACTER}")


@given(anything)
@example(HOSTILE)
def test_text_goes_in_and_the_same_text_comes_out_with_no_tag(words):
    written = text(words)

    assert "<" not in written
    assert ">" not in written
    assert '"' not in written
    assert "'" not in written
    assert html.unescape(written) == html.unescape(html.escape(carried(words)))


@given(anything, anything)
@example(HOSTILE, HOSTILE)
def test_an_element_holds_only_the_tag_and_attributes_that_were_asked_for(words, value):
    read = Read(el("p", words, title=value, data_turn=3, hidden=True, lang=None))

    assert read.tags == ["p"]
    assert [name for name, _ in read.attributes] == ["title", "data-turn", "hidden"]
    assert dict(read.attributes)["title"] == carried(value)


@given(st.lists(anything))
def test_joined_text_makes_no_tag(parts):
    assert Read(join(parts)).tags == []


def test_markup_of_ours_is_not_escaped_again():
    assert el("p", el("b", "1 < 2"), " and 3") == "<p><b>1 &lt; 2</b> and 3</p>"


def test_an_empty_element_is_not_closed():
    assert el("input", type="date") == '<input type="date">'


def test_text_that_only_looks_like_markup_of_ours_is_escaped():
    pretending = str(Html("<b>bold</b>"))

    assert el("p", pretending) == "<p>&lt;b&gt;bold&lt;/b&gt;</p>"


@pytest.mark.parametrize("joined", ["<b>" + "x", "".join([Html("<b>"), "x"])])
def test_what_is_put_together_outside_the_module_is_text_again(joined):
    assert Read(el("p", joined)).tags == ["p"]
