"""What transformers makes of a folder that pretraining left.

Usage: read_masked.py FOLDER TEXT
TEXT holds the mask where something is to be guessed. Prints {"class", "missing", "ids", "logits"}: the class that config.json
names, weights that it did not find, the ids of the text with its frame, the scores at each masked place.
"""
import json
import sys

import torch
import transformers

folder, text = sys.argv[1:]
tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
name = transformers.AutoConfig.from_pretrained(folder).architectures[0]
model, told = getattr(transformers, name).from_pretrained(folder, dtype=torch.float32, output_loading_info=True)
batch = tokenizer(text, return_tensors="pt")
with torch.no_grad():
    answer = model.eval()(**batch)
logits = answer.prediction_logits if name == "BertForPreTraining" else answer.logits
places = batch["input_ids"][0] == tokenizer.mask_token_id
print(json.dumps({
    "class": name, "missing": sorted(told["missing_keys"]), "ids": batch["input_ids"][0].tolist(),
    "logits": logits[0][places].tolist()}))
