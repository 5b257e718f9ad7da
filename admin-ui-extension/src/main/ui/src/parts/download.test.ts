// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from "vitest";
import { csvSeparator, download } from "./download";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it.each([
  ["en", ","],
  ["pt-BR", ";"],
  ["es", ";"],
])("a spreadsheet in %s expects %s", (locale, separator) => {
  expect(csvSeparator(locale)).toBe(separator);
});

describe("a download", () => {
  it("leaves no URL behind", () => {
    const urls = { createObjectURL: vi.fn(() => "blob:1"), revokeObjectURL: vi.fn() };
    vi.stubGlobal("URL", urls);
    const click = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);

    download("erp.env", "APP_KEY=1");

    expect(click).toHaveBeenCalledOnce();
    expect(urls.revokeObjectURL).toHaveBeenCalledWith("blob:1");
    expect(document.querySelector("a[download]")).toBeNull();
  });
});
