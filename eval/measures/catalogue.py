"""The measures by name, in the order in which they are told: what each counts, and which way is better."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure; `rises` where more is better."""

    name: str
    meaning: str
    rises: bool = True


MEASURES = {
    measure.name: measure
    for measure in (
        Measure("recall1", "gold units that are the first hit"),
        Measure("recall5", "gold units among the first five hits"),
        Measure("recall10", "gold units among the first ten hits"),
        Measure("ndcg10", "gold units among the first ten hits, the earlier the better"),
        Measure("rr", "one over the rank of the first gold unit"),
        Measure("prec", "citations that are right"),
        Measure("rec", "gold units that are cited"),
        Measure("f1", "harmonic mean of the two, question by question"),
        Measure("nug", "nuggets that the answer says"),
        Measure("nug_all", "answers that say every nugget"),
        Measure("joint", "answers with all of it right at once"),
        Measure("wrong_para", "right document, wrong paragraph", rises=False),
        Measure("printed", "right citations under their printed number"),
        Measure("exact_quote", "quotes that stand in their passage"),
        Measure("unsupported_numbers", "claims with a number that no passage they cite holds", rises=False),
        Measure("unsupported_names", "claims with a name that no passage they cite holds", rises=False),
        Measure("abstain_recall", "unanswerable questions refused"),
        Measure("abstain_near_miss", "of those, near misses refused"),
        Measure("abstain_false_premise", "of those, false premises refused"),
        Measure("false_refusal", "answerable questions refused", rises=False),
        Measure("abstain_precision", "refusals that were right"),
    )
}

APART = ("recall5", "prec", "rec", "nug", "joint", "abstain_recall", "false_refusal")
"""The measures that are told of each kind of question."""
