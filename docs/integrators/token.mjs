// Node.js 18 or newer. Keeps one access token until shortly before it ends.
export class TokenKeeper {
  #token;
  #until = 0;
  #fetching;

  constructor(tokenUrl, appKey, appToken) {
    this.tokenUrl = tokenUrl;
    this.headers = { "X-VTEX-API-AppKey": appKey, "X-VTEX-API-AppToken": appToken };
  }

  /** Calls an API. Where it answers 401, once more with a new token. */
  async fetch(url, options = {}) {
    const call = (token) =>
      fetch(url, { ...options, headers: { ...options.headers, Authorization: `Bearer ${token}` } });
    const sent = await this.token();
    const answer = await call(sent);
    return answer.status === 401 ? call(await this.token(sent)) : answer;
  }

  /** One call fetches, the others wait for it. */
  async token(refused) {
    if (this.#token === undefined || Date.now() >= this.#until || this.#token === refused) {
      this.#fetching ??= this.#fetch().finally(() => (this.#fetching = undefined));
      await this.#fetching;
    }
    return this.#token;
  }

  async #fetch() {
    const answer = await fetch(this.tokenUrl, {
      method: "POST",
      headers: this.headers,
      body: new URLSearchParams({ grant_type: "client_credentials" }),
      signal: AbortSignal.timeout(30_000),
    });
    if (!answer.ok) {
      throw new Error(`No token: ${answer.status} ${await answer.text()}`);
    }
    const { access_token, expires_in } = await answer.json();
    this.#token = access_token;
    this.#until = Date.now() + (expires_in - 30) * 1000;
  }
}

const { TOKEN_URL, APP_KEY, APP_TOKEN, API_URL } = process.env;
const keeper = new TokenKeeper(TOKEN_URL, APP_KEY, APP_TOKEN);
for (let i = 0; i < 2; i++) {
  console.log((await keeper.fetch(API_URL)).status);
}
