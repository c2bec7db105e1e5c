"""Ask our questions of cairn-assistant, a published system of the same kind, and print its answers in our contract.

It needs an environment of its own (`python -m venv DIR`, `DIR/bin/pip install cairn-assistant`) and is never imported
here: it runs as a process, which `benchmarks/peer_side.py` drives from inside. It wants a folder of Markdown with
`id`, `title` and `lang` in front, and takes each paragraph for a passage. That folder is made of the minutes in one of
two ways, and either way the title is the council, body and date of the meeting:

- `text`: the text as decoded, what somebody who loads minutes into it has;
- `passages`: every passage of our parser as a paragraph under the heading of its item, the best it can be given.

Settings are its defaults, but for ten candidates in place of eight, so that it shows as many hits as ours.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from eval.cases import read_cases
from ingest import Minutes, find_sources, parse, read_source

_SETTINGS = """\
[corpus]
path = "{corpus}"
[index]
path = "{index}"
[retrieval]
candidates = 10
threshold = {threshold}
"""


def main() -> None:
    """Make the folder, let it index and ask; answers go to standard output."""
    args = _parser().parse_args()
    with tempfile.TemporaryDirectory(prefix="cairn-") as aside:
        folder = Path(aside)
        names = prepare(args.minutes, folder / "corpus", args.given)
        settings = folder / "cairn.toml"
        settings.write_text(
            _SETTINGS.format(corpus=folder / "corpus", index=folder / "index.json", threshold=args.threshold),
            "utf-8",
        )
        asked = "".join(
            json.dumps(
                {
                    "id": case.id,
                    "question": case.request.question,
                    "history": [turn.question for turn in case.request.history],
                }
            )
            + "\n"
            for case in read_cases(args.questions)
        )
        side = Path(__file__).with_name("peer_side.py")
        done = subprocess.run(  # noqa: S603 - the interpreter that was named
            [args.python, "-I", side, settings], input=asked, text=True, stdout=subprocess.PIPE, check=True
        )
    for line in done.stdout.splitlines():
        print(json.dumps(as_contract(json.loads(line), names), ensure_ascii=False))  # noqa: T201


def prepare(minutes: Path, corpus: Path, given: str) -> dict[str, str]:
    """Fill `corpus` with a Markdown file for each file of minutes; returns the file's name by the id it got."""
    corpus.mkdir()
    names: dict[str, str] = {}
    for n, path in enumerate(find_sources(minutes), 1):
        source = read_source(path)
        read = parse(source)
        id_ = f"minutes-{n}"
        names[id_] = source.name
        body = source.text if given == "text" else "\n\n".join(_paragraphs(read))
        head = f"---\nid: {id_}\ntitle: {_title(read) or source.name}\nlang: en\n---\n"
        (corpus / f"{id_}.md").write_text(f"{head}{body}\n", "utf-8")
    return names


def _title(minutes: Minutes) -> str:
    parts = {(p.council, p.body, p.held_on) for p in minutes.passages()}
    council, body, held_on = sorted(parts, key=str)[0] if parts else ("", "", None)
    return ", ".join(str(part) for part in (council, body, held_on) if part)


def _paragraphs(minutes: Minutes) -> Iterator[str]:
    item = None
    for passage in minutes.passages():
        if (passage.item, passage.item_title) != item:
            item = (passage.item, passage.item_title)
            if passage.item_title:
                yield f"# {' '.join(passage.item_title.split())}"
        yield re.sub(r"\n\s*\n", "\n", passage.text)


def as_contract(told: dict, names: dict[str, str]) -> dict:
    """What it told as one object of the contract: it knows paragraphs by their place and no printed number."""

    def shown(passage: dict) -> dict:
        return {"source": names[passage["doc_id"]], "printed": None, "text": passage["text"]}

    cited = [{"n": n, **shown(p), "quote": p["text"]} for n, p in enumerate(told["sources"], 1)]
    return {
        "id": told["id"],
        "question": told["question"],
        "answered": told["grounded"],
        "answer": told["text"],
        "claims": [{"text": c["text"], "citations": [c["n"]], "supported": True} for c in cited],
        "citations": cited,
        "hits": [{"rank": n, "score": p["score"], **shown(p)} for n, p in enumerate(told["candidates"], 1)],
        "writer": "cairn-assistant",
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peer", description=__doc__.split("\n")[0])
    parser.add_argument("questions", type=Path, metavar="QUESTIONS.jsonl")
    parser.add_argument("--minutes", type=Path, metavar="FOLDER", required=True)
    parser.add_argument("--python", metavar="PATH", required=True, help="the interpreter of its environment")
    parser.add_argument("--given", choices=("text", "passages"), default="text", help="what it reads")
    parser.add_argument("--threshold", type=float, default=0.165, help="below this it refuses (its default)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
