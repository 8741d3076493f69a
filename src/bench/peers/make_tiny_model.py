"""Makes the tiny random network that BioGloss's tests compare with, and what transformers computes with it.

    python make_tiny_model.py FOLDER

The figures in expected.json are the law; run this again only if the network's shape changes.
"""
import json
import pathlib
import string
import sys

import torch
from transformers import BertConfig, BertForTokenClassification

folder = pathlib.Path(sys.argv[1])
special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
letters = list(string.ascii_lowercase) + ["α", "β", "κ", "."]
pieces = special + letters + ["##" + letter for letter in letters]
(folder / "vocab.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
(folder / "tokenizer_config.json").write_text('{"do_lower_case": true, "tokenizer_class": "BertTokenizer"}\n')

torch.manual_seed(7)
config = BertConfig(
    vocab_size=len(pieces), hidden_size=16, num_hidden_layers=2, num_attention_heads=4, intermediate_size=24,
    max_position_embeddings=48, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0, initializer_range=0.3,
    id2label={0: "O", 1: "B-Gene", 2: "I-Gene"}, label2id={"O": 0, "B-Gene": 1, "I-Gene": 2})
model = BertForTokenClassification(config)
with torch.no_grad():
    for name, parameter in model.named_parameters():
        if parameter.dim() == 1:  # norms and biases are 1 and 0 at birth; a swapped pair would go unnoticed
            parameter.add_(0.1 * torch.randn(parameter.shape))
model.eval()
model.save_pretrained(folder)

ids = torch.tensor([[2, 5, 36, 37, 9, 10, 44, 3], [2, 8, 31, 61, 3, 0, 0, 0]])
mask = (ids != 0).long()
labels = torch.tensor([[-100, 1, -100, -100, 2, 0, -100, -100], [-100, 0, 1, -100, -100, -100, -100, -100]])
with torch.no_grad():
    hidden = model.bert(ids, attention_mask=mask).last_hidden_state
    logits = model(ids, attention_mask=mask).logits

# Three steps of learning, weight decay on matrices only, gradients clipped to a norm of one.
matrices = [p for p in model.parameters() if p.dim() > 1]
vectors = [p for p in model.parameters() if p.dim() == 1]
optimizer = torch.optim.AdamW(
    [{"params": matrices, "weight_decay": 0.01}, {"params": vectors, "weight_decay": 0.0}],
    lr=0.01, betas=(0.9, 0.999), eps=1e-8)
losses, norms = [], []
for _ in range(3):
    loss = model(ids, attention_mask=mask, labels=labels).loss
    optimizer.zero_grad()
    loss.backward()
    norms.append(torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0).item())
    optimizer.step()
    losses.append(loss.item())
with torch.no_grad():
    learned = model(ids, attention_mask=mask).logits


def numbers(tensor):
    return [round(x, 7) for x in tensor.flatten().tolist()]


(folder / "expected.json").write_text(json.dumps({
    "ids": ids.tolist(), "labels": labels.tolist(),
    "hidden": [numbers(hidden[0]), numbers(hidden[1, :5])],
    "logits": [numbers(logits[0]), numbers(logits[1, :5])],
    "losses": losses, "norms": norms,
    "logitsAfterLearning": [numbers(learned[0]), numbers(learned[1, :5])],
}) + "\n")
