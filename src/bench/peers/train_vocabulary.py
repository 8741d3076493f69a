"""Trains vocabularies with Hugging Face `tokenizers`, and cuts texts with a folder's vocabulary.

    python src/bench/peers/train_vocabulary.py

A JSON document a line in, one out:

    {"train": "wordpiece" | "bpe", "files": [FILE.jsonl.gz], "size": N, "minFrequency": N, "seeded": true | false, "out": FILE}
        -> {"seconds": S, "memory": BYTES, "pieces": N}; `out` gets the pieces in the order of their ids, and the merges
    {"cut": FOLDER, "texts": FILE, "out": FILE}
        -> {}; `out` gets each text's ids as `tokenizers` and as `transformers` read the folder

The time is from opening the files to the trained vocabulary. `seeded` gives the trainer of WordPiece the characters that
continue a word, in the order of their code points, so that it has only one result: see huggingface/tokenizers#1794.
"""

import gzip
import json
import resource
import sys
import time

from tokenizers import ByteLevelBPETokenizer, Tokenizer, models, normalizers, pre_tokenizers, trainers

BERT = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
ROBERTA = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
PARTS = ("title", "abstract", "text", "body")


def texts(files):
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                if "text" in record:
                    record.pop("abstract", None)
                    if record["text"].startswith(record.get("title", "")):
                        record.pop("title", None)
                yield "\n".join(record[part] for part in PARTS if record.get(part, "").strip())


def word_piece(files, size, frequency, special):
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    trainer = trainers.WordPieceTrainer(
        vocab_size=size, min_frequency=frequency, special_tokens=special, show_progress=False
    )
    tokenizer.train_from_iterator(texts(files), trainer)
    return tokenizer


def byte_pairs(files, size, frequency):
    tokenizer = ByteLevelBPETokenizer()
    tokenizer.train_from_iterator(
        texts(files), vocab_size=size, min_frequency=frequency, special_tokens=ROBERTA, show_progress=False
    )
    return tokenizer


def train(question):
    files, size, frequency = question["files"], question["size"], question["minFrequency"]
    special = list(BERT)
    if question["train"] == "wordpiece" and question.get("seeded"):
        characters = word_piece(files, 1, 1, BERT).get_vocab()
        special += sorted(piece for piece in characters if piece.startswith("##") and len(piece) == 3)
    start = time.perf_counter()
    if question["train"] == "wordpiece":
        tokenizer = word_piece(files, size, frequency, special)
    else:
        tokenizer = byte_pairs(files, size, frequency)
    seconds = time.perf_counter() - start
    vocabulary = tokenizer.get_vocab()
    if "out" in question:
        saved = json.loads(getattr(tokenizer, "_tokenizer", tokenizer).to_str())
        with open(question["out"], "w", encoding="utf-8") as out:
            pieces = sorted(vocabulary, key=vocabulary.get)
            json.dump({"pieces": pieces, "merges": saved["model"].get("merges", [])}, out)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {"seconds": seconds, "memory": memory, "pieces": len(vocabulary)}


def cut(question):
    from transformers import AutoTokenizer

    with open(question["texts"], encoding="utf-8") as file:
        lines = json.load(file)
    plain = Tokenizer.from_file(question["cut"] + "/tokenizer.json")
    full = AutoTokenizer.from_pretrained(question["cut"])
    answers = {
        "tokenizers": [row.ids for row in plain.encode_batch(lines, add_special_tokens=False)],
        "transformers": full(lines, add_special_tokens=False)["input_ids"],
        "framed": full(lines[0])["input_ids"],
        "class": type(full).__name__,
    }
    with open(question["out"], "w", encoding="utf-8") as out:
        json.dump(answers, out)
    return {}


if __name__ == "__main__":
    for line in sys.stdin:
        asked = json.loads(line)
        print(json.dumps(train(asked) if "train" in asked else cut(asked)), flush=True)
