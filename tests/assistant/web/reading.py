"""Reads HTML back as a browser would: which elements there are, with which attributes, and which text."""

from __future__ import annotations

from html.parser import HTMLParser


class Read(HTMLParser):
    """`tags` and `attributes` in order, `text` joined, `by_class(name)` the texts of those elements."""

    def __init__(self, markup):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.pieces, self._open, self._classes = [], [], [], [], []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in ("input", "br"):
            classes = (dict(attrs).get("class") or "").split()
            self._open.append(classes)
            self._classes += [(name, []) for name in classes]
            self._open[-1] = [(name, self._classes[-i - 1][1]) for i, name in enumerate(reversed(classes))]

    def handle_endtag(self, tag):
        self._open.pop()

    def handle_data(self, data):
        self.pieces.append(data)
        for holders in self._open:
            for _, texts in holders:
                texts.append(data)

    def handle_comment(self, data):
        self.tags.append(f"comment {data}")

    def handle_decl(self, decl):
        self.tags.append(f"declaration {decl}")

    def handle_pi(self, data):
        self.tags.append(f"instruction {data}")

    @property
    def text(self):
        return "".join(self.pieces)

    def by_class(self, name):
        return ["".join(texts) for found, texts in self._classes if found == name]
