"""What transformers computes with a model folder: hidden states, scores, loss and the gradient of every parameter.

    python src/bench/peers/exactness.py golden src/test/resources/org/biogloss/bert/golden
    python src/bench/peers/exactness.py random OUT
    python src/bench/peers/exactness.py answer FOLDER...

`golden` makes the tiny networks that every build is compared with, `random` a few dozen larger ones; each is a
folder as transformers saves it, with a `question.json` (rows of ids, their segments, the task, the targets) and the
answers in `expected.safetensors`. `answer` adds the answers to folders that somebody else wrote. Answers are computed
in float64 and rounded to float32, so that what differs is the other program's own rounding.
"""

import json
import pathlib
import sys

import torch
from safetensors.torch import save_file
from transformers import (
    AutoConfig,
    AutoModelForMaskedLM,
    AutoModelForSequenceClassification,
    AutoModelForPreTraining,
    AutoModelForTokenClassification,
)

CLASSES = {
    "token": AutoModelForTokenClassification,
    "sequence": AutoModelForSequenceClassification,
    "masked": AutoModelForMaskedLM,
    "pretraining": AutoModelForPreTraining,
}
PIECES = 40


def config(family, task, problem, width, layers, heads, inner, activation, options):
    common = dict(vocab_size=PIECES, initializer_range=0.3)
    labels = 1 if problem == "regression" else 3
    if family == "distilbert":
        names = dict(dim=width, n_layers=layers, n_heads=heads, hidden_dim=inner, activation=activation)
    else:
        names = dict(
            hidden_size=width,
            num_hidden_layers=layers,
            num_attention_heads=heads,
            intermediate_size=inner,
            hidden_act=activation,
            type_vocab_size=1 if family == "roberta" else 2,
        )
    if family == "electra":
        names["embedding_size"] = options.get("embedding_size", width)
    if "eps" in options and family != "distilbert":
        names["layer_norm_eps"] = options["eps"]
    if family == "roberta":
        names.update(pad_token_id=1, bos_token_id=0, eos_token_id=2)
    made = AutoConfig.for_model(family, max_position_embeddings=20, **common, **names)
    made.num_labels = labels
    if problem:
        made.problem_type = problem
    return made


def write_vocabulary(folder, family):
    if family == "roberta":
        pieces = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"] + [chr(97 + i) for i in range(26)]
        pieces += ["Ġ", "th", "the", "Ġthe", "in", "Ġin", "ing", "er", "Ġa"][: PIECES - len(pieces)]
        merges = ["t h", "th e", "Ġ the", "i n", "Ġ in", "in g", "e r", "Ġ a"]
        (folder / "vocab.json").write_text(json.dumps({piece: i for i, piece in enumerate(pieces)}), encoding="utf-8")
        (folder / "merges.txt").write_text("#version: 0.2\n" + "\n".join(merges) + "\n", encoding="utf-8")
        return
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] + [chr(97 + i) for i in range(26)]
    pieces += ["##" + c for c in "aeiounst"]
    (folder / "vocab.txt").write_text("\n".join(pieces[:PIECES]) + "\n", encoding="utf-8")


