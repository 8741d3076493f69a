"""How fast transformers finds mentions: the peer of `biogloss bench annotate`.

    python annotate.py FOLDER float32|bfloat16 THREADS < texts.json

Reads {"all": [text], "single": [text]}; prints documents a second over all, in batches by length, and the median
seconds of one text alone. Long texts are read in windows that share 128 pieces, as BioGloss does.
"""
import json
import statistics
import sys
import time

import torch
from transformers import AutoModelForTokenClassification, AutoTokenizer, pipeline

folder, dtype, threads = sys.argv[1], getattr(torch, sys.argv[2]), int(sys.argv[3])
torch.set_num_threads(threads)
texts = json.load(sys.stdin)
tokenizer = AutoTokenizer.from_pretrained(folder, model_max_length=512)
model = AutoModelForTokenClassification.from_pretrained(folder, dtype=dtype).eval()
find = pipeline("token-classification", model=model, tokenizer=tokenizer, aggregation_strategy="first", stride=128)

by_length = sorted(texts["all"], key=len)
for text in texts["single"][:3]:
    find(text)
started = time.perf_counter()
with torch.inference_mode():
    find(by_length, batch_size=16)
rate = len(by_length) / (time.perf_counter() - started)
seconds = []
with torch.inference_mode():
    for _ in range(3):
        for text in texts["single"]:
            started = time.perf_counter()
            find(text)
            seconds.append(time.perf_counter() - started)
json.dump({"documentsPerSecond": rate, "medianSeconds": statistics.median(seconds)}, sys.stdout)
