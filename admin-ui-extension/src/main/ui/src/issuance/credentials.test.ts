import { describe, expect, it } from "vitest";
import { curlLine, envFile } from "./credentials";

const TOKEN = "apptoken_" + "a".repeat(49);

describe("what an integrator is given", () => {
  const tokenUrl = "https://sso.example/realms/my%20shop/protocol/openid-connect/token";
  const credentials = { appKey: "appkey-shop-1", appToken: TOKEN, tokenUrl };

  it("is a file of settings", () => {
    expect(envFile(credentials)).toBe(
      `APP_KEY=appkey-shop-1\nAPP_TOKEN=${TOKEN}\n` +
        "TOKEN_URL=https://sso.example/realms/my%20shop/protocol/openid-connect/token\n",
    );
  });

  it("is a command with the two headers", () => {
    expect(curlLine(credentials, { appKey: "X-VTEX-API-AppKey", appToken: "X-VTEX-API-AppToken" })).toBe(
      "curl -X POST 'https://sso.example/realms/my%20shop/protocol/openid-connect/token' \\\n" +
        "  -H 'X-VTEX-API-AppKey: appkey-shop-1' \\\n" +
        `  -H 'X-VTEX-API-AppToken: ${TOKEN}' \\\n` +
        "  -d grant_type=client_credentials",
    );
  });

  it("takes the headers of the realm, quoted for the shell", () => {
    expect(curlLine(credentials, { appKey: "X-It's", appToken: "X-T" })).toContain(`-H 'X-It'\\''s: appkey-shop-1'`);
  });
});
