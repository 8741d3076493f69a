"""How fast a plain PyTorch loop pretrains transformers' BertForMaskedLM: a peer of `biogloss bench pretrain`.

    python pretrain.py fp32|bf16 FOLDER THREADS BATCHES.json STEPS

FOLDER is the model; BATCHES.json a list of {"rows", "input_ids", "labels"}, packed rows whose words are hidden already, -100
where nothing is to be guessed. Fused AdamW, gradients clipped at 1; attention dropout is off, as in BioGloss. `bf16` computes
under autocast.

Each line of standard input starts a turn of STEPS steps and is answered with {"seconds", "pieces"}.
"""
import contextlib
import json
import sys
import time

import torch
from transformers import BertForMaskedLM

variant, folder, threads, file, steps = sys.argv[1:]
torch.set_num_threads(int(threads))
model = BertForMaskedLM.from_pretrained(folder, dtype=torch.float32, attention_probs_dropout_prob=0.0).train()
decayed = [p for p in model.parameters() if p.dim() > 1]
others = [p for p in model.parameters() if p.dim() <= 1]
optimizer = torch.optim.AdamW(
    [{"params": decayed, "weight_decay": 0.01}, {"params": others, "weight_decay": 0.0}], lr=1e-4, fused=True)
with open(file, encoding="utf-8") as source:
    batches = [
        {name: torch.tensor(batch[name]).view(batch["rows"], -1) for name in ("input_ids", "labels")}
        for batch in json.load(source)]
place = 0
for _ in sys.stdin:
    pieces = 0
    start = time.perf_counter()
    for _ in range(int(steps)):
        batch = batches[place % len(batches)]
        place += 1
        with torch.autocast("cpu", torch.bfloat16) if variant == "bf16" else contextlib.nullcontext():
            loss = model(**batch).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        pieces += batch["input_ids"].numel()
    print(json.dumps({"seconds": time.perf_counter() - start, "pieces": pieces}), flush=True)
