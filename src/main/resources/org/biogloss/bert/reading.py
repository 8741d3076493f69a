
# How a processor reads fast: more methods of the class in network.py. They keep the weights between calls, each matrix in
# the order in which oneDNN multiplies it, and lay the rows of a batch end to end, so that nothing that fills up is
# computed. A GPU, or a PyTorch without oneDNN, reads by the methods in network.py.
#
#   kept    what ready() gives, with packed matrices
#   scales  beside each 8-bit matrix the scale of each of its rows, beside its bias their zero points; else empty

  def keep(self: __torch__.Network, p: List[Tensor]) -> Tensor:
    f = annotate(List[Tensor], [])
    scales = annotate(List[Tensor], [])
    for t in self.ready(p):
      f.append(torch.clone(t))  # others may go on learning
      scales.append(torch.zeros([0]))
    for layer in range(self.layers):
      for place in [0, 2, 6, 8]:
        at = self.before() + 12 * layer + place
        if self.int8:
          f[at] = self.quantized(f[at], scales, at)
        else:
          f[at] = ops.mkldnn._reorder_linear_weight(f[at], self.usual_pieces())
    self.kept = f
    self.scales = scales
    return p[0]

  # A batch this large decides how matrices are packed; others are read as fast.
  def usual_pieces(self: __torch__.Network) -> int:
    return 256

  # 8 bits for a weight, with a scale for each row of the matrix.
  def quantized(self: __torch__.Network, w: Tensor, scales: List[Tensor], at: int) -> Tensor:
    scale = torch.clamp(torch.div(torch.amax(torch.abs(w), [1]), 127.), 1e-12)
    q = torch.to(torch.round(torch.div(w, torch.unsqueeze(scale, 1))), 1)  # int8
    scales[at] = scale
    scales[at + 1] = torch.to(torch.zeros_like(scale), 3)  # int32
    return ops.onednn.qlinear_prepack(q, [self.usual_pieces(), torch.size(w, 1)])

  # x times the matrix at a place, plus its bias, and what comes after it in the same go. The type of the answer counts
  # for 8 bits alone.
  def dense(self: __torch__.Network, at: int, x: Tensor, then: str, by: str, type: int) -> Tensor:
    f = self.kept
    none = annotate(List[Optional[number]], [])
    if self.int8:
      x = torch.to(x, 6)
      scale, zero = torch._choose_qparams_per_tensor(x, False)
      q = torch.int_repr(torch.quantize_per_tensor(x, scale, zero, 13))  # 8 bits for a number, with a scale for all
      y = ops.onednn.qlinear_pointwise(q, scale, zero, f[at], self.scales[at], self.scales[at + 1], f[at + 1], 1., 0, type, then, none, by)
    else:
      y = ops.mkldnn._linear_pointwise(x, f[at], f[at + 1], then, none, by)
    return y

  # The same, added to what the half of a layer was given, and normed.
  def added(self: __torch__.Network, at: int, x: Tensor, given: Tensor) -> Tensor:
    f = self.kept
    if self.int8:
      y = self.dense(at, x, "none", "none", 6) + given
    else:
      y = ops.mkldnn._linear_pointwise(x, given, f[at], f[at + 1], "add")
    return torch.layer_norm(y, [torch.size(y, 1)], f[at + 2], f[at + 3], self.epsilon)

  def widened(self: __torch__.Network, at: int, x: Tensor) -> Tensor:
    by = self.activation
    if by == "gelu":
      y = self.dense(at, x, "gelu", "none", 6)
    elif by == "gelu_tanh":
      y = self.dense(at, x, "gelu", "tanh", 6)
    elif by == "relu":
      y = self.dense(at, x, "relu", "none", 6)
    else:
      y = self.activated(self.dense(at, x, "none", "none", 6), by)
    return y

  # Attention within rows of one length: rows x length x 3 x heads x width of a head. In bfloat16, and from some length
  # on, plain multiplications are faster than PyTorch's fused attention.
  def attended(self: __torch__.Network, qkv: Tensor) -> Tensor:
    rows, length, width = torch.size(qkv, 0), torch.size(qkv, 1), torch.size(qkv, 4)
    qkv = torch.permute(qkv, [2, 0, 3, 1, 4])
    if self.half_attention and length >= 64:
      qkv = torch.reshape(qkv, [3, rows * self.heads, length, width])
      near = torch.bmm(torch.mul(qkv[0], 1. / float(width) ** 0.5), torch.transpose(qkv[1], 1, 2))
      mixed = torch.bmm(torch.softmax(near, -1), qkv[2]).view([rows, self.heads, length, width])
    else:
      mixed = torch.scaled_dot_product_attention(qkv[0], qkv[1], qkv[2])
    return torch.reshape(torch.transpose(mixed, 1, 2), [rows * length, self.heads * width])

  # runs: how many rows of one length stand beside each other, and how long they are, in turns.
  def attention_of(self: __torch__.Network, qkv: Tensor, runs: List[int]) -> Tensor:
    found = annotate(List[Tensor], [])
    start = 0
    for run in range(len(runs) // 2):
      rows, length = runs[2 * run], runs[2 * run + 1]
      end = start + rows * length
      part = torch.slice(qkv, 0, start, end)
      found.append(self.attended(part.view([rows, length, 3, self.heads, torch.size(qkv, 1) // 3 // self.heads])))
      start = end
    if len(found) == 1:
      return found[0]
    return torch.cat(found)

  def runs(self: __torch__.Network, lengths: Tensor) -> List[int]:
    runs = annotate(List[int], [])
    for i in range(torch.size(lengths, 0)):
      length = int(lengths[i])
      if len(runs) > 0 and runs[-1] == length:
        runs[-2] = runs[-2] + 1
      else:
        runs.append(1)
        runs.append(length)
    return runs

  def packed_layer(self: __torch__.Network, at: int, x: Tensor, runs: List[int]) -> Tensor:
    type = 6  # float32
    if self.half_attention:
      type = 15  # bfloat16
    mixed = self.attention_of(self.dense(at, x, "none", "none", type), runs)
    x = self.added(at + 2, mixed, x)
    return self.added(at + 8, self.widened(at + 6, x), x)

  def packed_encoded(self: __torch__.Network, ids: Tensor, lengths: Tensor, types: Tensor) -> Tensor:
    rows, length = torch.size(ids, 0), torch.size(ids, 1)
    real = torch.lt(torch.unsqueeze(torch.arange(length), 0), torch.unsqueeze(lengths, 1))
    at = torch.view(torch.nonzero(torch.view(real, [-1])), [-1])
    flat_ids = torch.index_select(ids.view([-1]), 0, at)
    flat_types = torch.index_select(types.view([-1]), 0, at)
    x = self.embedded(self.kept, flat_ids, torch.remainder(at, length), flat_types, False)
    runs = self.runs(lengths)
    for layer in range(self.layers):
      x = self.packed_layer(self.before() + 12 * layer, x, runs)
    x = torch.to(x, 6)
    if len(at) < rows * length:
      x = torch.index_copy(torch.zeros([rows * length, torch.size(x, 1)]), 0, at, x)
    return x.view([rows, length, torch.size(x, 1)])

  def packed_hidden(self: __torch__.Network, ids: Tensor, lengths: Tensor, types: Tensor) -> Tensor:
    return self.packed_encoded(ids, lengths, types)

  def packed_scores(self: __torch__.Network, head: Tensor, ids: Tensor, lengths: Tensor, types: Tensor, places: Tensor) -> Tensor:
    return self.answered(self.kept, head, self.packed_encoded(ids, lengths, types), places, False)

  def packed_many_scores(self: __torch__.Network, heads: Tensor, ids: Tensor, lengths: Tensor, types: Tensor) -> Tensor:
    return self.answered_side_by_side(self.kept, heads, self.packed_encoded(ids, lengths, types))

  def packed_measure(self: __torch__.Network, head: Tensor, ids: Tensor, lengths: Tensor, types: Tensor, places: Tensor, targets: Tensor, weights: Tensor) -> Tensor:
    return self.loss(self.packed_scores(head, ids, lengths, types, places), int(head[1]), targets, weights)
