"""Writes tensors.pth and tensors.older.pth: the same tensors in both formats of PyTorch (2.13)."""

import torch

row = torch.arange(10, dtype=torch.float32)
linear = torch.nn.Linear(1, 1)  # its state dictionary is an OrderedDict with metadata
states = linear.state_dict()
states.clear()
states["float"] = torch.tensor([[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]])
states["half"] = torch.tensor([1.5, -2.0]).half()
states["bfloat"] = torch.tensor([1.5, -2.0]).bfloat16()
states["double"] = torch.tensor([1.5, -2.0]).double()
states["transposed"] = states["float"].t()
states["every second"] = row[4:9:2]
states["the same row"] = row[1:3]
states["parameter"] = torch.nn.Parameter(torch.tensor([7.0]))
states["scalar"] = torch.tensor(8.0)
states["whole"] = torch.tensor([9])
torch.save(states, "tensors.pth")
torch.save(states, "tensors.older.pth", _use_new_zipfile_serialization=False)
