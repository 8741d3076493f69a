"""Reads the mentions that the tags of words tell of, as spaCy does.

Usage: read_tags.py TAGS.jsonl
A line is a list of tags: BIO or IO, consistent or not; or BIOUL. Prints a line for each, a list of [from, to, type] in
words, the end exclusive. Needs spaCy.
"""

import json
import sys

from spacy.training import biluo_to_iob, iob_to_biluo
from spacy.training.iob_utils import tags_to_entities

with open(sys.argv[1], encoding="utf-8") as lines:
    for tags in map(json.loads, lines):
        if any(tag[0] in "LU" for tag in tags):
            tags = biluo_to_iob(tags)
        entities = tags_to_entities(iob_to_biluo(tags))
        print(json.dumps([[start, end + 1, kind] for kind, start, end in entities]))
