"""The tagger's network: a BERT encoder (Devlin et al. 2019) with word-shape features beside its pieces, and a linear head for each
task. Vectors for coreference and for links between contents, sources and cues are scored by their products, as in the
mention-pair part of Dozat and Manning (2017)."""
import torch
from torch import nn

from labels import ATT, NER, REF
from text import SHAPES

COREFERENCE, LINK = 64, 48


class Layer(nn.Module):
    def __init__(self, width, heads, inner):
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.o = (nn.Linear(width, width) for _ in range(4))
        self.n1, self.n2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)

    def forward(self, x, bias):
        count, length, width = x.shape
        q, k, v = (part(x).view(count, length, self.heads, -1).transpose(1, 2) for part in (self.q, self.k, self.v))
        weights = torch.softmax(q @ k.transpose(-1, -2) / (width // self.heads) ** 0.5 + bias, -1)
        x = self.n1(x + self.o((weights @ v).transpose(1, 2).reshape(count, length, width)))
        return self.n2(x + self.down(nn.functional.gelu(self.up(x))))


class Network(nn.Module):
    HEADS = {"ner": len(NER), "att": len(ATT), "att2": len(ATT), "ref": len(REF),
             "cq": COREFERENCE, "ck": COREFERENCE, "lc": LINK, "ls": LINK, "lu": LINK}
    """Output widths in their order: tags, then vectors (coreference query and key; link of content, source and cue)."""

    def __init__(self, h=384, layers=12, heads=12, inter=1536, vocabulary=30522, positions=512, dropout=0.1):
        super().__init__()
        self.size = {"h": h, "layers": layers, "heads": heads, "inter": inter}
        self.word, self.pos, self.typ = nn.Embedding(vocabulary, h), nn.Embedding(positions, h), nn.Embedding(2, h)
        self.shape, self.start = nn.Embedding(SHAPES, h), nn.Embedding(2, h)
        self.quote, self.glue = nn.Embedding(2, h), nn.Embedding(2, h)
        self.norm, self.drop = nn.LayerNorm(h, eps=1e-12), nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(h, heads, inter) for _ in range(layers))
        for name, width in self.HEADS.items():
            setattr(self, name, nn.Linear(h, width))

    def forward(self, ids, features, mask):
        """ids [B,T], features [B,T,4], mask [B,T], one for what is there → [B,T,299]."""
        shape, start, quote, glue = features.unbind(-1)
        x = self.word(ids) + self.pos.weight[:ids.shape[1]] + self.typ.weight[0]
        x = self.drop(self.norm(x + self.shape(shape) + self.start(start) + self.quote(quote) + self.glue(glue)))
        bias = (1.0 - mask[:, None, None, :].float()) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        x = self.drop(x)
        return torch.cat([getattr(self, name)(x) for name in self.HEADS], -1)

    @classmethod
    def parts(cls, output):
        return dict(zip(cls.HEADS, torch.split(output, list(cls.HEADS.values()), -1)))

    def encoder_and_heads(self):
        heads, encoder = [], []
        for name, weight in self.named_parameters():
            (encoder if name.split(".")[0] in ("word", "pos", "typ", "norm", "layers") else heads).append(weight)
        return encoder, heads


def load(path):
    """A network from a checkpoint: weights.pt of train.py, or an .npz of the upper halves of float32 numbers."""
    if path.endswith(".npz"):
        import numpy
        state = {name: torch.tensor((bits.astype(numpy.uint32) << 16).view(numpy.float32))
                 for name, bits in numpy.load(path).items()}
        network = Network()
    else:
        saved = torch.load(path, map_location="cpu")
        state = saved["state"]
        network = Network(**saved.get("size", saved.get("config", {})))
    network.load_state_dict(state)
    return network


def save(network, state, path):
    torch.save({"state": state, "size": network.size}, path)
