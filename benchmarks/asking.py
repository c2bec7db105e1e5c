"""A warm answer against what it cannot do without: embedding the question, one Chroma query, one FTS5 query.

python -m benchmarks.asking STORE QUESTIONS.jsonl

Every question is new to the process. Its parts are timed alone right before it is answered, so that what the machine
does besides falls on both. Needs a store with an index; questions are lines with `question`, as `ask --json -` takes.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from assistant.answering import Assistant
from vectorstore import MinutesStore, SentenceTransformerEmbedder, generations, lexical
from vectorstore.chroma_index import ChromaIndex

_WARM_UP = 20  # questions answered before any is timed
_DEPTH = 100  # passages that either side brings up
_PARTS = ("embed", "chroma", "fts5")


def main() -> None:
    """Print the seconds to the first answer, the parts and the answer in milliseconds, and their ratio."""
    begun = time.perf_counter()
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("store", type=Path)
    parser.add_argument("questions", type=Path)
    args = parser.parse_args()
    questions = [json.loads(line)["question"] for line in args.questions.read_text("utf-8").splitlines()]
    embedder = SentenceTransformerEmbedder()
    with MinutesStore.open(args.store, embedder) as store:
        assistant = Assistant(store, embedder)
        assistant.ask(questions[0])
        print(f"first answer after {time.perf_counter() - begun:.1f} s")  # noqa: T201
        for question in questions[1:_WARM_UP]:
            assistant.ask(question)
        report(list(measure(store, assistant, questions[_WARM_UP:])))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {memory:.0f} MB")  # noqa: T201


def measure(
    store: MinutesStore, assistant: Assistant, questions: Sequence[str]
) -> Iterator[dict[str, float]]:
    """For each question the seconds of each part alone and of the answer, as they come."""
    alone = SentenceTransformerEmbedder()  # its own, so that no vector is at hand twice
    alone.embed_query("warm")
    generation = generations.current(store.folder, store.id)
    if generation is None:
        raise SystemExit("the store has no index: run `minutebook index`")
    index = ChromaIndex(generation.folder)
    for question in questions:
        vector = alone.embed_query(f"{question} ")  # not the text that is timed
        embed = _seconds(lambda q=question: alone.embed_query(q))
        chroma = _seconds(lambda v=vector: index.nearest(v, _DEPTH))
        fts5 = _seconds(lambda q=question: _by_words(store, q))
        ask = _seconds(lambda q=question: assistant.ask(q))
        yield {"embed": embed, "chroma": chroma, "fts5": fts5, "ask": ask}
    index.close()


def report(rows: Sequence[dict[str, float]]) -> None:
    """Print median and 95th percentile of each column, of the parts together, and the ratio of the medians."""
    columns = {name: [row[name] for row in rows] for name in (*_PARTS, "ask")}
    columns["parts"] = [sum(row[name] for name in _PARTS) for row in rows]
    for name in (*_PARTS, "parts", "ask"):
        print(f"{name:8s} median {_at(columns[name], 0.5):6.1f} ms   p95 {_at(columns[name], 0.95):6.1f} ms")  # noqa: T201
    ratio = _at(columns["ask"], 0.5) / _at(columns["parts"], 0.5)
    print(f"ask to parts {ratio:.2f}, {len(rows)} questions")  # noqa: T201


def _by_words(store: MinutesStore, question: str) -> None:
    with store.snapshot() as connection:
        lexical.by_words(connection, lexical.match_query(question), "NOT p.heading", (), _DEPTH)


def _seconds(do: Callable[[], object]) -> float:
    begun = time.perf_counter()
    do()
    return time.perf_counter() - begun


def _at(values: Sequence[float], share: float) -> float:
    """The value below which `share` of them lie, in milliseconds."""
    return sorted(values)[int(share * (len(values) - 1))] * 1000


if __name__ == "__main__":
    main()
