"""What transformers computes of whole rows: the peer of BioGloss's relations, similarities, classes and answers.

    python row_logits.py < rows.json

Reads a JSON object: by a model's folder a list of rows, each a list of one text or two. Prints one JSON object: by the
folder the problem type and the labels that it states, and for each row its ids and logits. Of a pair that is too long,
the second text is cut. It fails if a weight of a model is missing or left over.
"""
import json
import sys

import torch
from transformers import AutoModelForSequenceClassification, AutoTokenizer


def answers(folder, rows):
    model, report = AutoModelForSequenceClassification.from_pretrained(folder, output_loading_info=True)
    for kind in ("missing_keys", "unexpected_keys", "mismatched_keys"):
        if report[kind]:
            sys.exit(f"{folder}: {kind}: {sorted(report[kind])}")
    model = model.float().eval()
    tokenizer = AutoTokenizer.from_pretrained(folder)
    read = []
    for row in rows:
        cut = "only_second" if len(row) == 2 else "only_first"
        pieces = tokenizer(*row, truncation=cut, max_length=tokenizer.model_max_length, return_tensors="pt")
        read.append({"ids": pieces["input_ids"][0].tolist(), "logits": model(**pieces).logits[0].tolist()})
    labels = [model.config.id2label[i] for i in range(len(model.config.id2label))]
    return {"problem": model.config.problem_type, "labels": labels, "rows": read}


with torch.no_grad():
    json.dump({folder: answers(folder, rows) for folder, rows in json.load(sys.stdin).items()}, sys.stdout)
