"""How transformers cuts texts into pieces with a folder's vocabulary.

    python src/bench/peers/vocabularies.py make OUT VOCAB.txt TEXTS.json
    python src/bench/peers/vocabularies.py answer TEXTS.json FOLDER...

`make` writes folders in the older forms: `vocab.txt` with several `tokenizer_config.json`, and a RoBERTa's `vocab.json`
and `merges.txt`, trained on the texts. Each folder gets `answers.json`: the ids of each text alone, and of each text
framed with the first one.
"""

import json
import pathlib
import shutil
import sys

from tokenizers import ByteLevelBPETokenizer
from transformers import AutoTokenizer

KINDS = {
    "uncased": {"tokenizer_class": "BertTokenizer", "do_lower_case": True},
    "cased": {"tokenizer_class": "BertTokenizer", "do_lower_case": False},
    "accents": {"tokenizer_class": "BertTokenizer", "do_lower_case": True, "strip_accents": False},
    "cased-stripped": {"tokenizer_class": "BertTokenizer", "do_lower_case": False, "strip_accents": True},
    "chinese": {"tokenizer_class": "BertTokenizer", "do_lower_case": True, "tokenize_chinese_chars": False},
    "electra": {"tokenizer_class": "ElectraTokenizer", "do_lower_case": True},
    "distilbert": {"tokenizer_class": "DistilBertTokenizer", "do_lower_case": True},
}


def make(out, vocabulary, texts):
    made = []
    for name, config in KINDS.items():
        folder = out / name
        folder.mkdir(parents=True)
        shutil.copy(vocabulary, folder / "vocab.txt")
        (folder / "tokenizer_config.json").write_text(json.dumps(config))
        made.append(folder)
    for name, prefix in (("roberta", False), ("roberta-prefix", True)):
        folder = out / name
        folder.mkdir()
        trainer = ByteLevelBPETokenizer()
        special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
        trainer.train_from_iterator(texts, vocab_size=2000, min_frequency=2, special_tokens=special, show_progress=False)
        trainer.save_model(str(folder))
        config = {"tokenizer_class": "RobertaTokenizer", "add_prefix_space": prefix}
        (folder / "tokenizer_config.json").write_text(json.dumps(config))
        made.append(folder)
    for folder in made:
        kind = "roberta" if "roberta" in folder.name else folder.name if folder.name in ("electra", "distilbert") else "bert"
        (folder / "config.json").write_text(json.dumps({"model_type": kind}))
        answer(folder, texts)


def answer(folder, texts):
    tokenizer = AutoTokenizer.from_pretrained(folder)
    answers = {
        "alone": [tokenizer(text, add_special_tokens=False)["input_ids"] for text in texts],
        "framed": [tokenizer(texts[0], text)["input_ids"] for text in texts],
    }
    (folder / "answers.json").write_text(json.dumps(answers))


if __name__ == "__main__":
    what, *words = sys.argv[1:]
    if what == "make":
        make(pathlib.Path(words[0]), words[1], json.loads(pathlib.Path(words[2]).read_text(encoding="utf-8")))
    else:
        for one in words[1:]:
            answer(pathlib.Path(one), json.loads(pathlib.Path(words[0]).read_text(encoding="utf-8")))
