#!/bin/sh
# Looks after a pair, with curl alone:
#   app-key.sh check    tells what the pair is and may do, as JSON
#   app-key.sh renew    gets a new appToken and puts it into APP_TOKEN_FILE; the old one ends when the new one is used
#   app-key.sh revoke   ends the appToken now
#   app-key.sh token    prints an access token, which is kept until shortly before it ends
# Environment:
#   REALM_URL        such as https://sso.example.org/realms/shop
#   APP_KEY          the appKey
#   APP_TOKEN_FILE   a file that holds the appToken and nothing else, and that its owner alone can read
#   STORE            optional, for renew: a command that gets the new appToken on its standard input before that is used
#   TOKEN_FILE       optional, for token: where the access token is kept
# No secret is ever an argument of a program, where the list of processes would show it.
set -eu
: "${REALM_URL:?}" "${APP_KEY:?}" "${APP_TOKEN_FILE:?}"
umask 077
newline='
'

fail() {
    echo "$1" >&2
    exit 1
}

# call METHOD URL [option of curl ...]: sets status and body. A server that cannot be reached has the status 000.
call() {
    method=$1 url=$2
    shift 2
    app_token=
    read -r app_token < "$APP_TOKEN_FILE" || [ -n "$app_token" ] || fail "no appToken in $APP_TOKEN_FILE"
    answer=$(curl -sS -K - -X "$method" --max-time 30 -w '\n%{http_code}' "$@" "$url" <<EOF
header = "X-VTEX-API-AppKey: $APP_KEY"
header = "X-VTEX-API-AppToken: $app_token"
EOF
    ) || true
    status=${answer##*"$newline"}
    body=${answer%"$newline"*}
}

# expect STATUS: ends the script where the answer is another one. The body of a refusal holds no secret.
expect() {
    [ "$status" = "$1" ] || fail "$status $body"
}

# field NAME: its text or number in the body
field() {
    sed -n 's/.*"'"$1"'":"\{0,1\}\([^",}]*\).*/\1/p' <<EOF
$body
EOF
}

# The old appToken is kept beside the new one until the server has taken that: it works until then.
renew() {
    mkdir "$APP_TOKEN_FILE.lock" 2> /dev/null || fail "another renewal runs, or left $APP_TOKEN_FILE.lock behind"
    trap 'rmdir "$APP_TOKEN_FILE.lock"' EXIT
    trap 'exit 1' HUP INT TERM
    call POST "$REALM_URL/app-keys/self/renewal"
    expect 201
    new=$(field appToken)
    case $new in apptoken_*) ;; *) fail "the answer holds no appToken" ;; esac
    cat > "$APP_TOKEN_FILE.new" <<EOF
$new
EOF
    if [ -n "${STORE:-}" ]; then
        sh -c "$STORE" < "$APP_TOKEN_FILE.new" || fail "the new appToken was not stored: the old one works on"
    fi
    cp "$APP_TOKEN_FILE" "$APP_TOKEN_FILE.old"
    mv "$APP_TOKEN_FILE.new" "$APP_TOKEN_FILE"
    call GET "$REALM_URL/app-keys/self"
    case $status in
    200) rm "$APP_TOKEN_FILE.old" ;;
    401)
        mv "$APP_TOKEN_FILE.old" "$APP_TOKEN_FILE"
        fail "the new appToken was refused, the old one is back: $body"
        ;;
    *) echo "renewed; the old appToken works until the new one is used: $status" >&2 ;;
    esac
}

token() {
    kept="${TOKEN_FILE:-$APP_TOKEN_FILE.access}"
    until=0
    if [ -r "$kept" ]; then
        read -r until token < "$kept"
    fi
    if [ "$(date +%s)" -ge "$until" ]; then
        call POST "$REALM_URL/protocol/openid-connect/token" -d grant_type=client_credentials
        expect 200
        lives=$(field expires_in)
        token=$(field access_token)
        cat > "$kept.new" <<EOF
$(($(date +%s) + ${lives:-60} - 30)) $token
EOF
        mv "$kept.new" "$kept"
    fi
    cat <<EOF
$token
EOF
}

case "${1:-}" in
check)
    call GET "$REALM_URL/app-keys/self"
    expect 200
    cat <<EOF
$body
EOF
    ;;
renew) renew ;;
revoke)
    call POST "$REALM_URL/app-keys/self/revocation"
    expect 204
    ;;
token) token ;;
*) fail "app-key.sh check|renew|revoke|token" ;;
esac
