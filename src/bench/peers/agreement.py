"""Agreement by NLTK, to hold BioGloss's figures against.

Usage: agreement.py RATINGS.json
RATINGS is a list of things, each a list of the names that the annotators gave it, in their order.
Prints one JSON object: cohen (of the first two), fleiss, alpha.
Needs nltk.
"""

import json
import pathlib
import sys

from nltk.metrics.agreement import AnnotationTask

ratings = json.loads(pathlib.Path(sys.argv[1]).read_text())


def task(annotators):
    return AnnotationTask([
        (f"c{annotator}", str(thing), names[annotator])
        for thing, names in enumerate(ratings)
        for annotator in range(annotators)
    ])


def fleiss(task):
    """NLTK's multi_kappa is Davies and Fleiss's, with each annotator's own shares; Fleiss (1971) has common ones, which
    is what NLTK calls pi."""
    return task.pi()


everyone = task(len(ratings[0]))
print(json.dumps({"cohen": task(2).kappa(), "fleiss": fleiss(everyone), "alpha": everyone.alpha()}))
