"""Runs BioGloss's own network program on a GPU: are its numbers right there, and how fast is it?

    python src/bench/gpu/network_on_gpu.py [--device cuda] [--models 6x384,12x384,12x768] [--seconds 3]

It needs PyTorch 2.7 or later and this checkout, no Java: `network.py` is wrapped into the same archive that
TorchArchive.java writes. Prints a page of Markdown. With `--device cpu` it runs anywhere, to prove that it runs.
"""

import argparse
import io
import pathlib
import pickle
import platform
import struct
import time
import zipfile

import torch

ROOT = pathlib.Path(__file__).resolve().parents[3]
SOURCE = ROOT / "src/main/resources/org/biogloss/bert/network.py"
VOCABULARY, POSITIONS, HEADS, LABELS = 30522, 512, 12, 3


def attributes(layers, half, dropout):
    return {
        "training": False,
        "layers": layers,
        "heads": HEADS,
        "pad": 0,
        "first_position": 0,
        "segments": True,
        "projected": False,
        "epsilon": 1e-12,
        "activation": "gelu",
        "half": half,
        "half_attention": False,
        "int8": False,
        "kept": [],
        "scales": [],
        "pooled_by": "tanh",
        "hidden_dropout": dropout,
        "attended_dropout": dropout,
        "attention_dropout": 0.0,
        "first_dropout": 0.0,
        "head_dropout": dropout,
        "frozen": 0,
    }


def pickled(values):
    """The object as TorchArchive.java pickles it: protocol 2, a class without arguments, its attributes."""

    def text(value):
        return b"X" + struct.pack("<I", len(value.encode())) + value.encode()

    out = b"\x80\x02c__torch__\nNetwork\n)\x81}("
    for name, value in values.items():
        out += text(name)
        if isinstance(value, bool):
            out += b"\x88" if value else b"\x89"
        elif isinstance(value, int):
            out += b"J" + struct.pack("<i", value)
        elif isinstance(value, float):
            out += b"G" + struct.pack(">d", value)
        elif isinstance(value, list):
            out += b"]"
        else:
            out += text(value)
    return out + b"ub."


def program(layers, device, half=False, dropout=0.0):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as zipped:
        zipped.writestr("network/data.pkl", pickled(attributes(layers, half, dropout)))
        zipped.writestr("network/constants.pkl", pickle.dumps((), protocol=2))
        zipped.writestr("network/version", "10\n")
        zipped.writestr("network/code/__torch__.py", SOURCE.read_text(encoding="utf-8"))
    archive.seek(0)
    return torch.jit.load(archive, map_location=device)


def parameters(layers, width):
    """As BertShape.java lists them: embeddings and their norm, 16 tensors a layer, the head."""
    torch.manual_seed(1)
    shapes = [(VOCABULARY, width), (POSITIONS, width), (2, width), (width,), (width,)]
    for _ in range(layers):
        shapes += [(width, width), (width,)] * 4 + [(width,), (width,)]
        shapes += [(4 * width, width), (4 * width,), (width, 4 * width), (width,), (width,), (width,)]
    shapes += [(LABELS, width), (LABELS,)]
    made = []
    for i, shape in enumerate(shapes):
        if len(shape) == 2:
            made.append(torch.randn(shape) * 0.02)
        else:
            in_layer = (i - 5) % 16 if 5 <= i < 5 + 16 * layers else -1
            gain = i == 3 or in_layer in (8, 14)
            made.append(torch.ones(shape) if gain else torch.zeros(shape))
    return made


class Learner:
    def __init__(self, weights, layers, device, half=False, dropout=0.0):
        self.module = program(layers, device, half, dropout)
        self.device = device
        self.p = [w.clone().to(device) for w in weights]
        self.m = [torch.zeros_like(w) for w in self.p]
        self.v = [torch.zeros_like(w) for w in self.p]
        self.n = [torch.zeros((), device=device) for _ in self.p]
        self.head = torch.tensor([0, 0, 0])
        self.none = torch.zeros(0, device=device)

    def batch(self, rows, length, padded=False):
        chance = torch.Generator().manual_seed(2)
        ids = torch.randint(1, VOCABULARY, (rows, length), generator=chance)
        lengths = torch.full((rows,), length)
        if padded:
            lengths[1::2] = length * 3 // 4
        labels = torch.randint(0, LABELS, (rows, length), generator=chance)
        labels[torch.arange(length).unsqueeze(0) >= lengths.unsqueeze(1)] = -100
        types = torch.zeros_like(ids)
        share = torch.tensor(1.0 / int((labels != -100).sum()), dtype=torch.float64)
        return [x.to(self.device) for x in (ids, lengths, types)], labels.to(self.device), share

    def learn(self, batch, rate=1e-4):
        pieces, labels, share = batch
        rates = torch.full((len(self.p),), rate, dtype=torch.float64)
        knobs = torch.tensor([0.9, 0.999, 1e-8, 0.01, 1.0], dtype=torch.float64)
        with torch.enable_grad():
            return self.module.learn(
                self.p, self.m, self.v, self.n, self.head, *pieces, self.none, labels, self.none, share, rates, knobs
            )

    def gradients(self, batch):
        pieces, labels, share = batch
        with torch.enable_grad():
            found = self.module.gather(
                self.p, [self.none], self.head, *pieces, self.none, labels, self.none, share
            )
        return float(found[0]), [g.float().cpu() for g in found[1:]]

    def read(self, batch):
        with torch.no_grad():
            f = self.module.ready(self.p)
            return f, lambda: self.module.scores(f, self.head, *batch[0], self.none)


