"""The opponent of `pix2pix bench`: the paper's networks and training step in PyTorch, and loading with Pillow.

Answers requests, one JSON object a line on standard input, with one JSON object a line on standard output:

    {"job": {"kind": "STEP", "batch": 1, "size": 256, "filters": 64,
             "model": {"generator": "unet", "statistics": "BATCH", "precision": "FLOAT32"},
             "options": ["fused"], "folder": ""},
     "warm": 2, "runs": 5}
    {"seconds": [0.51, 0.5, 0.52, 0.5, 0.51], "peakMebibytes": 2210.5, "problem": null}

Between requests it waits for input, so that the other side has all cores. `pytorch.py facts` says what is installed.
"""
import importlib.util
import json
import os
import random
import shutil
import socket
import subprocess
import sys
import time


def unet(torch, levels, filters):
    """U-Net with batch normalization; dropout in the three innermost decoder layers."""
    nn, functional = torch.nn, torch.nn.functional

    class Level(nn.Module):
        """An encoder layer, all that lies further in, and the decoder layer that leads back out."""

        def __init__(self, number, channels, out):
            super().__init__()
            width = filters * min(2 ** number, 8)
            outermost, innermost = number == 0, number == levels - 1
            self.outermost, self.innermost = outermost, innermost
            self.dropped = number >= levels - 3 and not outermost
            self.encode = nn.Conv2d(channels, width, 4, stride=2, padding=1, bias=False)
            self.encoded_norm = None if outermost or innermost else nn.BatchNorm2d(width)
            self.inner = None if innermost else Level(number + 1, width, width)
            inside = width if innermost else 2 * width
            self.decode = nn.ConvTranspose2d(inside, out, 4, stride=2, padding=1, bias=outermost)
            self.decoded_norm = None if outermost else nn.BatchNorm2d(out)

        def forward(self, x):
            y = self.encode(x if self.outermost else functional.leaky_relu(x, 0.2))
            y = y if self.encoded_norm is None else self.encoded_norm(y)
            y = y if self.inner is None else self.inner(y)
            y = self.decode(functional.relu(y))
            if self.outermost:
                return torch.tanh(y)
            y = self.decoded_norm(y)
            y = functional.dropout(y, 0.5) if self.dropped else y
            return torch.cat((x, y), dim=1)

    return Level(0, 3, 3)


