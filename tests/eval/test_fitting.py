"""The fit that decides what is refused: it learns what separates, is the same every time, and is judged held out."""

from __future__ import annotations

import numpy as np
import pytest

from assistant import answerability
from eval.ablation import PARTS, switched_off
from eval.fitting import Example, fit, report, separation, threshold

WIDTH = len(answerability.WEIGHTS)


def _examples(n: int = 60) -> list[Example]:
    """Questions that the first signal alone tells apart, in two collections; the others are noise."""
    noise = np.random.default_rng(3).normal(size=(n, WIDTH))
    noise[:, 0] = [1.0 + 0.1 * (i % 3) if i % 2 else -1.0 for i in range(n)]
    return [
        Example(signals=tuple(row), answerable=bool(i % 2), weight=1.0, collection=f"c{i % 4 // 2}")
        for i, row in enumerate(noise.tolist())
    ]


def test_the_signal_that_tells_them_apart_is_learnt():
    examples = _examples()
    fitted = fit(examples)
    assert np.argmax(np.abs(fitted.weights)) == 0
    assert separation(fitted.score(examples), examples) == 1


def test_the_same_examples_give_the_same_weights():
    assert fit(_examples()).weights.tolist() == fit(_examples()).weights.tolist()


def test_the_threshold_refuses_the_share_of_answerable_questions_that_it_may():
    examples = _examples()
    scores = np.arange(len(examples), dtype=float)
    limit = threshold(scores, examples, 0.2)
    right = [s for s, e in zip(scores, examples, strict=True) if e.answerable]
    assert sum(s < limit for s in right) == pytest.approx(0.2 * len(right), abs=1)


def test_the_report_has_a_fold_for_each_collection_and_all_weights():
    lines = report(_examples(), 0.08)
    assert [line.split()[0] for line in lines[1:3]] == ["c0", "c1"]
    assert [line.split("  ")[0] for line in lines if line.split("  ")[0] in answerability.WEIGHTS] == list(
        answerability.WEIGHTS
    )


@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_off_only_inside_its_block(part):
    before = [getattr(module, name) for module, name, _ in PARTS[part]]
    with switched_off(part):
        assert [getattr(module, name) for module, name, _ in PARTS[part]] == [
            off for _, _, off in PARTS[part]
        ]
    assert [getattr(module, name) for module, name, _ in PARTS[part]] == before
