"""Scores predicted entities with spaCy's Scorer: borders and type exactly right.

Usage: score_ner.py PREDICTIONS.jsonl
A line has text, entities (what is known) and predicted, each with start and end in code points and a type: what
`biogloss evaluate --predictions` writes. Prints precision, recall and F1 as JSON, in all and per type.
Needs spaCy; no trained pipeline.
"""

import json
import sys

import spacy
from spacy.scorer import Scorer
from spacy.tokens import Doc, Span
from spacy.training import Example

KEY = "entities"


def document(vocab, text, entities):
    """A token for every character, so that any borders can be said; which one does not matter to the scores, and spaCy
    would pass over white space when it aligns the two documents."""
    doc = Doc(vocab, words=["x"] * len(text), spaces=[False] * len(text))
    doc.spans[KEY] = [Span(doc, e["start"], e["end"], label=e["type"]) for e in entities]
    return doc


def main(path):
    vocab = spacy.blank("en").vocab
    examples = []
    with open(path, encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            if not line["text"]:
                continue
            predicted = document(vocab, line["text"], line["predicted"])
            known = document(vocab, line["text"], line["entities"])
            examples.append(Example(predicted, known))
    scores = Scorer.score_spans(
        examples,
        "ents",
        getter=lambda doc, _: doc.spans[KEY],
        has_annotation=lambda doc: True,
        allow_overlap=True,
        labeled=True,
    )
    per_type = {kind: numbers(found) for kind, found in (scores["ents_per_type"] or {}).items()}
    total = {"precision": scores["ents_p"], "recall": scores["ents_r"], "f1": scores["ents_f"]}
    print(json.dumps({"metrics": total, "perType": per_type}))


def numbers(found):
    return {"precision": found["p"], "recall": found["r"], "f1": found["f"]}


main(sys.argv[1])
