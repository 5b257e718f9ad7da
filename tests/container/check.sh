#!/usr/bin/env bash
# Checks docker/ as far as the machine allows; needs no image registry.
#   tests/container/check.sh [Keycloak's zip]      after mvn package
# With a Docker engine and the zip it builds the image on a stand-in for Keycloak's own, and looks into it.
set -euo pipefail

cd "$(dirname "$0")/../.."
zip=${1:-}
[ -z "$zip" ] || [ -f "$zip" ] || { echo "no such file: $zip" >&2; exit 2; }

ok() { echo "ok       $*"; }
skipped() { echo "skipped  $*"; }
fail() { echo "FAILED   $*" >&2; exit 1; }

if docker compose version > /dev/null 2>&1; then
    docker compose -f docker/compose.yml config -q || fail 'compose.yml'
    ok 'compose.yml'
else
    skipped 'compose.yml: docker has no compose plugin here'
fi

if ! docker version > /dev/null 2>&1; then
    skipped 'Dockerfile: no Docker engine can be reached'
    exit
elif [ -z "$zip" ]; then
    skipped "Dockerfile: give the path of Keycloak's zip to have it built"
    exit
fi

shopt -s nullglob
jars=(dist/target/keycloak-app-keys-*.jar)
[ ${#jars[@]} -eq 1 ] || fail "dist/target should hold one jar of ours, and holds ${#jars[@]}: mvn clean package"
jar=$(basename "${jars[0]}")

base=app-keys-check:base-$$
builder=app-keys-check:builder-$$
image=app-keys-check:image-$$
log=$(mktemp)
trap 'rm -f "$log"; docker rmi "$image" "$builder" "$base" > /dev/null 2>&1 || true' EXIT

tests/container/stand-in.sh "$zip" "$base" > "$log" 2>&1 || { cat "$log" >&2; fail "stand-in for Keycloak's image"; }
ok "stand-in for Keycloak's image"

# The classic builder is the one that knows least. The first stage gets a name so that it can be removed.
build() {
    DOCKER_BUILDKIT=0 docker build --force-rm --build-arg KEYCLOAK_IMAGE="$base" -f docker/Dockerfile "$@" . \
        > "$log" 2>&1 || { cat "$log" >&2; fail 'Dockerfile'; }
}
build --target builder -t "$builder"
build -t "$image"
ok 'Dockerfile builds'

docker run --rm --entrypoint bash "$image" -c '
    echo "uid=$(id -u)"
    for provider in /opt/keycloak/providers/*.jar; do echo "jar=${provider##*/}"; done
    [ -w /opt/keycloak/data ] && echo "data=writable"
    /opt/keycloak/bin/kc.sh show-config' > "$log" 2>&1 || { cat "$log" >&2; fail 'running the image'; }

seen() {
    grep -qE -- "$2" "$log" || { cat "$log" >&2; fail "$1"; }
    ok "$1"
}
seen 'runs as user 1000, not as root' '^uid=1000$'
seen 'can write where it keeps its data' '^data=writable$'
[ "$(grep '^jar=' "$log")" = "jar=$jar" ] || { cat "$log" >&2; fail "providers/ should hold $jar alone"; }
ok "providers/ holds $jar alone"
seen 'was built with our provider' "kc\.provider\.file\.${jar//./\\.}\.last-modified = .*\(Persisted\)"
seen 'was built for PostgreSQL' 'kc\.db = +postgres \(Persisted\)'
seen 'was built with health' 'kc\.health-enabled = +true \(Persisted\)'
seen 'was built with metrics' 'kc\.metrics-enabled = +true \(Persisted\)'
