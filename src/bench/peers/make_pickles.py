"""Writes the two small files of src/test/resources/org/biogloss/bert/pickles, as torch.save writes weights.

    python src/bench/peers/make_pickles.py src/test/resources/org/biogloss/bert/pickles
"""

import pathlib
import sys
from collections import OrderedDict

import torch

folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
matrix = torch.arange(6.0).view(2, 3)
state = OrderedDict(
    [
        ("matrix", matrix),
        ("turned", matrix.t()),
        ("view", matrix[1]),
        ("half", torch.tensor([0.5, -2.0], dtype=torch.float16)),
        ("bfloat16", torch.tensor([0.5, -2.0], dtype=torch.bfloat16)),
        ("double", torch.tensor([0.25], dtype=torch.float64)),
        ("parameter", torch.nn.Parameter(torch.tensor([7.0]))),
        ("scalar", torch.tensor(3.0)),
        ("position_ids", torch.arange(4).view(1, 4)),
    ]
)
state._metadata = OrderedDict([("", {"version": 1})])
torch.save(state, folder / "zip.bin")
torch.save(state, folder / "legacy.bin", _use_new_zipfile_serialization=False)
