#!/usr/bin/env bash
# Sets the machine up as far as needed, builds everything once, and runs every test, script test, sample and bench, the
# latter two in their short form. The last line is "N passed, N failed, N skipped"; the exit code is 0 if nothing failed.
set -uo pipefail
cd "$(dirname "$0")"
# One stream, so that nothing can come after the last line.
exec 2>&1
passed=0 failed=0 skipped=0 checks=0
mkdir -p artifacts/tests
rm -f artifacts/tests/*.outcome

# However this ends, the last line tells.
finish() {
  # A signal from here on ends what still runs, and not this.
  trap 'kill $(jobs -p) 2>/dev/null' INT TERM
  count_checks
  [ $((passed + failed + skipped)) -gt 0 ] || { failed=1; echo "FAILED: nothing ran"; }
  echo "$passed passed, $failed failed, $skipped skipped"
  exit $((failed > 0))
}
trap finish EXIT
trap 'echo "FAILED: interrupted"; failed=$((failed + 1)); kill $(jobs -p) 2>/dev/null; exit' INT TERM

fail() {
  echo "FAILED: $1"
  failed=$((failed + 1))
}

# A hang must not swallow the last line.
limited=(timeout -k 10 "${METADSL_TEST_LIMIT:-300}")

# One check that is a command, beside others, as many as there are cores: nothing is measured here, and most keep one core busy. Its output
# is shown when it fails. One that exits with 77 says what it needs, and is skipped.
check() { # name command...
  while [ "$(jobs -rp | wc -l)" -ge "$(nproc)" ]; do wait -n; done
  checks=$((checks + 1))
  run_check "$@" &
}

run_check() { # name command...
  local name=$1 file=artifacts/tests/${1//[^A-Za-z0-9.]/_} started=$SECONDS code=0 own=
  shift
  # What stops this stops the command, too.
  trap '[ -z "$own" ] || kill $own; exit' TERM
  "${limited[@]}" "$@" </dev/null >"$file.log" 2>&1 &
  own=$!
  wait $own || code=$?
  case $code in
    0) echo passed >"$file.outcome" && echo "passed: $name ($((SECONDS - started)) s)" ;;
    77) echo skipped >"$file.outcome" && echo "skipped: $name: $(tail -1 "$file.log")" ;;
    # In one piece, since others write, too.
    *) printf '%s\n' "FAILED: $name (exit code $code)" "$(tail -40 "$file.log" | sed 's/^/  /')" ;;
  esac
}

# A check counts as failed unless it said otherwise.
count_checks() {
  local good idle
  wait
  good=$(outcomes passed) idle=$(outcomes skipped)
  passed=$((passed + good)) skipped=$((skipped + idle)) failed=$((failed + checks - good - idle))
}

outcomes() { cat /dev/null artifacts/tests/*.outcome 2>/dev/null | grep -cx "$1"; }

# The counts come from the result file: the console's words depend on the language of the machine.
count() { grep -oE "<UnitTestResult [^>]*outcome=\"$2\"" "$1" 2>/dev/null | wc -l; }

test_project() { # folder
  local name=${1##*/} started=$SECONDS code=0 ran bad good idle
  local results=artifacts/tests/$name.trx log=artifacts/tests/$name.log
  rm -f "$results"
  "${limited[@]}" dotnet test "$1" -c Release --no-build --nologo --logger "trx;LogFileName=$PWD/$results" </dev/null >"$log" 2>&1 || code=$?
  ran=$(grep -oE '<UnitTestResult ' "$results" 2>/dev/null | wc -l)
  good=$(count "$results" Passed) idle=$(count "$results" NotExecuted)
  bad=$((ran - good - idle))
  passed=$((passed + good)) skipped=$((skipped + idle)) failed=$((failed + bad))
  if [ "$bad" = 0 ] && [ "$code" = 0 ] && [ "$ran" -gt 0 ]; then
    echo "passed: $name ($good tests, $idle skipped, $((SECONDS - started)) s)"
    return
  fi

  echo "FAILED: $name ($bad of $ran tests failed)"
  if [ "$bad" -gt 0 ]; then
    grep -vE '^\[xUnit' "$log" | sed -n '/^ *Failed /,$p' | head -200
  else
    grep -vE '^(Test run for|A total of|Results File)|^$' "$log" | head -30 | cut -c1-200
  fi
  # A run that died, hung or found no test is a failure of its own.
  [ "$bad" -gt 0 ] || fail "$name ended with exit code $code after $ran tests"
}

. build/setup.sh
need_dotnet
need_libtorch
need_python
install_missing || exit
find_python || fail "no python3 with torch and numpy, the peer of the tests of derivatives"
want_data_peers

if ! build MetaDsl.sln; then
  fail "the build"
  exit
fi

shopt -s nullglob
for project in tests/*/*.csproj; do test_project "$(dirname "$project")"; done
for script in tests/*/*.sh; do check "${script#tests/}" bash "$script"; done
for project in samples/*/*.csproj; do
  sample=$(dirname "$project")
  if [ -f "$sample/quick.sh" ]; then
    check "$sample" bash "$sample/quick.sh"
    continue
  fi

  # What a sample is to do in a test, where that is not just --quick.
  arguments=$(cat "$sample/quick.args" 2>/dev/null || echo --quick)
  # shellcheck disable=SC2086 # several arguments
  check "$sample" dotnet run --project "$project" -c Release --no-build -- $arguments
done
for bench in bench/*/run.sh; do check "$bench" env METADSL_IS_BUILT=1 bash "$bench" --quick; done
# Here, where a signal still counts as a failure.
while [ -n "$(jobs -rp)" ]; do wait -n; done
