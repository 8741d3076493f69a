# The whole network, as TorchScript: from word-piece ids to hidden states, to a loss, to better weights.
#
# BioGloss wraps this file into an archive without weights (see TorchScript.java) and calls its methods, one native call
# a batch. The weights are BioGloss's own tensors and come in as lists:
#
#   p       the parameters under their Hugging Face names, in the order of BertShape: word, position and type
#           embeddings, weight and bias of their norm; for each layer 16 tensors (query, key, value, attention output,
#           its norm, intermediate, output, its norm: weight and bias each); then weight and bias of the task's head
#   f       the same, ready for use: query, key and value of a layer in one matrix, all in the type one computes in
#   ids     word-piece ids, batch x length, padded at the end
#   lengths how many of each row are real
#
# The attributes stand in the archive: they are what config.json says, and the type to compute in.
# The file is read by PyTorch's importer of serialized code, a small subset of Python: every name has one type.

class Network(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  layers : int
  heads : int
  epsilon : float
  gelu : str
  half : bool
  hidden_dropout : float
  attention_dropout : float

  # From p to f. In training this is part of the graph, so gradients flow back to the single matrices.
  def ready(self: __torch__.Network, p: List[Tensor]) -> List[Tensor]:
    f = annotate(List[Tensor], [])
    for i in range(5):
      f.append(p[i])
    for layer in range(self.layers):
      at = 5 + 16 * layer
      f.append(self.typed(torch.cat([p[at], p[at + 2], p[at + 4]])))
      f.append(self.typed(torch.cat([p[at + 1], p[at + 3], p[at + 5]])))
      for i in range(10):
        f.append(self.typed(p[at + 6 + i]))
    for i in range(5 + 16 * self.layers, len(p)):
      f.append(p[i])
    return f

  # bfloat16 has the range of float32 with 8 bits of precision; processors and GPUs multiply it up to twice as fast.
  # Embeddings, the head, the loss and the optimizer stay in float32.
  def typed(self: __torch__.Network, x: Tensor) -> Tensor:
    if self.half:
      return torch.to(x, 15)  # bfloat16
    return x

  def embedded(self: __torch__.Network, f: List[Tensor], ids: Tensor, types: Tensor, learning: bool) -> Tensor:
    places = torch.arange(torch.size(ids, 1), device=ids.device)
    words = torch.embedding(f[0], ids)
    x = words + torch.embedding(f[1], places) + torch.embedding(f[2], types)
    x = torch.layer_norm(x, [torch.size(x, 2)], f[3], f[4], self.epsilon)
    return self.typed(torch.dropout(x, self.hidden_dropout, learning))

  # True where a piece may be looked at; None where no row is padded, which lets attention take its fastest way.
  def seen(self: __torch__.Network, ids: Tensor, lengths: Tensor) -> Optional[Tensor]:
    longest = torch.size(ids, 1)
    mask = annotate(Optional[Tensor], None)
    if bool(torch.any(lengths < longest)):
      places = torch.arange(longest, device=ids.device)
      mask = torch.lt(torch.unsqueeze(places, 0), torch.unsqueeze(lengths, 1)).view([-1, 1, 1, longest])
    return mask

  def attention(self: __torch__.Network, f: List[Tensor], at: int, x: Tensor, mask: Optional[Tensor], learning: bool) -> Tensor:
    rows, length, width = torch.size(x, 0), torch.size(x, 1), torch.size(x, 2)
    qkv = torch.linear(x, f[at], f[at + 1]).view([rows, length, 3, self.heads, width // self.heads])
    qkv = torch.permute(qkv, [2, 0, 3, 1, 4])
    dropped = 0.
    if learning:
      dropped = self.attention_dropout
    mixed = torch.scaled_dot_product_attention(qkv[0], qkv[1], qkv[2], mask, dropped)
    mixed = torch.reshape(torch.transpose(mixed, 1, 2), [rows, length, width])
    return torch.linear(mixed, f[at + 2], f[at + 3])

  # Each half of a layer adds to what it was given and is normed after that (post-norm, as in the first BERT).
  def layer(self: __torch__.Network, f: List[Tensor], at: int, x: Tensor, mask: Optional[Tensor], learning: bool) -> Tensor:
    width = [torch.size(x, 2)]
    attended = torch.dropout(self.attention(f, at, x, mask, learning), self.hidden_dropout, learning)
    x = torch.layer_norm(x + attended, width, f[at + 4], f[at + 5], self.epsilon)
    wide = torch.gelu(torch.linear(x, f[at + 6], f[at + 7]), approximate=self.gelu)
    narrow = torch.dropout(torch.linear(wide, f[at + 8], f[at + 9]), self.hidden_dropout, learning)
    return torch.layer_norm(x + narrow, width, f[at + 10], f[at + 11], self.epsilon)

  def encoded(self: __torch__.Network, f: List[Tensor], ids: Tensor, lengths: Tensor, types: Tensor, learning: bool) -> Tensor:
    x = self.embedded(f, ids, types, learning)
    mask = self.seen(ids, lengths)
    for layer in range(self.layers):
      x = self.layer(f, 5 + 12 * layer, x, mask, learning)
    return torch.to(x, 6)  # float32

  # The last hidden state, batch x length x width.
  def hidden(self: __torch__.Network, f: List[Tensor], ids: Tensor, lengths: Tensor, types: Tensor) -> Tensor:
    return self.encoded(f, ids, lengths, types, False)

  # Scores of each label for each piece, before softmax.
  def piece_logits(self: __torch__.Network, f: List[Tensor], ids: Tensor, lengths: Tensor, types: Tensor) -> Tensor:
    return self.head(f, self.encoded(f, ids, lengths, types, False), False)

  def head(self: __torch__.Network, f: List[Tensor], x: Tensor, learning: bool) -> Tensor:
    x = torch.dropout(x, self.hidden_dropout, learning)
    return torch.linear(x, f[len(f) - 2], f[len(f) - 1])

  # Mean cross entropy over the pieces that carry a label; -100 marks the others.
  def piece_loss(self: __torch__.Network, f: List[Tensor], ids: Tensor, lengths: Tensor, types: Tensor, labels: Tensor, learning: bool) -> Tensor:
    logits = self.head(f, self.encoded(f, ids, lengths, types, learning), learning)
    return torch.cross_entropy_loss(logits.view([-1, torch.size(logits, 2)]), labels.view([-1]), None, 1, -100, 0.)

  # The loss of a batch nobody learns from.
  def measure_pieces(self: __torch__.Network, f: List[Tensor], ids: Tensor, lengths: Tensor, types: Tensor, labels: Tensor) -> Tensor:
    return self.piece_loss(f, ids, lengths, types, labels, False)

  # One step of learning: forward, loss, gradients, clipping, AdamW. Changes p, m, v and steps in place.
  # Gives the loss and the gradients' common norm before clipping; where either is not finite, nothing was changed.
  def learn_pieces(self: __torch__.Network, p: List[Tensor], m: List[Tensor], v: List[Tensor], steps: List[Tensor], ids: Tensor, lengths: Tensor, types: Tensor, labels: Tensor, knobs: Tensor) -> Tensor:
    leaves = annotate(List[Tensor], [])
    for t in p:
      leaves.append(torch.requires_grad_(torch.detach(t), True))
    loss = self.piece_loss(self.ready(leaves), ids, lengths, types, labels, True)
    norm = torch.detach(loss)
    if float(loss) - float(loss) == 0.:
      norm = self.update(p, m, v, steps, self.gradients(loss, leaves), knobs)
    return torch.stack([torch.detach(loss), norm])

  def gradients(self: __torch__.Network, loss: Tensor, leaves: List[Tensor]) -> List[Tensor]:
    found = torch.grad([loss], leaves, None, False, False, True)
    gradients = annotate(List[Tensor], [])
    for i in range(len(leaves)):
      g = found[i]
      if g is None:
        gradients.append(torch.zeros_like(leaves[i]))
      else:
        gradients.append(g)
    return gradients

  # knobs: rate, beta1, beta2, epsilon, weight decay, greatest norm (0: no clipping).
  # Weight decay is decoupled, and only for matrices: biases and norms are vectors.
  def update(self: __torch__.Network, p: List[Tensor], m: List[Tensor], v: List[Tensor], steps: List[Tensor], g: List[Tensor], knobs: Tensor) -> Tensor:
    norm = torch.linalg_vector_norm(torch.stack(torch._foreach_norm(g)))
    size = float(norm)
    greatest = float(knobs[5])
    if size - size == 0.:
      if greatest > 0. and size > greatest:
        torch._foreach_mul_(g, greatest / size)
      for matrices in [True, False]:
        chosen = annotate(List[int], [])
        for i in range(len(p)):
          if (torch.dim(p[i]) > 1) == matrices:
            chosen.append(i)
        decay = 0.
        if matrices:
          decay = float(knobs[4])
        torch._foreach_add_(self.take(steps, chosen), 1)
        torch._fused_adamw_(self.take(p, chosen), self.take(g, chosen), self.take(m, chosen), self.take(v, chosen), annotate(List[Tensor], []), self.take(steps, chosen), lr=float(knobs[0]), beta1=float(knobs[1]), beta2=float(knobs[2]), weight_decay=decay, eps=float(knobs[3]), amsgrad=False, maximize=False)
    return norm

  def take(self: __torch__.Network, of: List[Tensor], chosen: List[int]) -> List[Tensor]:
    taken = annotate(List[Tensor], [])
    for i in chosen:
      taken.append(of[i])
    return taken

  # A multiplication of the kind the network is made of, to see how fast a type is here.
  def probe(self: __torch__.Network, x: Tensor, w: Tensor) -> Tensor:
    w = self.typed(w)
    y = self.typed(x)
    for i in range(4):
      y = torch.linear(torch.linear(y, w), torch.transpose(w, 0, 1))
    return torch.to(y, 6)
