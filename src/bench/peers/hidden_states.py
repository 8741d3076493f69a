"""What transformers computes: the peer of BioGloss's encoder and token classifier.

    python hidden_states.py FOLDER < texts.json

Reads a JSON list of texts; prints one JSON object with, for each text, the ids (special pieces included), the last
hidden state of the encoder and, where the folder says that it is a token classifier, the logits. It fails if a weight
of the model is missing or left over.
"""
import json
import sys

import torch
from transformers import AutoModelForTokenClassification, AutoTokenizer

folder = sys.argv[1]
texts = json.load(sys.stdin)
model, report = AutoModelForTokenClassification.from_pretrained(folder, output_loading_info=True)
for kind in ("missing_keys", "unexpected_keys", "mismatched_keys"):
    if report[kind]:
        sys.exit(f"{kind}: {sorted(report[kind])}")
model = model.float().eval()
tokenizer = AutoTokenizer.from_pretrained(folder)
answers = []
with torch.no_grad():
    for text in texts:
        pieces = tokenizer(text, return_tensors="pt")
        hidden = model.bert(**pieces).last_hidden_state
        logits = model(**pieces).logits
        answers.append({
            "ids": pieces["input_ids"][0].tolist(),
            "hidden": hidden[0].flatten().tolist(),
            "logits": logits[0].flatten().tolist(),
        })
json.dump(answers, sys.stdout)
