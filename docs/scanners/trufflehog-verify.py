#!/usr/bin/env python3
"""Tells TruffleHog whether a pair of appKey and appToken works: trufflehog-verify.py <address of the realm> [port]

Answers 200 where an exchange succeeds or lacks a role only, 401 where it is refused, 503 where that is not known. It
listens on this machine only, and logs nothing that it is sent.
"""
import base64
import json
import sys
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, HTTPServer

REALM = sys.argv[1].rstrip("/")
PORT = int(sys.argv[2]) if len(sys.argv) > 2 else 8000
MAX_BYTES = 64 * 1024
MAX_PAIRS = 10


def status_of(app_key, app_token):
    basic = base64.b64encode(f"{app_key}:{app_token}".encode()).decode()
    request = urllib.request.Request(
        REALM + "/protocol/openid-connect/token",
        data=b"grant_type=client_credentials",
        headers={"Authorization": "Basic " + basic},
    )
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            return response.status
    except urllib.error.HTTPError as error:
        return 200 if error.code == 400 and json.load(error).get("error") == "unauthorized_client" else error.code
    except OSError:
        return 503


def check(found):
    pairs = [(key, token) for key in found["appKey"] for token in found["appToken"]]
    statuses = [status_of(key, token) for key, token in pairs[:MAX_PAIRS]]
    if 200 in statuses:
        return 200
    return 401 if statuses and all(status == 401 for status in statuses) else 503


class Verifier(BaseHTTPRequestHandler):
    def do_POST(self):
        try:
            length = min(int(self.headers["Content-Length"]), MAX_BYTES)
            status = check(json.loads(self.rfile.read(length))["KeycloakAppKeyPair"])
        except (KeyError, TypeError, ValueError):
            status = 400
        self.send_response(status)
        self.end_headers()

    def log_message(self, format, *args):
        pass


if __name__ == "__main__":
    HTTPServer(("127.0.0.1", PORT), Verifier).serve_forever()
