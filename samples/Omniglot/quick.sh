#!/usr/bin/env bash
# A few iterations and tasks, for ./test.sh: on the zips in ../shared/data/omniglot beside the repository, or in $METADSL_OMNIGLOT.
set -euo pipefail
cd "$(dirname "$0")"
folder=${METADSL_OMNIGLOT:-../../../shared/data/omniglot}
for zip in images_background.zip images_evaluation.zip; do
  [ -f "$folder/$zip" ] || { echo "it needs $zip in $folder; name another folder by METADSL_OMNIGLOT"; exit 77; }
done

# What is read leaves a cache beside the zips; a test leaves nothing in a folder that is not its own.
own=../../artifacts/tests/data
mkdir -p "$own/omniglot"
for zip in images_background.zip images_evaluation.zip; do ln -sf "$(realpath "$folder/$zip")" "$own/omniglot/$zip"; done
for run in 1 2; do
  dotnet run --project Omniglot.csproj -c Release --no-build -- train OmniglotMaml --data "$own" --iterations 3 --tasks 8
done
