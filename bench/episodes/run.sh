#!/usr/bin/env bash
# Few-shot tasks of Omniglot, against PyTorch's DataLoader and within an iteration of training: bench/episodes/run.sh [--quick] [--json]
# The zips are in ../shared/data/omniglot beside the repository, or in $METADSL_OMNIGLOT.
set -euo pipefail
cd "$(dirname "$0")"
. ../bench.sh
processes=3
[ -z "$quick" ] || processes=1
# Both may use the whole machine: PyTorch by its workers, ours by threads.
unset OMP_NUM_THREADS MKL_NUM_THREADS OPENBLAS_NUM_THREADS

folder=${METADSL_OMNIGLOT:-../../../shared/data/omniglot}
for zip in images_background.zip images_evaluation.zip; do
  [ -f "$folder/$zip" ] || { echo "it needs $zip in $folder; name another folder by METADSL_OMNIGLOT"; exit 77; }
done
"$METADSL_PYTHON" -c 'import PIL' 2>/dev/null || { echo "its peer reads images with Pillow for python3 (Debian: python3-pil)"; exit 77; }

# What is read leaves a cache beside the zips, and the folder is not ours.
mkdir -p "$out/data/omniglot"
for zip in images_background.zip images_evaluation.zip; do ln -sf "$(realpath "$folder/$zip")" "$out/data/omniglot/$zip"; done

# The peer's files are unpacked once; under another name until all are there.
identity=$(stat -Lc '%s %Y' "$folder/images_background.zip")
if [ "$(cat "$out/identity" 2>/dev/null)" != "$identity" ]; then
  echo "Unpacking images_background.zip"
  rm -rf "$out/unpacked" "$out/unpacking"
  "$METADSL_PYTHON" -m zipfile -e "$folder/images_background.zip" "$out/unpacking"
  mv "$out/unpacking" "$out/unpacked"
  echo "$identity" >"$out/identity"
fi
alphabets=$out/unpacked/images_background

build_ours EpisodesBench
rm -f "$out"/{speed.*,tasks,images}
dotnet "$ours" --check "$out/data" "$out/tasks"
"$METADSL_PYTHON" check.py "$out/tasks" "$alphabets" "$out/images"

for ((i = 1; i <= processes; i++)); do
  echo "Process $i of $processes: PyTorch's DataLoader, ours"
  "$METADSL_PYTHON" python/dataloader.py "$alphabets" "$out/images" $quick >"$out/speed.dataloader.$i"
  dotnet "$ours" "$out/data" $quick >"$out/speed.csharp.$i"
done
echo
"$METADSL_PYTHON" report.py "$out" "$@"
