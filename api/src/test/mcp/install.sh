#!/bin/sh
# Puts the foreign MCP servers and clients of the tests into the folder named, unless they are there already.
# Without npm, or without a way to its packages, the tests that need them say so and are skipped.
set -u
here=$(dirname "$0")
into=$1
if ! command -v npm > /dev/null 2>&1; then
  echo "mcp: npm is not installed: tests with foreign MCP servers and clients will be skipped"
  exit 0
fi
mkdir -p "$into"
wanted=$(cat "$here/package.json" "$here/package-lock.json" | cksum)
if [ -f "$into/.installed" ] && [ "$(cat "$into/.installed")" = "$wanted" ]; then
  exit 0
fi
cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$here/client.mjs" "$into/"
if (cd "$into" && npm ci --omit=optional --no-progress --loglevel=error > npm.log 2>&1); then
  echo "$wanted" > "$into/.installed"
  echo "mcp: foreign servers and clients installed"
else
  echo "mcp: npm could not install them (see $into/npm.log): tests with foreign MCP servers and clients will be skipped"
fi
