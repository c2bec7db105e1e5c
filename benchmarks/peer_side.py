"""The inside of `benchmarks/peer.py`: run by the interpreter of cairn-assistant's environment, with its library alone.

usage: peer_side.py SETTINGS.toml < QUESTIONS > ANSWERS, an object a line. Earlier questions of a conversation are
asked first, in one session, as its own chat does.
"""

import json
import sys

from cairn.config import load_config
from cairn.index import build_and_write, read_index
from cairn.session import Session

settings = load_config(sys.argv[1])
build_and_write(settings.corpus_path, settings.index_path)
index = read_index(settings.index_path, settings.corpus_path)
passages = {passage.passage_id: passage for passage in index.passages}


def told(passage_id: str) -> dict:
    """A passage as it stands in its index."""
    passage = passages[passage_id]
    return {"doc_id": passage.doc_id, "text": passage.text}


for line in sys.stdin:
    asked = json.loads(line)
    session = Session()
    for earlier in asked["history"]:
        session.ask(earlier, index, settings, lang="en")
    answer = session.ask(asked["question"], index, settings, lang="en").answer
    print(  # noqa: T201
        json.dumps(
            {
                **asked,
                "grounded": answer.kind == "grounded",
                "text": answer.text,
                "sources": [told(source.source_id) for source in answer.sources],
                "candidates": [
                    {**told(candidate.passage.passage_id), "score": candidate.score}
                    for candidate in answer.trace.candidates
                ],
            }
        ),
        flush=True,
    )
