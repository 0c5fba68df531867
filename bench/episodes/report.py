"""Prints the tables of a run from what its processes left, and with --json the ratios as the last line."""
import json
import statistics
import sys
from collections import defaultdict
from pathlib import Path

# The least number of episodes for one of the DataLoader's, and the most that sampling may take of an iteration.
LEAST_EPISODES, MOST_SHARE = 20, 0.05


def medians(folder, implementation):
    found = defaultdict(list)
    for file in folder.glob(f"speed.{implementation}.*"):
        for line in file.read_text().splitlines():
            name, value = line.split()
            found[name].append(float(value))
    return {name: statistics.median(values) for name, values in found.items()}


folder = Path(sys.argv[1])
peer, ours = medians(folder, "dataloader"), medians(folder, "csharp")
in_memory = max((name for name in peer if name.startswith("memory")), key=peer.get)
ratios = {
    "episodes_vs_dataloader": ours["episodes"] / peer["files"],
    "episodes_vs_dataloader_in_memory": ours["episodes"] / peer[in_memory],
    "sampling_share": ours["sampling"] / ours["iteration"],
}
workers = {"memory_0": "no", "memory_2": "2"}[in_memory]
rows = [
    ("PyTorch DataLoader, files, 2 workers", peer["files"], f"{ratios['episodes_vs_dataloader']:.1f}", LEAST_EPISODES),
    (f"PyTorch DataLoader, in memory, {workers} workers", peer[in_memory], f"{ratios['episodes_vs_dataloader_in_memory']:.1f}", ""),
    ("ours", ours["episodes"], "", ""),
]
print("| episodes a second, 2 cores                |         | ours/it | bar |")
print("|-------------------------------------------|--------:|--------:|----:|")
for name, speed, ratio, bar in rows:
    print(f"| {name:<41} | {speed:7.1f} | {ratio:>7} | {bar:>3} |")
print()
print(f"| an iteration, {ours['threads']:.0f} threads  |      ms |   share |   bar |")
print("|--------------------------|--------:|--------:|------:|")
print(f"| sampling 32 tasks        | {1e3 * ours['sampling']:7.1f} | {100 * ratios['sampling_share']:5.2f} % | {100 * MOST_SHARE:3.0f} % |")
print(f"| all of it, with sampling | {1e3 * ours['iteration']:7.1f} |         |       |")
missed = ["episodes_vs_dataloader"] if ratios["episodes_vs_dataloader"] < LEAST_EPISODES else []
missed += ["sampling_share"] if ratios["sampling_share"] >= MOST_SHARE else []
print("Every bar holds." if not missed else f"Beyond the bar: {', '.join(missed)}.")
if "--json" in sys.argv:
    print(json.dumps({name: round(ratio, 5 if name == "sampling_share" else 2) for name, ratio in ratios.items()}))