def resnet(torch, filters):
    """Nine residual blocks with batch normalization and dropout; two halvings before, two doublings after."""
    nn = torch.nn

    def mirrored(before, after, kernel, bias=False):
        return [nn.ReflectionPad2d(kernel // 2), nn.Conv2d(before, after, kernel, bias=bias)]

    def normalized(channels):
        return [nn.BatchNorm2d(channels), nn.ReLU()]

    class Block(nn.Module):
        """Two convolutions, whose result is added to what they are given."""

        def __init__(self, channels):
            super().__init__()
            first = mirrored(channels, channels, 3) + normalized(channels) + [nn.Dropout(0.5)]
            self.change = nn.Sequential(*first, *mirrored(channels, channels, 3), nn.BatchNorm2d(channels))

        def forward(self, x):
            return x + self.change(x)

    layers = mirrored(3, filters, 7) + normalized(filters)
    for width in (filters, 2 * filters):
        layers += [nn.Conv2d(width, 2 * width, 3, stride=2, padding=1, bias=False)] + normalized(2 * width)
    layers += [Block(4 * filters) for _ in range(9)]
    for width in (4 * filters, 2 * filters):
        doubling = nn.ConvTranspose2d(width, width // 2, 3, stride=2, padding=1, output_padding=1, bias=False)
        layers += [doubling] + normalized(width // 2)
    return nn.Sequential(*layers, *mirrored(filters, 3, 7, bias=True), nn.Tanh())


def patch_gan(torch, filters):
    """The discriminator whose logits see 70x70 pixels each."""
    nn = torch.nn
    layers = [nn.Conv2d(6, filters, 4, stride=2, padding=1), nn.LeakyReLU(0.2)]
    for before, after, stride in ((1, 2, 2), (2, 4, 2), (4, 8, 1)):
        layers.append(nn.Conv2d(before * filters, after * filters, 4, stride=stride, padding=1, bias=False))
        layers += [nn.BatchNorm2d(after * filters), nn.LeakyReLU(0.2)]
    layers.append(nn.Conv2d(8 * filters, 1, 4, stride=1, padding=1))
    return nn.Sequential(*layers)


class Networks:
    """What steps and forward passes have in common."""

    def __init__(self, job):
        import torch

        torch.manual_seed(1)
        self.torch = torch
        size, batch, options = job["size"], job["batch"], job["options"]
        layout = torch.channels_last if "channels_last" in options else torch.contiguous_format
        model = job["model"]
        levels = min(8, size.bit_length() - 1)
        networks = {"unet": lambda: unet(torch, levels, job["filters"]), "resnet": lambda: resnet(torch, job["filters"])}
        self.generator = networks[model["generator"]]().to(memory_format=layout)
        if model["statistics"] == "RUNNING":
            for layer in self.generator.modules():
                if isinstance(layer, torch.nn.BatchNorm2d):
                    layer.eval()
        self.autocast = lambda: torch.autocast("cpu", torch.bfloat16, enabled=model["precision"] == "BFLOAT16")
        self.condition, self.target = (
            (2 * torch.rand(batch, 3, size, size) - 1).to(memory_format=layout) for _ in range(2))
        self.layout = layout
        compiled = torch.compile if "compile" in options else lambda network: network
        self.compiled = compiled
        self.generate = compiled(self.generator)

    def close(self):
        pass


class Forward(Networks):
    """G alone, as it is in training: statistics of the batch, and dropout."""

    def run(self):
        with self.torch.inference_mode(), self.autocast():
            self.generate(self.condition).float().numpy()


class Folder(Networks):
    """Pictures of a folder, one after the other: decoded, translated, encoded as PNG."""

    def __init__(self, job):
        super().__init__(dict(job, batch=1))
        self.folder = job["folder"]
        self.files = sorted(name for name in os.listdir(self.folder) if name.endswith(".png"))[:job["batch"]]
        self.results = os.path.join(self.folder, "theirs")
        os.makedirs(self.results, exist_ok=True)

    def run(self):
        import numpy
        from PIL import Image

        for name in self.files:
            with Image.open(os.path.join(self.folder, name)) as picture:
                pixels = numpy.asarray(picture.convert("RGB"), dtype=numpy.float32) / 127.5 - 1
            x = self.torch.from_numpy(pixels.transpose(2, 0, 1)[None].copy()).to(memory_format=self.layout)
            with self.torch.inference_mode():
                y = self.generate(x)[0].numpy().transpose(1, 2, 0)
            result = ((y + 1) * 127.5).round().astype(numpy.uint8)
            Image.fromarray(result).save(os.path.join(self.results, name))


class Step(Networks):
    """One step of D, then one of G: non-saturating cross-entropy and 100 times L1, Adam."""

    def __init__(self, job):
        super().__init__(job)
        torch = self.torch
        self.discriminator = patch_gan(torch, job["filters"]).to(memory_format=self.layout)
        self.judge = self.compiled(self.discriminator)
        self.optimizers = [
            torch.optim.Adam(network.parameters(), lr=2e-4, betas=(0.5, 0.999), fused="fused" in job["options"])
            for network in (self.discriminator, self.generator)]

    def logits(self, image):
        with self.autocast():
            return self.judge(self.torch.cat((self.condition, image), dim=1)).float()

    def adversarial(self, logits, real):
        wanted = self.torch.full_like(logits, 1.0 if real else 0.0)
        return self.torch.nn.functional.binary_cross_entropy_with_logits(logits, wanted)

    def minimize(self, loss, optimizer):
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        return loss

    def run(self):
        with self.autocast():
            generated = self.generate(self.condition).float()
        self.discriminator.requires_grad_(True)
        real = self.adversarial(self.logits(self.target), True)
        fake = self.adversarial(self.logits(generated.detach()), False)
        first = self.minimize((real + fake) / 2, self.optimizers[0])
        self.discriminator.requires_grad_(False)
        fooled = self.adversarial(self.logits(generated), True)
        distance = self.torch.nn.functional.l1_loss(generated, self.target)
        second = self.minimize(fooled + 100 * distance, self.optimizers[1])
        return first.item(), second.item()


class WorkerStep(Step):
    """A worker's part of a step: DistributedDataParallel averages gradients over processes."""

    def __init__(self, job):
        super().__init__(job)
        parallel = self.torch.nn.parallel.DistributedDataParallel
        self.generate = parallel(self.generator, broadcast_buffers=False)
        self.trained = parallel(self.discriminator, broadcast_buffers=False)

    def logits(self, image):
        # Where D is not trained, nobody may wait for its gradients.
        self.judge = self.trained if next(self.discriminator.parameters()).requires_grad else self.discriminator
        return super().logits(image)


class Workers:
    """Several processes that train together, each with one thread and four images."""

    IMAGES = 4

    def __init__(self, job):
        count = job["batch"] // self.IMAGES
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.processes = []
        for rank in range(count):
            cluster = {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(port), "RANK": str(rank), "WORLD_SIZE": str(count)}
            own = json.dumps(dict(job, batch=self.IMAGES))
            self.processes.append(subprocess.Popen(
                [sys.executable, "-u", __file__, "worker", own], env={**os.environ, **cluster, "OMP_NUM_THREADS": "1"},
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True))

    def run(self):
        for process in self.processes:
            process.stdin.write("step\n")
            process.stdin.flush()
        for process in self.processes:
            if process.stdout.readline().strip() != "done":
                raise RuntimeError("a worker was lost")

    def close(self):
        for process in self.processes:
            process.kill()


def work(job):
    """A process of Workers: takes a step for each line that it is given."""
    import torch

    torch.set_num_threads(1)
    torch.distributed.init_process_group("gloo")
    step = WorkerStep(job)
    for _ in sys.stdin:
        step.run()
        print("done", flush=True)


def load_pair(file):
    """Both halves of a picture, enlarged to 286x286, cropped at random to 256x256, mirrored at random."""
    import numpy
    from PIL import Image

    with Image.open(file) as picture:
        both = picture.convert("RGB")
    half = both.width // 2
    left, top, mirrored = random.randrange(31), random.randrange(31), random.random() < 0.5
    for start in (0, half):
        image = both.crop((start, 0, start + half, both.height)).resize((286, 286), Image.BICUBIC)
        image = image.crop((left, top, left + 256, top + 256))
        image = image.transpose(Image.FLIP_LEFT_RIGHT) if mirrored else image
        numpy.asarray(image, dtype=numpy.float32) / 127.5 - 1
    return 1


class Loading:
    """Pairs from files, by as many processes as there are cores. Images stay there, which costs Pillow nothing."""

    def __init__(self, job):
        import multiprocessing

        folder = os.path.join(job["folder"], "train")
        self.files = sorted(os.path.join(folder, name) for name in os.listdir(folder))
        self.batch, self.at = job["batch"], 0
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
        self.workers = multiprocessing.Pool(cores)

    def run(self):
        chosen = [self.files[(self.at + i) % len(self.files)] for i in range(self.batch)]
        self.at += self.batch
        self.workers.map(load_pair, chosen, chunksize=4)

    def close(self):
        self.workers.terminate()


def peak_mebibytes():
    """The most memory that this process has held. What getrusage tells can be that of the process that started it."""
    try:
        with open("/proc/self/status") as status:
            return next(float(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM:"))
    except (OSError, StopIteration):
        import resource

        unit = 1024 * 1024 if sys.platform == "darwin" else 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def timed(job, request):
    for _ in range(request["warm"]):
        job.run()
    seconds = []
    for _ in range(request["runs"]):
        start = time.perf_counter()
        job.run()
        seconds.append(time.perf_counter() - start)
    return seconds


def serve():
    kinds = {"STEP": Step, "FORWARD": Forward, "LOADING": Loading, "FOLDER": Folder,
             "WORKERS": Workers}
    settings, job = None, None
    for line in sys.stdin:
        request = json.loads(line)
        answer = {"seconds": [], "peakMebibytes": 0, "problem": None}
        try:
            if settings != request["job"]:
                if job is not None:
                    job.close()
                settings, job = request["job"], kinds[request["job"]["kind"]](request["job"])
            answer["seconds"] = timed(job, request)
            answer["peakMebibytes"] = peak_mebibytes()
        except Exception as problem:
            answer["problem"] = f"{type(problem).__name__}: {problem}"
        print(json.dumps(answer), flush=True)
    if job is not None:
        job.close()


def facts():
    for module, package in (("torch", "torch"), ("numpy", "numpy"), ("PIL", "pillow")):
        if importlib.util.find_spec(module) is None:
            return {"missing": package}
    import PIL
    import torch

    versions = f"PyTorch {torch.__version__}, Pillow {PIL.__version__}, Python {sys.version.split()[0]}"
    compiles = any(shutil.which(name) for name in (os.environ.get("CXX", "g++"), "g++", "clang++"))
    return {"versions": versions, "compiles": compiles}


if __name__ == "__main__":
    if sys.argv[1:] == ["facts"]:
        print(json.dumps(facts()))
    elif sys.argv[1:2] == ["worker"]:
        work(json.loads(sys.argv[2]))
    else:
        serve()
