#!/bin/sh
# Asks a gateway whether it refuses. Sends wrong, ended, foreign, role-less and alias-header pairs to an address behind
# it, and says what came through. Needs curl, and one right pair:
#
#   APP_KEY=… APP_TOKEN=… sh check-gateway.sh https://api.example.com/orders/
#
# Further pairs, where you have them: ENDED_TOKEN (an appToken of the same pair that was revoked or replaced),
# FOREIGN_KEY and FOREIGN_TOKEN (a pair of another realm), ROLELESS_KEY and ROLELESS_TOKEN (a pair without the role that
# the address needs). Where the API answers with the headers that it got (as docker/gateway/api does), ECHO=true looks
# into them, too. The end: 0 if all is as it should be, 1 if not, 2 where it could not be tried.
# Secrets go to curl by its standard input, so that no list of processes shows them.
set -u

url=${1:-}
if [ -z "$url" ] || [ -z "${APP_KEY:-}" ] || [ -z "${APP_TOKEN:-}" ]; then
    echo "usage: APP_KEY=… APP_TOKEN=… sh $0 ADDRESS" >&2
    exit 2
fi
command -v curl > /dev/null || { echo "curl is needed" >&2; exit 2; }

key_name=${APP_KEY_HEADER:-X-VTEX-API-AppKey}
token_name=${APP_TOKEN_HEADER:-X-VTEX-API-AppToken}
wrong=0
tried=0
answer=$(mktemp) || exit 2
trap 'rm -f "$answer"' EXIT INT TERM

# status of a call; headers as arguments, a method before them as METHOD
call() {
    for header in "$@"; do
        printf 'header = "%s"\n' "$header"
    done | curl -s -K - -o "$answer" -w '%{http_code}' --max-time 20 --path-as-is -X "${METHOD:-GET}" "$target" || true
}

# what it is, the statuses that are right (a pattern of case), and headers
expect() {
    what=$1
    right=$2
    shift 2
    status=$(call "$@")
    tried=$((tried + 1))
    case $status in
        $right) printf 'ok     %-52s %s\n' "$what" "$status" ;;
        *) printf 'WRONG  %-52s %s\n' "$what" "$status"; wrong=$((wrong + 1)) ;;
    esac
}

# refused: anything but success or a redirection; 000 is no answer
refuse() {
    what=$1
    shift
    expect "$what" '[45]??' "$@"
}

target=$url
expect "the right pair passes" '2??' "$key_name: $APP_KEY" "$token_name: $APP_TOKEN"
if [ "$wrong" -gt 0 ]; then
    echo "The right pair does not pass, so refusals would tell nothing." >&2
    exit 2
fi
if [ "${ECHO:-}" = true ]; then
    tried=$((tried + 1))
    if grep -qF "$APP_TOKEN" "$answer"; then
        echo "WRONG  the API gets the appToken"; wrong=$((wrong + 1))
    else
        echo "ok     the API does not get the appToken"
    fi
fi

refuse "no pair"
refuse "the appKey alone" "$key_name: $APP_KEY"
refuse "the appToken alone" "$token_name: $APP_TOKEN"
refuse "an unknown appKey" "$key_name: no-such-appkey" "$token_name: $APP_TOKEN"
refuse "a mistyped appToken" "$key_name: $APP_KEY" "$token_name: ${APP_TOKEN}x"
refuse "an appToken that was made up" "$key_name: $APP_KEY" \
    "$token_name: apptoken_0000000000000000000000000000000000000000000000000"
refuse "halves swapped" "$key_name: $APP_TOKEN" "$token_name: $APP_KEY"
refuse "a doubled appKey" "$key_name: $APP_KEY" "$key_name: $APP_KEY" "$token_name: $APP_TOKEN"
refuse "a bearer token that is none" "Authorization: Bearer none"
refuse "the headers that the gateway sets, sent by a caller" "X-App-Key: $APP_KEY" "X-App-Roles: admin" \
    "Authorization: Bearer none"
for sign in _ .; do
    alias_key=$(printf %s "$key_name" | tr - "$sign")
    alias_token=$(printf %s "$token_name" | tr - "$sign")
    refuse "the pair as $alias_key" "$alias_key: $APP_KEY" "$alias_token: $APP_TOKEN"
done
METHOD=OPTIONS
refuse "OPTIONS without a pair (fails where preflights may pass)"
METHOD=POST
refuse "POST without a pair"
METHOD=PROPFIND
refuse "PROPFIND without a pair"
METHOD=GET
for rest in '/../' '//' '/%2e%2e/' '/..;/'; do
    target=${url%/}$rest
    refuse "no pair at …$rest"
done
target="$url?preflight=allow&token=false"
refuse 'no pair at …?preflight=allow&token=false'
target=$url

[ -n "${ENDED_TOKEN:-}" ] && refuse "an ended appToken" "$key_name: $APP_KEY" "$token_name: $ENDED_TOKEN"
[ -n "${FOREIGN_KEY:-}" ] && refuse "a pair of another realm" "$key_name: $FOREIGN_KEY" "$token_name: $FOREIGN_TOKEN"
[ -n "${ROLELESS_KEY:-}" ] && refuse "a pair without the role" "$key_name: $ROLELESS_KEY" \
    "$token_name: $ROLELESS_TOKEN"

if [ "${ECHO:-}" = true ]; then
    tried=$((tried + 1))
    call "$key_name: $APP_KEY" "$token_name: $APP_TOKEN" "X-App-Roles: forged" "X_App_Roles: forged" \
        "X_App_Key: forged" "X.App.Key: forged" "X-App-Key-Error: forged" "X-App-Roles-Omitted: forged" \
        > /dev/null
    if grep -q forged "$answer"; then
        echo "WRONG  the API gets headers of the caller that the gateway must overwrite"; wrong=$((wrong + 1))
    else
        echo "ok     forged headers do not reach the API"
    fi
fi

echo "$tried tried, $wrong wrong"
[ "$wrong" -eq 0 ]
