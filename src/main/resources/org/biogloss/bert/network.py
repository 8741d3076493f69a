# The whole network, as TorchScript: from word-piece ids to hidden states, to a loss, to better weights.
#
# BioGloss wraps this file into an archive without weights (see TorchArchive.java) and calls its methods, one native call
# a batch. The weights are BioGloss's own tensors and come in as lists:
#
#   p       the parameters under their Hugging Face names, in the order of BertShape: word, position and (not in
#           DistilBERT) type embeddings, weight and bias of their norm, (in some ELECTRAs) of their projection; for each
#           layer 16 tensors (query, key, value, attention output, its norm, intermediate, output, its norm: weight and
#           bias each); then weight and bias of each matrix of each head
#   f       the same, ready for use: query, key and value of a layer in one matrix, all in the type one computes in
#   head    which head: its form (0 each piece, 1 first piece, 2 two places, 3 masked pieces, 4 masked pieces and whether
#           the second text follows the first), its loss (0 cross entropy, 1 sigmoid, 2 squared), and how many tensors of
#           other heads stand before its own
#   ids     word-piece ids, batch x length, padded at the end
#   lengths how many of each row are real
#   types   the segment of each piece, batch x length
#   places  batch x 2 x length: how much each piece counts in two pooled places; or where the masked pieces are, counted
#           through the batch; empty where no head asks for either
#
# The attributes stand in the archive: they are what config.json says, the type to compute in, and how many of p stay as
# they are while the others learn. The file is read by PyTorch's importer of serialized code, a small subset of Python:
# every name has one type.

