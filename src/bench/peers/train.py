"""How fast transformers' Trainer learns: a peer of `biogloss bench train`.

    python train.py default|tuned FOLDER THREADS ROWS.json STEPS BATCH

FOLDER is a token classifier; ROWS.json a list of {"input_ids", "labels"}, the rows that BioGloss learns from, already cut
into pieces. `tuned` sorts by length (group_by_length) and computes in bf16. Attention dropout is off, as in BioGloss.

Each line of standard input starts a turn of STEPS steps and is answered with {"seconds", "pieces"}: real ones.
"""
import json
import sys
import tempfile
import time

import torch
from torch.utils.data import Dataset
from transformers import (
    AutoModelForTokenClassification, AutoTokenizer, DataCollatorForTokenClassification, Trainer, TrainerCallback,
    TrainingArguments)

variant, folder, threads, file, steps, batch = sys.argv[1:]
steps = int(steps)
torch.set_num_threads(int(threads))
tokenizer = AutoTokenizer.from_pretrained(folder)
model = AutoModelForTokenClassification.from_pretrained(folder, dtype=torch.float32, attention_probs_dropout_prob=0.0)
answers = sys.stdout
sys.stdout = sys.stderr  # Trainer prints its own lines


class Rows(Dataset):
    def __init__(self):
        with open(file, encoding="utf-8") as source:
            self.rows = json.load(source)

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, at):
        return self.rows[at]


class Count:
    """The usual collator, and how many real pieces it was shown."""

    def __init__(self):
        self.collate = DataCollatorForTokenClassification(tokenizer)
        self.pieces = []

    def __call__(self, rows):
        self.pieces.append(sum(len(row["input_ids"]) for row in rows))
        return self.collate(rows)


class Turns(TrainerCallback):
    """Waits until it is this peer's turn."""

    def __init__(self):
        self.done = 0
        self.started = 0.0

    def wait(self):
        if not sys.stdin.readline():
            sys.exit()
        self.started = time.perf_counter()

    def on_train_begin(self, args, state, control, **more):
        self.wait()

    def on_step_end(self, args, state, control, **more):
        self.done += 1
        if self.done % steps == 0:
            took = time.perf_counter() - self.started
            pieces = sum(count.pieces[self.done - steps:self.done])
            print(json.dumps({"seconds": took, "pieces": pieces}), file=answers, flush=True)
            self.wait()


tuned = {"train_sampling_strategy": "group_by_length", "bf16": True} if variant == "tuned" else {}
count = Count()
with tempfile.TemporaryDirectory() as scratch:
    args = TrainingArguments(
        output_dir=scratch, per_device_train_batch_size=int(batch), learning_rate=1e-4, num_train_epochs=1000, use_cpu=True,
        save_strategy="no", report_to="none", disable_tqdm=True, dataloader_pin_memory=False, **tuned)
    Trainer(model=model, args=args, train_dataset=Rows(), data_collator=count, callbacks=[Turns()]).train()
