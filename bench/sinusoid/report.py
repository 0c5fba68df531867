"""Prints the table of a run from the speeds that its processes left, and with --json the ratios as the last line."""
import json
import statistics
import sys
from collections import defaultdict
from pathlib import Path

# Our iterations a second over theirs, so higher is better; the bar is the least it may be.
BARS = {
    "steps1_vs_pytorch_loop": 14,
    "steps1_vs_pytorch_batched": 2.0,
    "steps1_vs_cpp": 0.85,
    "steps5_vs_pytorch_loop": 18,
    "steps5_vs_pytorch_batched": 2.5,
    "steps5_vs_cpp": 0.85,
}
PEERS = {"pytorch_loop": "loop", "pytorch_batched": "batched", "cpp": "cpp"}


def medians(folder, implementation):
    speeds = defaultdict(list)
    for file in folder.glob(f"speed.{implementation}.*"):
        for line in file.read_text().splitlines():
            steps, speed = line.split()
            speeds[steps].append(float(speed))
    return {steps: statistics.median(values) for steps, values in speeds.items()}


folder = Path(sys.argv[1])
ours = medians(folder, "csharp")
peers = {peer: medians(folder, implementation) for peer, implementation in PEERS.items()}
ratios = {f"steps{steps}_vs_{peer}": ours[steps] / speeds[steps] for steps in ours for peer, speeds in peers.items()}

print("| iterations a second, 1 thread | PyTorch, loop | PyTorch, batched |  C++ | ours | ours/loop | bar | ours/batched | bar | ours/C++ |  bar |")
print("|-------------------------------|--------------:|-----------------:|-----:|-----:|----------:|----:|-------------:|----:|---------:|-----:|")
for steps, label in {"1": "1 inner step", "5": "5 inner steps"}.items():
    loop, batched, cpp = (f"steps{steps}_vs_{peer}" for peer in PEERS)
    print(
        f"| {label:<29} | {peers['pytorch_loop'][steps]:13.1f} | {peers['pytorch_batched'][steps]:16.0f} | {peers['cpp'][steps]:4.0f} "
        f"| {ours[steps]:4.0f} | {ratios[loop]:9.1f} | {BARS[loop]:3} | {ratios[batched]:12.2f} | {BARS[batched]:3} "
        f"| {ratios[cpp]:8.2f} | {BARS[cpp]:4} |"
    )
missed = [name for name, bar in BARS.items() if ratios[name] < bar]
print("Every bar holds." if not missed else f"Below the bar: {', '.join(missed)}.")
if "--json" in sys.argv:
    print(json.dumps({name: round(ratios[name], 3) for name in BARS}))