class Network(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  layers : int
  heads : int
  pad : int
  first_position : int
  segments : bool
  projected : bool
  epsilon : float
  activation : str
  half : bool
  half_attention : bool
  int8 : bool
  kept : List[Tensor]
  scales : List[Tensor]
  pooled_by : str
  guessed_by : str
  hidden_dropout : float
  attended_dropout : float
  attention_dropout : float
  first_dropout : float
  head_dropout : float
  frozen : int

  # How many tensors stand before the first layer's.
  def before(self: __torch__.Network) -> int:
    count = 4
    if self.segments:
      count = count + 1
    if self.projected:
      count = count + 2
    return count

  # From p to f. In training this is part of the graph, so gradients flow back to the single matrices.
  def ready(self: __torch__.Network, p: List[Tensor]) -> List[Tensor]:
    f = annotate(List[Tensor], [])
    before = self.before()
    for i in range(before):
      f.append(p[i])
    for layer in range(self.layers):
      at = before + 16 * layer
      f.append(self.typed(torch.cat([p[at], p[at + 2], p[at + 4]])))
      f.append(self.typed(torch.cat([p[at + 1], p[at + 3], p[at + 5]])))
      for i in range(10):
        f.append(self.typed(p[at + 6 + i]))
    for i in range(before + 16 * self.layers, len(p)):
      f.append(p[i])
    return f

  # bfloat16 has the range of float32 with 8 bits of precision; processors and GPUs multiply it up to twice as fast.
  # Embeddings, the head, the loss and the optimizer stay in float32.
  def typed(self: __torch__.Network, x: Tensor) -> Tensor:
    if self.half:
      return torch.to(x, 15)  # bfloat16
    return x

  def activated(self: __torch__.Network, x: Tensor, by: str) -> Tensor:
    if by == "gelu":
      return torch.gelu(x)
    if by == "gelu_tanh":
      return torch.gelu(x, approximate="tanh")
    if by == "relu":
      return torch.relu(x)
    if by == "silu":
      return torch.silu(x)
    if by == "sigmoid":
      return torch.sigmoid(x)
    return torch.tanh(x)

  # The pad's embedding is never learned.
  def embedded(self: __torch__.Network, f: List[Tensor], ids: Tensor, positions: Tensor, types: Tensor, learning: bool) -> Tensor:
    x = torch.embedding(f[0], ids, self.pad) + torch.embedding(f[1], positions + self.first_position)
    at = 2
    if self.segments:
      x = x + torch.embedding(f[2], types)
      at = 3
    x = torch.layer_norm(x, [torch.size(x, -1)], f[at], f[at + 1], self.epsilon)
    x = torch.dropout(x, self.hidden_dropout, learning)
    if self.projected:
      x = torch.linear(x, f[at + 2], f[at + 3])
    return self.typed(x)

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
    parts = torch.chunk(torch.linear(x, f[at], f[at + 1]), 3, -1)
    apart = annotate(List[Tensor], [])
    for part in parts:
      apart.append(torch.transpose(part.view([rows, length, self.heads, width // self.heads]), 1, 2))
    dropped = 0.
    if learning:
      dropped = self.attention_dropout
    mixed = torch.scaled_dot_product_attention(apart[0], apart[1], apart[2], mask, dropped)
    mixed = torch.reshape(torch.transpose(mixed, 1, 2), [rows, length, width])
    return torch.linear(mixed, f[at + 2], f[at + 3])

  # Each half of a layer adds to what it was given and is normed after that (post-norm, as in the first BERT).
  def layer(self: __torch__.Network, f: List[Tensor], at: int, x: Tensor, mask: Optional[Tensor], learning: bool) -> Tensor:
    width = [torch.size(x, 2)]
    attended = torch.dropout(self.attention(f, at, x, mask, learning), self.attended_dropout, learning)
    x = torch.layer_norm(x + attended, width, f[at + 4], f[at + 5], self.epsilon)
    wide = self.activated(torch.linear(x, f[at + 6], f[at + 7]), self.activation)
    narrow = torch.dropout(torch.linear(wide, f[at + 8], f[at + 9]), self.hidden_dropout, learning)
    return torch.layer_norm(x + narrow, width, f[at + 10], f[at + 11], self.epsilon)

  def encoded(self: __torch__.Network, f: List[Tensor], ids: Tensor, lengths: Tensor, types: Tensor, learning: bool) -> Tensor:
    positions = torch.arange(torch.size(ids, 1), device=ids.device)
    x = self.embedded(f, ids, positions, types, learning)
    mask = self.seen(ids, lengths)
    for layer in range(self.layers):
      x = self.layer(f, self.before() + 12 * layer, x, mask, learning)
    return torch.to(x, 6)  # float32

  # The last hidden state, batch x length x width.
  def hidden(self: __torch__.Network, f: List[Tensor], ids: Tensor, lengths: Tensor, types: Tensor) -> Tensor:
    return self.encoded(f, ids, lengths, types, False)

  # A head's scores, before softmax or sigmoid: batch x length x outputs for each piece, or else batch x outputs.
  def scores(self: __torch__.Network, f: List[Tensor], head: Tensor, ids: Tensor, lengths: Tensor, types: Tensor, places: Tensor) -> Tensor:
    return self.read(f, head, ids, lengths, types, places, False)

  def read(self: __torch__.Network, f: List[Tensor], head: Tensor, ids: Tensor, lengths: Tensor, types: Tensor, places: Tensor, learning: bool) -> Tensor:
    return self.answered(f, head, self.encoded(f, ids, lengths, types, learning), places, learning)

  # What a head makes of hidden states.
  def answered(self: __torch__.Network, f: List[Tensor], head: Tensor, x: Tensor, places: Tensor, learning: bool) -> Tensor:
    form = int(head[0])
    at = self.before() + 12 * self.layers + int(head[2])
    if form >= 3:
      return self.guessed(f, at, x, places)
    if form == 1:
      x = torch.dropout(torch.select(x, 1, 0), self.first_dropout, learning)
      x = self.activated(torch.linear(x, f[at], f[at + 1]), self.pooled_by)
      at = at + 2
    if form == 2:
      x = torch.flatten(torch.bmm(places, x), 1)
    return torch.linear(torch.dropout(x, self.head_dropout, learning), f[at], f[at + 1])

  # The scores of several heads on each piece, side by side, from one encoding. heads: what head says, a row each.
  def many_scores(self: __torch__.Network, f: List[Tensor], heads: Tensor, ids: Tensor, lengths: Tensor, types: Tensor) -> Tensor:
    return self.answered_side_by_side(f, heads, self.encoded(f, ids, lengths, types, False))

  def answered_side_by_side(self: __torch__.Network, f: List[Tensor], heads: Tensor, x: Tensor) -> Tensor:
    found = annotate(List[Tensor], [])
    for i in range(torch.size(heads, 0)):
      found.append(self.answered(f, torch.select(heads, 0, i), x, x, False))
    return torch.cat(found, -1)

  # A score for each piece of the vocabulary at each masked place, and nowhere else: the product with all embeddings is
  # as dear as some layers.
  def guessed(self: __torch__.Network, f: List[Tensor], at: int, x: Tensor, places: Tensor) -> Tensor:
    x = torch.index_select(torch.reshape(x, [-1, torch.size(x, -1)]), 0, places)
    x = self.activated(torch.linear(x, f[at], f[at + 1]), self.guessed_by)
    x = torch.layer_norm(x, [torch.size(x, -1)], f[at + 2], f[at + 3], self.epsilon)
    return torch.to(torch.linear(self.typed(x), self.typed(f[0]), self.typed(f[at + 4])), 6)

  # Whether the second text of a row follows the first one in a document (output 0) or not.
  def followed(self: __torch__.Network, f: List[Tensor], at: int, x: Tensor) -> Tensor:
    x = torch.tanh(torch.linear(torch.select(x, 1, 0), f[at + 5], f[at + 6]))
    return torch.linear(x, f[at + 7], f[at + 8])

  # The sum over all that carries a label. weights: of each class (cross entropy), or of a label that is there against
  # one that is not (sigmoid); empty for none. -100 marks what has no class.
  def loss(self: __torch__.Network, scores: Tensor, kind: int, targets: Tensor, weights: Tensor) -> Tensor:
    weighed = annotate(Optional[Tensor], None)
    if torch.numel(weights) > 0:
      weighed = weights
    if kind == 0:
      outputs = torch.size(scores, -1)
      loss = torch.cross_entropy_loss(torch.reshape(scores, [-1, outputs]), torch.reshape(targets, [-1]), weighed, 2, -100, 0.)
    elif kind == 1:
      loss = torch.binary_cross_entropy_with_logits(scores, targets, None, weighed, 2)
    else:
      loss = torch.mse_loss(scores, targets, 2)
    return loss

  # The loss of a batch, each part of it (there are two where the second text is judged as well) times its share. targets
  # of two parts stand one behind the other.
  def shared_loss(self: __torch__.Network, f: List[Tensor], head: Tensor, ids: Tensor, lengths: Tensor, types: Tensor, places: Tensor, targets: Tensor, weights: Tensor, share: Tensor, learning: bool) -> Tensor:
    x = self.encoded(f, ids, lengths, types, learning)
    scores = self.answered(f, head, x, places, learning)
    if int(head[0]) != 4:
      loss = self.loss(scores, int(head[1]), targets, weights) * float(share[0])
    else:
      masked = torch.size(places, 0)
      at = self.before() + 12 * self.layers + int(head[2])
      follows = self.followed(f, at, x)
      loss = self.loss(scores, 0, torch.slice(targets, 0, 0, masked), weights) * float(share[0])
      loss = loss + self.loss(follows, 0, torch.slice(targets, 0, masked, torch.size(targets, 0)), weights) * float(share[1])
    return loss

  # What masked pieces, and second texts, come to with nobody learning: the sum of the losses and how many are right, of
  # either.
  def weigh(self: __torch__.Network, p: List[Tensor], head: Tensor, ids: Tensor, lengths: Tensor, types: Tensor, places: Tensor, targets: Tensor, weights: Tensor) -> Tensor:
    f = self.ready(p)
    x = self.encoded(f, ids, lengths, types, False)
    masked = torch.size(places, 0)
    pieces = torch.slice(targets, 0, 0, masked)
    scores = self.answered(f, head, x, places, False)
    found = [self.loss(scores, 0, pieces, weights), torch.to(torch.sum(torch.eq(torch.argmax(scores, -1), pieces)), 6)]
    if int(head[0]) == 4:
      texts = torch.slice(targets, 0, masked, torch.size(targets, 0))
      follows = self.followed(f, self.before() + 12 * self.layers + int(head[2]), x)
      found.append(self.loss(follows, 0, texts, weights))
      found.append(torch.to(torch.sum(torch.eq(torch.argmax(follows, -1), texts)), 6))
    return torch.stack(found)

  # The loss of a batch nobody learns from.
  def measure(self: __torch__.Network, f: List[Tensor], head: Tensor, ids: Tensor, lengths: Tensor, types: Tensor, places: Tensor, targets: Tensor, weights: Tensor) -> Tensor:
    return self.loss(self.read(f, head, ids, lengths, types, places, False), int(head[1]), targets, weights)

  # The loss of a micro-batch, then its gradients with respect to all that learns, added to those of the micro-batches
  # before it (a single empty tensor where it is the first). share: what one label's loss counts, such as one by their
  # number in all micro-batches, for each part of the loss. No gradients where the loss is not finite.
  def gather(self: __torch__.Network, p: List[Tensor], g: List[Tensor], head: Tensor, ids: Tensor, lengths: Tensor, types: Tensor, places: Tensor, targets: Tensor, weights: Tensor, share: Tensor) -> List[Tensor]:
    leaves = annotate(List[Tensor], [])
    learned = annotate(List[Tensor], [])
    for i in range(len(p)):
      leaf = torch.detach(p[i])
      if i >= self.frozen:
        leaf = torch.requires_grad_(leaf, True)
        learned.append(leaf)
      leaves.append(leaf)
    loss = self.shared_loss(self.ready(leaves), head, ids, lengths, types, places, targets, weights, share, True)
    gathered = [torch.detach(loss)]
    if float(loss) - float(loss) == 0.:
      found = torch.grad([loss], learned, None, False, False, True)
      for i in range(len(learned)):
        gradient = found[i]
        if gradient is None:
          gradient = torch.zeros_like(learned[i])
        if len(g) == len(learned):
          gradient = torch.add_(g[i], gradient)
        gathered.append(gradient)
    return gathered

  # One step of learning in one call: forward, loss, gradients, clipping, AdamW. Changes p, m, v and steps in place.
  # Gives the loss and the gradients' common norm before clipping; where either is not finite, nothing was changed.
  def learn(self: __torch__.Network, p: List[Tensor], m: List[Tensor], v: List[Tensor], steps: List[Tensor], head: Tensor, ids: Tensor, lengths: Tensor, types: Tensor, places: Tensor, targets: Tensor, weights: Tensor, share: Tensor, rates: Tensor, knobs: Tensor) -> Tensor:
    gathered = self.gather(p, annotate(List[Tensor], []), head, ids, lengths, types, places, targets, weights, share)
    loss = torch.to(gathered[0], 6)
    norm = loss
    if len(gathered) > 1:
      norm = self.update(p, m, v, steps, self.stretch(gathered, 1, len(gathered)), rates, knobs)
    return torch.stack([loss, norm])

  # p: all parameters; m, v, steps, g, rates: those that learn, which are the last ones of p.
  # knobs: beta1, beta2, epsilon, weight decay, greatest norm (0: no clipping). Gives the norm before clipping.
  def update(self: __torch__.Network, p: List[Tensor], m: List[Tensor], v: List[Tensor], steps: List[Tensor], g: List[Tensor], rates: Tensor, knobs: Tensor) -> Tensor:
    norm = torch.linalg_vector_norm(torch.stack(torch._foreach_norm(g)))
    size = float(norm)
    greatest = float(knobs[4])
    if size - size == 0.:
      if greatest > 0. and size > greatest:
        torch._foreach_mul_(g, greatest / size)
      torch._foreach_add_(steps, 1)
      learned = self.stretch(p, self.frozen, len(p))
      start = 0
      for i in range(len(g)):
        end = i + 1
        last = end == len(g)
        if not last:
          last = float(rates[end]) != float(rates[start])
        if last:
          self.move(self.stretch(learned, start, end), self.stretch(m, start, end), self.stretch(v, start, end), self.stretch(steps, start, end), self.stretch(g, start, end), float(rates[start]), knobs)
          start = end
    return norm

  # AdamW for parameters of one rate. Weight decay is decoupled, and only for matrices: biases and norms are vectors.
  def move(self: __torch__.Network, p: List[Tensor], m: List[Tensor], v: List[Tensor], steps: List[Tensor], g: List[Tensor], rate: float, knobs: Tensor) -> None:
    for matrices in [True, False]:
      chosen = annotate(List[int], [])
      for i in range(len(p)):
        if (torch.dim(p[i]) > 1) == matrices:
          chosen.append(i)
      decay = 0.
      if matrices:
        decay = float(knobs[3])
      if len(chosen) > 0:
        torch._fused_adamw_(self.take(p, chosen), self.take(g, chosen), self.take(m, chosen), self.take(v, chosen), annotate(List[Tensor], []), self.take(steps, chosen), lr=rate, beta1=float(knobs[0]), beta2=float(knobs[1]), weight_decay=decay, eps=float(knobs[2]), amsgrad=False, maximize=False)
    return None

  def stretch(self: __torch__.Network, of: List[Tensor], start: int, end: int) -> List[Tensor]:
    part = annotate(List[Tensor], [])
    for i in range(start, end):
      part.append(of[i])
    return part

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
