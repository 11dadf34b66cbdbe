#!/usr/bin/env bash
# Builds, tests and checks everything, from a fresh checkout on a machine that has only the .NET SDK.
# The last line alone says how many tests passed and failed; the exit code is 0 only when everything held.
set -u
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

failed_steps=()
step() {
  local name=$1
  shift
  echo "== $name"
  "$@" || failed_steps+=("$name")
}

if ! command -v dotnet >/dev/null; then
  echo "The .NET SDK is missing: install the version named in global.json." >&2
  echo "0 passed, 1 failed"
  exit 1
fi

# Pages that draw their rows with scripts are tested in a real browser, where one can be had.
if ! command -v chromium >/dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "== install chromium"
    # Without a network apt tries for many minutes; the rest of the tests must not wait for it.
    { timeout 60 apt-get update -qq && DEBIAN_FRONTEND=noninteractive timeout 240 apt-get install -y -qq chromium >/dev/null; } 2>&1 | tail -n 3
  fi
  command -v chromium >/dev/null ||
    echo "chromium is not installed and cannot be installed here: the rendering tests are skipped."
fi

step "restore" dotnet restore --locked-mode -v q
step "build" dotnet build --no-restore -v q

echo "== test"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet test --no-build 2>&1 | tee "$log"
[ "${PIPESTATUS[0]}" = 0 ] || failed_steps+=("test")
count() { grep -E "^ *$1: [0-9]+" "$log" | tail -n 1 | grep -oE '[0-9]+' || echo 0; }
passed=$(count succeeded)
failed=$(count failed)
skipped=$(count skipped)

step "format" dotnet format --no-restore --verify-no-changes
step "check-config" dotnet run --no-build --project src/Bot -- check-config --lang en

# A step that failed outside the tests must not hide behind a count of passed tests.
for name in "${failed_steps[@]+"${failed_steps[@]}"}"; do
  echo "FAILED: $name"
  if [ "$name" != test ] || [ "$failed" = 0 ]; then
    failed=$((failed + 1))
  fi
done
if [ "$passed" = 0 ] && [ "$failed" = 0 ]; then
  echo "FAILED: no test ran"
  failed=1
fi

line="$passed passed, $failed failed"
[ "$skipped" = 0 ] || line="$line, $skipped skipped"
echo "$line"
[ "$failed" = 0 ]