def question(family, task, problem, seed):
    chance = torch.Generator().manual_seed(seed)
    draw = lambda top, n, low=5: (torch.randint(low, top, (n,), generator=chance)).tolist()
    lengths = [9, 5, 7]
    ends = (0, 2) if family == "roberta" else (2, 3)
    rows = [[ends[0]] + draw(PIECES, n - 2) + [ends[1]] for n in lengths]
    types = [[0] * n if family in ("roberta", "distilbert") else [0] * (n // 2) + [1] * (n - n // 2) for n in lengths]
    if task in ("masked", "pretraining"):
        labels = [[i if place % 3 == 1 else -100 for place, i in enumerate(draw(PIECES, n))] for n in lengths]
    elif task == "token":
        labels = [[-100] + draw(3, n - 2, 0) + [-100] for n in lengths]
    elif problem == "regression":
        labels = [0.5, -1.0, 2.0]
    elif problem == "multi_label_classification":
        labels = [[1.0, 0.0, 1.0], [0.0, 0.0, 0.0], [0.0, 1.0, 0.0]]
    else:
        labels = [2, 0, 1]
    next_texts = {"next": [1, 0, 1]} if task == "pretraining" else {}
    return dict(task=task, rows=rows, types=types, labels=labels, **next_texts)


def make(folder, family, task, problem, seed, width, layers, heads, inner, activation, **options):
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(seed)
    made = config(family, task, problem, width, layers, heads, inner, activation, options)
    model = CLASSES[task].from_config(made)
    with torch.no_grad():
        for parameter in model.parameters():
            if parameter.dim() == 1:
                parameter.add_(torch.randn_like(parameter) * 0.1)
    model.save_pretrained(folder)
    write_vocabulary(folder, family)
    (folder / "question.json").write_text(json.dumps(question(family, task, problem, seed)))
    answer(folder)


def filled(rows, by):
    longest = max(map(len, rows))
    return torch.tensor([row + [by] * (longest - len(row)) for row in rows])


def answer(folder):
    asked = json.loads((folder / "question.json").read_text())
    model, info = CLASSES[asked["task"]].from_pretrained(
        folder, attn_implementation="eager", output_loading_info=True, dtype=torch.float64
    )
    for what in ("missing_keys", "unexpected_keys", "mismatched_keys"):
        if info.get(what):
            sys.exit(f"{folder}: {what} {info[what]}")
    model.eval()
    rows = asked["rows"]
    inputs = dict(
        input_ids=filled(rows, model.config.pad_token_id),
        attention_mask=filled([[1] * len(row) for row in rows], 0),
    )
    if model.config.model_type != "distilbert":
        inputs["token_type_ids"] = filled(asked["types"], 0)
    labels = torch.tensor(asked["labels"]) if asked["task"] == "sequence" else filled(asked["labels"], -100)
    if labels.is_floating_point():
        labels = labels.double()
    if asked["task"] == "pretraining":
        inputs["next_sentence_label"] = torch.tensor(asked["next"])
    out = model(**inputs, labels=labels, output_hidden_states=True)
    out.loss.backward()
    scores = out.prediction_logits if asked["task"] == "pretraining" else out.logits
    answers = {"hidden": out.hidden_states[-1], "logits": scores, "loss": out.loss.view(1)}
    for name, parameter in model.named_parameters():
        gradient = parameter.grad if parameter.grad is not None else torch.zeros_like(parameter)
        answers["gradient." + name] = gradient
    save_file({name: tensor.detach().float().contiguous() for name, tensor in answers.items()}, folder / "expected.safetensors")


def golden(out):
    for family in ("bert", "roberta", "electra", "distilbert"):
        for task in ("token", "sequence") if family == "bert" else ("sequence",):
            options = {"embedding_size": 6} if family == "electra" else {}
            make(out / f"{family}-{task}", family, task, None, 1, 8, 2, 2, 12, "gelu", **options)
    make(out / "bert-pretraining", "bert", "pretraining", None, 1, 8, 2, 2, 12, "gelu")


def random(out):
    kinds = [("token", None), ("sequence", None), ("sequence", "regression"), ("sequence", "multi_label_classification")]
    shapes = [
        dict(width=24, layers=1, heads=3, inner=40, activation="gelu"),
        dict(width=20, layers=3, heads=5, inner=17, activation="relu", eps=1e-5),
        dict(width=33, layers=2, heads=11, inner=50, activation="gelu_new", embedding_size=13),
        dict(width=16, layers=2, heads=1, inner=64, activation="silu", embedding_size=48, eps=1e-7),
    ]
    for family in ("bert", "roberta", "electra", "distilbert"):
        for number, shape in enumerate(shapes):
            for task, problem in kinds if number == 1 else kinds[:2]:
                name = "-".join(filter(None, [family, task, problem, str(number)]))
                make(out / name, family, task, problem, 10 + number, **shape)
            for task in ("masked", "pretraining") if family == "bert" else ("masked",):
                make(out / f"{family}-{task}-{number}", family, task, None, 10 + number, **shape)


if __name__ == "__main__":
    torch.set_num_threads(1)
    what, *folders = sys.argv[1:]
    if what == "answer":
        for one in folders:
            answer(pathlib.Path(one))
    else:
        {"golden": golden, "random": random}[what](pathlib.Path(folders[0]))
