#!/usr/bin/env python3
"""Trains the tagger on from a checkpoint. README.md has the command; --help the options."""
import argparse
import json
import os
import random
import time

import torch

import measure
import readers
from losses import loss
from network import load, save
from text import WordPieces
from windows import WIDTH, Window, batch, windows


def arguments():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--from", dest="start", required=True, help="weights.pt or an .npz to train on from")
    p.add_argument("--vocabulary", required=True, help="vocab.txt of the encoder")
    p.add_argument("--data", required=True, help="folder with gum/, gap/, ner/ and, to watch, polnear/")
    p.add_argument("--corpus", required=True, nargs="+", help="folders of articles in our own marks, each with its held-out.txt")
    p.add_argument("--sets", default="corpus*2,gum,gap,wikigold,crossner,uner-ewt", help="NAME*2: seen twice an epoch")
    p.add_argument("--out", required=True)
    p.add_argument("--epochs", type=float, default=1)
    p.add_argument("--batch", type=int, default=16, help="windows of a step")
    p.add_argument("--width", type=int, default=WIDTH, help="pieces of a window, at most 512")
    p.add_argument("--rate", type=float, default=6e-5)
    p.add_argument("--head-rate", type=float, default=4e-4)
    p.add_argument("--hide", type=float, default=0.06, help="share of words hidden from the network while training")
    p.add_argument("--average", type=float, default=0.995, help="decay of the running mean of the weights, which is what is kept")
    p.add_argument("--blend", type=float, default=0.5, help="share of the weights begun with in those that are kept")
    p.add_argument("--every", type=int, default=200, help="steps between checkpoints")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--device", default="cpu")
    p.add_argument("--bf16", action="store_true", help="matrix products in bfloat16")
    return p.parse_args()


def documents(a):
    """(documents to train on, with repeats; documents to watch by set)"""
    held = readers.held_out(a.corpus)
    train, watched = [], {"corpus": [], "polnear": [], "gap": []}
    for name, _, times in (s.partition("*") for s in a.sets.split(",")):
        for document in readers.read(name, a.data, a.corpus):
            if name == "corpus" and document.id in held:
                watched["corpus"].append(document)
            else:
                train += [document] * int(times or 1)
    for name, path, reader in (("polnear", "polnear/dev.jsonl.gz", readers.polnear),
                               ("gap", "gap/gap-validation.tsv.gz", readers.gap)):
        if os.path.exists(f"{a.data}/{path}"):
            watched[name] = list(reader(f"{a.data}/{path}"))
    return train, watched


def batches(examples, size):
    """An epoch's batches in random order, windows of like length mostly together."""
    ordered = sorted(examples, key=lambda x: random.random() * 60 + x[2] - x[1])
    groups = [ordered[i:i + size] for i in range(0, len(ordered) - size + 1, size)]
    random.shuffle(groups)
    return groups


def main():
    a = arguments()
    random.seed(a.seed)
    torch.manual_seed(a.seed)
    os.makedirs(a.out, exist_ok=True)
    pieces = WordPieces(a.vocabulary)
    network = load(a.start).to(a.device)
    train, watched = documents(a)
    examples = [(d, s, e) for d in train for s, e in windows(d, pieces, a.width)]
    steps = max(1, int(len(examples) // a.batch * a.epochs))
    print(f"{len(examples)} windows, {steps} steps", flush=True)

    encoder, heads = network.encoder_and_heads()
    optimizer = torch.optim.AdamW([{"params": encoder, "lr": a.rate}, {"params": heads, "lr": a.head_rate}], weight_decay=0.01)
    warm = max(1, 0.06 * steps)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda k: min(1, (k + 1) / warm) * max(0.02, 1 - k / steps))
    begun = {name: value.clone() for name, value in network.state_dict().items()}
    mean = {name: value.clone() for name, value in network.state_dict().items()}
    shown, began, step, queue = {}, time.time(), 0, []
    network.train()
    while step < steps:
        queue = queue or batches(examples, a.batch)
        group = [Window(d, s, e, pieces, a.hide) for d, s, e in queue.pop()]
        with torch.autocast(a.device.split(":")[0], dtype=torch.bfloat16, enabled=a.bf16):
            output = network(*batch(group, pieces.padding, a.device))
        total, each = loss(output.float(), group)
        optimizer.zero_grad()
        total.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        step += 1
        keep = min(a.average, (1 + step) / (10 + step))
        for name, value in network.state_dict().items():
            mean[name].mul_(keep).add_(value.detach(), alpha=1 - keep)
        for name, value in each.items():
            shown[name] = 0.98 * shown.get(name, value) + 0.02 * value
        if step % 20 == 0 or step == steps:
            minutes = (time.time() - began) / 60
            print(f"{step}/{steps}, {minutes:.1f} min, {minutes / step * (steps - step):.0f} to go",
                  {name: round(value, 3) for name, value in shown.items()}, flush=True)
        if step % a.every == 0:
            save(network, mean, f"{a.out}/weights.pt")

    network.load_state_dict({name: a.blend * begun[name] + (1 - a.blend) * value for name, value in mean.items()})
    save(network, network.state_dict(), f"{a.out}/weights.pt")
    figures = measure.measure(network, watched, pieces, a.width, a.device, a.bf16)
    with open(f"{a.out}/run.json", "w", encoding="utf8") as out:
        json.dump({"options": vars(a), "windows": len(examples), "steps": steps,
                   "minutes": round((time.time() - began) / 60, 1), "figures": figures}, out, indent=1)
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