def away(found, known):
    square = sum(float((a.cpu() - b.cpu()).double().pow(2).sum()) for a, b in zip(found, known))
    size = sum(float(b.double().pow(2).sum()) for b in known)
    return (square / max(size, 1e-30)) ** 0.5


def numerics(device):
    print("## Numbers\n\n4 layers of width 384, 8 rows of 96 and 128 pieces, against float32 on the processor. ")
    print("How far gradients and the first step of AdamW are away, beside their own size.\n")
    print("| | loss | gradients away | update away | norm |\n|---|---|---|---|---|")
    weights = parameters(4, 384)
    known = None
    for name, where, half in (("CPU fp32", "cpu", False), (f"{device} fp32", device, False), (f"{device} bf16", device, True)):
        learner = Learner(weights, 4, where, half)
        batch = learner.batch(8, 128, padded=True)
        loss, gradients = learner.gradients(batch)
        answer = learner.learn(batch)
        update = [p.cpu() - w for p, w in zip(learner.p, weights)]
        if known is None:
            known = gradients, update
        print(
            f"| {name} | {loss:.6f} | {away(gradients, known[0]):.1e} | {away(update, known[1]):.1e} | {float(answer[1]):.4f} |"
        )
    print()


def seconds(device, act, budget):
    """The median of as many calls as fit the budget, after two that warm up."""
    times = []
    for _ in range(2):
        act()
    end = time.perf_counter() + budget
    while time.perf_counter() < end or len(times) < 3:
        if device != "cpu":
            torch.cuda.synchronize()
        start = time.perf_counter()
        act()
        if device != "cpu":
            torch.cuda.synchronize()
        times.append(time.perf_counter() - start)
    return sorted(times)[len(times) // 2]


def speed(device, models, shapes, budget):
    print("## Speed\n\nPieces a second, medians; memory is the most that PyTorch held on the device.\n")
    print("| network | rows × length | precision | reading | learning | memory, GB |\n|---|---|---|---|---|---|")
    for layers, width in models:
        weights = parameters(layers, width)
        for rows, length in shapes:
            for half in (False, True):
                if device != "cpu":
                    torch.cuda.empty_cache()
                    torch.cuda.reset_peak_memory_stats()
                try:
                    learner = Learner(weights, layers, device, half, 0.1)
                    batch = learner.batch(rows, length)
                    _, read = learner.read(batch)
                    with torch.no_grad():
                        reading = rows * length / seconds(device, read, budget)
                    learning = rows * length / seconds(device, lambda: learner.learn(batch), budget)
                    figures = f"{reading:,.0f} | {learning:,.0f}"
                except torch.OutOfMemoryError:
                    figures = "out of memory | "
                held = f"{torch.cuda.max_memory_allocated() / 1e9:.2f}" if device != "cpu" else ""
                precision = "bf16" if half else "fp32"
                print(f"| {layers} × {width} | {rows} × {length} | {precision} | {figures} | {held} |", flush=True)
                learner = None
    print()


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--device", default="cuda")
    options.add_argument("--models", default="6x384,12x384,12x768")
    options.add_argument("--shapes", default="16x128,32x128,8x512,64x512")
    options.add_argument("--seconds", type=float, default=3.0)
    asked = options.parse_args()
    if asked.device != "cpu" and not torch.cuda.is_available():
        raise SystemExit("PyTorch finds no GPU here. Install one built for CUDA, or say --device cpu.")
    torch._C._set_graph_executor_optimize(False)  # as BioGloss does: shapes change all the time
    pairs = lambda text: [tuple(map(int, one.split("x"))) for one in text.split(",")]
    what = torch.cuda.get_device_name() if asked.device != "cpu" else f"{platform.machine()}, {torch.get_num_threads()} threads"
    print(f"# The network on {what}\n\nPyTorch {torch.__version__}, CUDA {torch.version.cuda}, {platform.system()}\n")
    numerics(asked.device)
    speed(asked.device, pairs(asked.models), pairs(asked.shapes), asked.seconds)


if __name__ == "__main__":
    main()
