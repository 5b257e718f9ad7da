#!/usr/bin/env bash
# Runs the integration tests in several Keycloaks and writes what came of it into docs/compatibility.md.
#   tests/matrix.sh                                  all below: hours
#   tests/matrix.sh 26.4.7 26.5.0:smoke              these versions, on H2
#   tests/matrix.sh 26.7.5:whole:postgres            on a database of this host: h2, postgres or mariadb
#   tests/matrix.sh 26.4.7:whole:h2:Renewal*IT       some classes only, to look into a failure: the table stays
#   tests/matrix.sh --report FOLDER 26.4.7:whole:h2  counts reports that are there already, and runs nothing
#   tests/matrix.sh --table                          writes the table alone, from tests/matrix.tsv
# MVN names the command, by default: mvn -B -ntp
set -euo pipefail
cd "$(dirname "$0")/.."

results=tests/matrix.tsv
reports=tests/integration/target/failsafe-reports
all=(26.4.0:smoke 26.4.7 26.5.0:smoke 26.5.6 26.7.0 26.7.5 26.7.5:whole:postgres 26.7.5:whole:mariadb)
read -ra mvn <<< "${MVN:-mvn -B -ntp}"

count() { # a folder of reports, an attribute of their suites: the sum
    cat "$1"/TEST-*.xml 2> /dev/null | tr '\n' ' ' | grep -o '<testsuite [^>]*>' |
        sed -n "s/.* $2=\"\([0-9]*\)\".*/\1/p" | awk '{ sum += $1 } END { print sum + 0 }'
}

keep() { # a folder of reports, version, database, set: a line of the results, instead of the one before
    local tests failed skipped
    tests=$(count "$1" tests)
    failed=$(($(count "$1" failures) + $(count "$1" errors)))
    skipped=$(count "$1" skipped)
    [ "$tests" -gt 0 ] || { echo "no test ran in $2" >&2; return 1; }
    touch "$results"
    {
        awk -F '\t' -v v="$2" -v d="$3" -v s="$4" '!($1 == v && $2 == d && $3 == s)' "$results"
        printf '%s\t%s\t%s\t%d\t%d\t%d\t%s\n' "$2" "$3" "$4" $((tests - failed - skipped)) "$failed" "$skipped" \
            "$(date -u +%F)"
    } | sort -t . -k 2,2n -k 3,3n > "$results.new"
    mv "$results.new" "$results"
    [ "$failed" -eq 0 ] || { echo "$failed tests failed in $2 on $3" >&2; return 1; }
}

table() {
    awk -F '\t' -v results="$results" '
        /^<!-- matrix -->/ {
            print; print ""; print "| Keycloak | database | tests | passed | failed | skipped | run |"
            print "|---|---|---|---|---|---|---|"
            while ((getline line < results) > 0) {
                split(line, f, "\t")
                printf "| %s | %s | %s | %s | %s | %s | %s |\n", f[1], f[2], f[3], f[4], f[5], f[6], f[7]
            }
            print ""; within = 1
        }
        /^<!-- end of matrix -->/ { within = 0 }
        !within { print }' docs/compatibility.md > docs/compatibility.md.new
    mv docs/compatibility.md.new docs/compatibility.md
}

run() { # version, set, database, classes
    local options=(-Dkeycloak.version="$1" -Dtest.database="$3" -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false)
    [ "$2" = whole ] || options+=("-P$2")
    [ -z "$4" ] || options+=("-Dit.test=$4" -Dfailsafe.failIfNoSpecifiedTests=false)
    rm -rf "$reports"
    "${mvn[@]}" verify -pl tests/integration -am -Dmaven.test.failure.ignore=true "${options[@]}"
    [ -n "$4" ] || keep "$reports" "$1" "$3" "$2"
}

case ${1:-} in
    --table) table; exit ;;
    --report) folder=$2; shift 2 ;;
esac
[ $# -gt 0 ] || set -- "${all[@]}"
rc=0
for each in "$@"; do
    IFS=: read -r version set database classes <<< "$each"
    if [ -n "${folder:-}" ]; then
        keep "$folder" "$version" "${database:-h2}" "${set:-whole}" || rc=1
    else
        echo "== Keycloak $each"
        run "$version" "${set:-whole}" "${database:-h2}" "${classes:-}" || rc=1
    fi
    table
done
exit $rc
