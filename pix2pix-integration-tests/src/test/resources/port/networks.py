"""Networks with the layers and names of the public PyTorch port, for tests of import and export.

python3 networks.py make FOLDER
    writes weights of all of them, and pictures that they make, into FOLDER: the files beside this one
python3 networks.py compare NAME WEIGHTS PICTURES
    loads WEIGHTS strictly into the network of that name, and prints how far its picture of the tensor
    x of PICTURES is from the tensor y; both files are safetensors
"""

import json
import struct
import sys

import torch
from torch import nn


class Layers(nn.Module):
    """Puts a layer of names between the network and its sequence, as the port does."""

    def __init__(self, layers):
        super().__init__()
        self.model = nn.Sequential(*layers)

    def forward(self, x):
        return self.model(x)


class Skip(Layers):
    def forward(self, x):
        return torch.cat([x, self.model(x)], 1)


class Unet(nn.Module):
    def __init__(self, outermost):
        super().__init__()
        self.model = outermost

    def forward(self, x):
        return self.model(x)


def norm(kind, channels):
    return {
        "batch": lambda: nn.BatchNorm2d(channels),
        "instance": lambda: nn.InstanceNorm2d(channels),
        "none": lambda: nn.Identity(),
    }[kind]()


def unet(kind, levels, filters, channels_in, channels_out):
    bias = kind == "instance"
    width = lambda level: filters * min(2 ** (level - 1), 8)
    block = None
    for level in range(levels, 1, -1):
        outer, inner = width(level - 1), width(level)
        down = [nn.LeakyReLU(0.2), nn.Conv2d(outer, inner, 4, 2, 1, bias=bias)]
        if block is not None:
            down += [norm(kind, inner), block]
        up = nn.ConvTranspose2d(inner if block is None else 2 * inner, outer, 4, 2, 1, bias=bias)
        block = Skip(down + [nn.ReLU(), up, norm(kind, outer)])
    return Unet(Layers([
        nn.Conv2d(channels_in, filters, 4, 2, 1, bias=bias),
        block,
        nn.ReLU(),
        nn.ConvTranspose2d(2 * filters, channels_out, 4, 2, 1),
        nn.Tanh(),
    ]))


class Block(nn.Module):
    def __init__(self, kind, channels, dropout):
        super().__init__()
        half = lambda: [
            nn.ReflectionPad2d(1),
            nn.Conv2d(channels, channels, 3, bias=kind == "instance"),
            norm(kind, channels),
        ]
        self.conv_block = nn.Sequential(
            *half(), nn.ReLU(), *([nn.Dropout(0.5)] if dropout else []), *half())

    def forward(self, x):
        return x + self.conv_block(x)


def resnet(kind, blocks, filters, channels_in, channels_out, dropout):
    bias = kind == "instance"
    layers = [nn.ReflectionPad2d(3), nn.Conv2d(channels_in, filters, 7, bias=bias)]
    layers += [norm(kind, filters), nn.ReLU()]
    for c in (filters, 2 * filters):
        layers += [nn.Conv2d(c, 2 * c, 3, 2, 1, bias=bias), norm(kind, 2 * c), nn.ReLU()]
    layers += [Block(kind, 4 * filters, dropout) for _ in range(blocks)]
    for c in (4 * filters, 2 * filters):
        up = nn.ConvTranspose2d(c, c // 2, 3, 2, 1, output_padding=1, bias=bias)
        layers += [up, norm(kind, c // 2), nn.ReLU()]
    return Layers(layers + [nn.ReflectionPad2d(3), nn.Conv2d(filters, channels_out, 7), nn.Tanh()])


NETWORKS = {
    "unet-batch": lambda: unet("batch", 5, 1, 3, 3),
    "unet-instance": lambda: unet("instance", 5, 1, 2, 1),
    "unet-none": lambda: unet("none", 5, 1, 3, 3),
    "resnet-batch": lambda: resnet("batch", 6, 1, 3, 3, False),
    "resnet-instance": lambda: resnet("instance", 9, 1, 3, 3, True),
}
CHANNELS = {"unet-instance": 2}


def fill(network):
    for name, value in network.state_dict().items():
        if value.dtype != torch.float32:
            continue
        if name.endswith("running_var"):
            value.uniform_(0.5, 1.5)
        elif value.dim() == 1:
            value.normal_(0.8 if name.endswith("weight") else 0, 0.2)
        else:
            value.normal_(0, 1 / value[0].numel() ** 0.5)


def write(file, tensors):
    header, data = {}, b""
    for name, value in tensors.items():
        raw = value.detach().contiguous().numpy().tobytes()
        header[name] = {
            "dtype": "F32",
            "shape": list(value.shape),
            "data_offsets": [len(data), len(data) + len(raw)],
        }
        data += raw
    text = json.dumps(header).encode()
    with open(file, "wb") as out:
        out.write(struct.pack("<Q", len(text)) + text + data)


def read(file):
    with open(file, "rb") as f:
        header = json.loads(f.read(struct.unpack("<Q", f.read(8))[0]))
        data = f.read()
    types = {"F32": torch.float32, "I64": torch.int64}
    return {
        name: torch.frombuffer(
            bytearray(data[slice(*entry["data_offsets"])]), dtype=types[entry["dtype"]]
        ).reshape(entry["shape"])
        for name, entry in header.items()
        if name != "__metadata__"
    }


def old(network, states):
    """Instance norm of PyTorch before 0.4 kept statistics that nothing used."""
    for name, module in network.named_modules():
        if isinstance(module, nn.InstanceNorm2d):
            states[name + ".running_mean"] = torch.zeros(module.num_features)
            states[name + ".running_var"] = torch.ones(module.num_features)
    return states


def make(folder):
    torch.manual_seed(7)
    pictures = {}
    for name, network in NETWORKS.items():
        network = network()
        fill(network)
        x = torch.rand(1, CHANNELS.get(name, 3), 32, 32) * 2 - 1
        pictures[name + ".x"] = x
        pictures[name + ".y"] = network.eval()(x)
        older = name.endswith("instance")
        states = old(network, network.state_dict()) if older else network.state_dict()
        if name == "resnet-batch":
            states = {"module." + key: value for key, value in states.items()}
        torch.save(states, f"{folder}/{name}.pth", _use_new_zipfile_serialization=not older)
    write(f"{folder}/pictures.safetensors", pictures)


def compare(name, weights, pictures):
    network = NETWORKS[name]()
    network.load_state_dict(read(weights), strict=True)
    pictures = read(pictures)
    with torch.no_grad():
        print(float((network.eval()(pictures["x"]) - pictures["y"]).abs().max()))


if __name__ == "__main__":
    {"make": make, "compare": compare}[sys.argv[1]](*sys.argv[2:])
