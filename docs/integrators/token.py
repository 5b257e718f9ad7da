"""Python 3, standard library only. Keeps one access token until shortly before it ends."""
import json
import os
import threading
import time
import urllib.error
import urllib.request


class TokenKeeper:
    def __init__(self, token_url, app_key, app_token):
        self._request = urllib.request.Request(
            token_url,
            data=b"grant_type=client_credentials",
            headers={"X-VTEX-API-AppKey": app_key, "X-VTEX-API-AppToken": app_token},
        )
        self._lock = threading.Lock()
        self._token = None
        self._until = 0.0

    def get(self, url):
        """Calls an API. Where it answers 401, once more with a new token."""
        sent = self._current()
        status, body = self._send(url, sent)
        return self._send(url, self._current(refused=sent)) if status == 401 else (status, body)

    def _current(self, refused=None):
        with self._lock:  # one thread fetches, the others wait for it
            if self._token is None or time.monotonic() >= self._until or self._token == refused:
                try:
                    with urllib.request.urlopen(self._request, timeout=30) as answer:
                        fetched = json.load(answer)
                except urllib.error.HTTPError as error:
                    raise RuntimeError(f"No token: {error.code} {error.read().decode()}") from None
                self._token = fetched["access_token"]
                self._until = time.monotonic() + fetched["expires_in"] - 30
            return self._token

    @staticmethod
    def _send(url, token):
        request = urllib.request.Request(url, headers={"Authorization": f"Bearer {token}"})
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()


if __name__ == "__main__":
    env = os.environ
    keeper = TokenKeeper(env["TOKEN_URL"], env["APP_KEY"], env["APP_TOKEN"])
    for _ in range(2):
        print(keeper.get(env["API_URL"])[0])
