"""Scores answers with spaCy, scikit-learn and scipy, as the users of those would.

Usage: score_answers.py TASK ANSWERS.jsonl [NEGATIVE]
A line is what `biogloss evaluate --predictions` writes: the example as BioGloss reads it, and what was answered under
`predicted`, mentions in code points. NEGATIVE is the class of a relation that means none.
Prints the scores as one JSON object, under the names that BioGloss gives them.
Needs spaCy, scikit-learn and scipy; no trained pipeline.
"""

import json
import sys
import warnings

KEY = "entities"


def ner(rows, _):
    import spacy
    from spacy.scorer import Scorer
    from spacy.training import Example

    vocab = spacy.blank("en").vocab
    examples = [
        Example(document(vocab, row["text"], row["predicted"]), document(vocab, row["text"], row["entities"]))
        for row in rows
        if row["text"]
    ]
    scores = Scorer.score_spans(
        examples,
        "ents",
        getter=lambda doc, _: doc.spans[KEY],
        has_annotation=lambda doc: True,
        allow_overlap=True,
        labeled=True,
    )
    named = {"precision": scores["ents_p"], "recall": scores["ents_r"], "f1": scores["ents_f"]}
    named.update({f"f1.{kind}": found["f"] for kind, found in (scores["ents_per_type"] or {}).items()})
    return named


def document(vocab, text, entities):
    """A token for every character, so that any borders can be said; which one does not matter to the scores, and spaCy
    would pass over white space when it aligns the two documents."""
    from spacy.tokens import Doc, Span

    doc = Doc(vocab, words=["x"] * len(text), spaces=[False] * len(text))
    doc.spans[KEY] = [Span(doc, e["start"], e["end"], label=e["type"]) for e in entities]
    return doc


def pico(rows, _):
    """Each word carries the type of the mention over its first character; micro scores of each type, and their mean."""
    from sklearn.metrics import precision_recall_fscore_support

    known, predicted = [], []
    for row in rows:
        at = 0
        for word in row["text"].split(" "):
            known.append(kind_at(at, row["entities"]))
            predicted.append(kind_at(at, row["predicted"]))
            at += len(word) + 1
    kinds = sorted((set(known) | set(predicted)) - {"O"})
    p, r, f, _ = precision_recall_fscore_support(known, predicted, labels=kinds, average=None, zero_division=0)
    named = {"precision": p.mean(), "recall": r.mean(), "f1": f.mean()}
    named.update({f"f1.{kind}": score for kind, score in zip(kinds, f)})
    return named


def kind_at(at, entities):
    return next((e["type"] for e in entities if e["start"] <= at < e["end"]), "O")


def relation(rows, negative):
    from sklearn.metrics import accuracy_score, f1_score, precision_recall_fscore_support

    known = [row["labels"][0] for row in rows]
    predicted = [row["predicted"] for row in rows]
    classes = sorted((set(known) | set(predicted)) - {negative})
    p, r, f, _ = precision_recall_fscore_support(known, predicted, labels=classes, average="micro", zero_division=0)
    each = f1_score(known, predicted, labels=classes, average=None, zero_division=0)
    named = {"precision": p, "recall": r, "f1": f, "macro": each.mean(), "accuracy": accuracy_score(known, predicted)}
    named.update({f"f1.{label}": score for label, score in zip(classes, each)})
    return named


def question(rows, negative):
    named = relation(rows, negative)
    return {name: score for name, score in named.items() if name not in ("precision", "recall", "f1")}


def classification(rows, _):
    from sklearn.metrics import accuracy_score, f1_score, precision_recall_fscore_support
    from sklearn.preprocessing import MultiLabelBinarizer

    labels = sorted({label for row in rows for label in row["labels"] + row["predicted"]})
    binary = MultiLabelBinarizer(classes=labels).fit([labels])
    known = binary.transform([row["labels"] for row in rows])
    predicted = binary.transform([row["predicted"] for row in rows])
    p, r, f, _ = precision_recall_fscore_support(known, predicted, average="micro", zero_division=0)
    each = f1_score(known, predicted, average=None, zero_division=0)
    named = {"precision": p, "recall": r, "f1": f, "macro": each.mean(), "accuracy": accuracy_score(known, predicted)}
    named.update({f"f1.{label}": score for label, score in zip(labels, each)})
    return named


def similarity(rows, _):
    from scipy.stats import pearsonr, spearmanr

    known = [row["score"] for row in rows]
    predicted = [row["predicted"] for row in rows]
    return {"pearson": pearsonr(known, predicted)[0], "spearman": spearmanr(known, predicted)[0]}


def main(task, path, negative=None):
    warnings.simplefilter("ignore")
    with open(path, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    scores = globals()[task](rows, negative)
    print(json.dumps({name: float(score) for name, score in scores.items()}))


TASKS = ("ner", "pico", "relation", "similarity", "classification", "question")
if len(sys.argv) < 3 or sys.argv[1] not in TASKS:
    sys.exit(__doc__)
main(*sys.argv[1:])
