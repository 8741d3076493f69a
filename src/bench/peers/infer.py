"""How fast others find mentions: a peer of `biogloss bench infer`.

    python infer.py PROGRAM FOLDER THREADS WINDOW OVERLAP

PROGRAM is transformers-fp32, transformers-bf16 (the token-classification pipeline), onnxruntime-fp32 or onnxruntime-int8
(the model exported by torch.onnx; int8 by onnxruntime's dynamic quantization, a scale for each channel). Long texts are
read in windows of WINDOW pieces that share OVERLAP, as BioGloss does. They are cut here, before the clock starts: the
tokenizer's own windows (stride) leave out what comes after the second.

Answers each line of standard input, a JSON object, with one:

    {"best": [text]}    tries batch sizes and keeps the fastest     {"batch"}
    {"all": [text]}     all of them, sorted by length               {"seconds", "mentions"}
    {"each": [text]}    one after the other                         {"seconds": [of each]}
"""
import json
import pathlib
import sys
import tempfile
import time

import torch
from transformers import AutoModelForTokenClassification, AutoTokenizer, pipeline

program, folder = sys.argv[1:3]
threads, window, overlap = map(int, sys.argv[3:])
torch.set_num_threads(threads)
tokenizer = AutoTokenizer.from_pretrained(folder, model_max_length=window)
BATCHES = (1, 8, 32)


def load(dtype):
    return AutoModelForTokenClassification.from_pretrained(folder, dtype=dtype).eval()


def passages(text):
    """Where the windows of a text start and end, in characters."""
    offsets = tokenizer(text, truncation=False, add_special_tokens=False, return_offsets_mapping=True)["offset_mapping"]
    room, found, at = window - 2, [], 0
    while True:
        part = offsets[at:at + room]
        if part:
            found.append((part[0][0], part[-1][1]))
        if at + room >= len(offsets):
            return found
        at += room - overlap


def cut(texts):
    """The windows of all texts, longest last, as (text's number, start, passage)."""
    rows = [(i, start, text[start:end]) for i, text in enumerate(texts) for start, end in passages(text)]
    return sorted(rows, key=lambda row: len(row[2]))


class Pipeline:
    """The pipeline of transformers, as its documentation uses it."""

    def __init__(self, dtype):
        self.find = pipeline(
            "token-classification", model=load(dtype), tokenizer=tokenizer, aggregation_strategy="first")

    def mentions(self, rows, batch):
        with torch.inference_mode():
            answers = self.find([row[2] for row in rows], batch_size=batch)
        return len({
            (row[0], row[1] + mention["start"], row[1] + mention["end"], mention["entity_group"])
            for row, answer in zip(rows, answers) for mention in answer})


class Onnx:
    """onnxruntime with the same tokenizer, rows sorted by length, and the labels read as the pipeline does."""

    def __init__(self, int8):
        import onnxruntime

        model = load(torch.float32)
        self.labels = [model.config.id2label[i] for i in range(model.config.num_labels)]
        with tempfile.TemporaryDirectory() as scratch:
            file = pathlib.Path(scratch, "model.onnx")
            self.export(model, file)
            if int8:
                from onnxruntime.quantization import QuantType, quantize_dynamic

                small = pathlib.Path(scratch, "int8.onnx")
                quantize_dynamic(file, small, weight_type=QuantType.QInt8, per_channel=True)
                file = small
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = threads
            self.session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])

    @staticmethod
    def export(model, file):
        class Logits(torch.nn.Module):
            def __init__(self):
                super().__init__()
                self.model = model

            def forward(self, ids, mask):
                hidden = (1.0 - mask[:, None, None, :].float()) * -10000.0
                return self.model(input_ids=ids, attention_mask=hidden).logits

        two = torch.ones(2, 8, dtype=torch.long)
        axes = {name: {0: "rows", 1: "length"} for name in ("ids", "mask", "logits")}
        torch.onnx.export(
            Logits(), (two, two), str(file), input_names=["ids", "mask"], output_names=["logits"], dynamic_axes=axes,
            dynamo=False, opset_version=17)

    def mentions(self, rows, batch):
        encoded = tokenizer([row[2] for row in rows], truncation=True, max_length=window, return_offsets_mapping=True)
        ids, found = encoded["input_ids"], set()
        order = sorted(range(len(rows)), key=lambda at: -len(ids[at]))
        for start in range(0, len(order), batch):
            part = order[start:start + batch]
            padded = tokenizer.pad({"input_ids": [ids[at] for at in part]}, return_tensors="np")
            logits = self.session.run(None, {"ids": padded["input_ids"], "mask": padded["attention_mask"]})[0]
            for at, best in zip(part, logits.argmax(-1)):
                text, shift, _ = rows[at]
                for first, last, kind in self.spans(encoded.encodings[at], encoded["offset_mapping"][at], best):
                    found.add((text, shift + first, shift + last, kind))
        return len(found)

    def spans(self, encoding, offsets, best):
        spans, last = [], None
        for piece, word in enumerate(encoding.word_ids):
            if word is None:
                continue
            start, end = offsets[piece]
            if word == last:
                if spans and spans[-1][3] == last:
                    spans[-1][1] = end
                continue
            last = word
            label = self.labels[best[piece]]
            if label == "O":
                continue
            if label[0] == "I" and spans and spans[-1][3] == word - 1 and spans[-1][2] == label[2:]:
                spans[-1][1:] = [end, label[2:], word]
            else:
                spans.append([start, end, label[2:], word])
        return [span[:3] for span in spans]


def seconds(texts, batch):
    rows = cut(texts)
    started = time.perf_counter()
    count = reader.mentions(rows, batch)
    return time.perf_counter() - started, count


kind, precision = program.split("-")
if kind == "onnxruntime":
    reader = Onnx(precision == "int8")
else:
    reader = Pipeline(torch.bfloat16 if precision == "bf16" else torch.float32)
batch = 1
for line in sys.stdin:
    question = json.loads(line)
    if "best" in question:
        texts = sorted(question["best"], key=len)
        seconds(texts[:4], 1)
        batch = min(BATCHES, key=lambda size: seconds(texts, size)[0])
        answer = {"batch": batch}
    elif "all" in question:
        took, count = seconds(sorted(question["all"], key=len), batch)
        answer = {"seconds": took, "mentions": count}
    else:
        answer = {"seconds": [seconds([text], 1)[0] for text in question["each"]]}
    print(json.dumps(answer), flush=True)
