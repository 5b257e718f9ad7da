import { afterEach, describe, expect, it, vi } from "vitest";
import { ALL_PAIRS } from "../routes/list";
import { Api } from "./Api";

afterEach(() => vi.unstubAllGlobals());

describe("calls", () => {
  const answer = (status: number, body: unknown) => vi.fn(() => Promise.resolve(new Response(JSON.stringify(body), { status })));
  const api = new Api("https://sso.example/auth", "my shop", () => Promise.resolve("access"));

  it("go to the realm, with the console's token, and past every cache", async () => {
    const fetched = answer(200, []);
    vi.stubGlobal("fetch", fetched);

    await api.list({ ...ALL_PAIRS, search: "a&b", neverUsed: "true" }, { sort: "label", order: "asc" }, 20, 10);

    expect(fetched).toHaveBeenCalledWith(
      "https://sso.example/auth/admin/realms/my%20shop/app-keys?search=a%26b&neverUsed=true&sort=label&order=asc&first=20&max=10",
      expect.objectContaining({
        cache: "no-store",
        headers: { Accept: "application/json", Authorization: "Bearer access" },
      }),
    );
  });

  it("for a diagnosis ask for the administrator's language", async () => {
    const fetched = answer(200, {});
    vi.stubGlobal("fetch", fetched);

    await api.diagnosePasted({ appToken: "a\n" }, "pt_BR");

    expect(fetched).toHaveBeenCalledWith(
      "https://sso.example/auth/admin/realms/my%20shop/app-keys/diagnosis",
      expect.objectContaining({
        method: "POST",
        body: '{"appToken":"a\\n"}',
        headers: expect.objectContaining({ "Accept-Language": "pt-BR" }) as unknown,
      }),
    );
  });

  it("fail in the server's words", async () => {
    vi.stubGlobal("fetch", answer(409, { errorMessage: "The appKey is taken" }));
    await expect(api.create({ label: "ERP" })).rejects.toMatchObject({ status: 409, message: "The appKey is taken" });

    vi.stubGlobal("fetch", vi.fn(() => Promise.resolve(new Response("<html>", { status: 502 }))));
    await expect(api.pair("erp")).rejects.toMatchObject({ status: 502, message: "HTTP 502" });
  });
});
