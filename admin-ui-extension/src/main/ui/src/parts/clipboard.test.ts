// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { copyFrom } from "./clipboard";

const source = document.createElement("pre");
const writeText = vi.fn<(text: string) => Promise<void>>();

beforeEach(() => {
  source.textContent = "curl";
  document.body.append(source);
  vi.stubGlobal("navigator", { clipboard: { writeText } });
  Object.assign(document, { execCommand: () => false });
});

afterEach(() => {
  getSelection()?.removeAllRanges();
  vi.unstubAllGlobals();
  source.remove();
});

it("is told to be copied where the browser did so", async () => {
  writeText.mockResolvedValue();

  expect(await copyFrom(source, "curl -X")).toBe(true);
  expect(writeText).toHaveBeenCalledWith("curl -X");
  expect(getSelection()?.toString()).toBe("");
});

it("is selected, and told not to be copied, where the browser denies it", async () => {
  writeText.mockRejectedValue(new DOMException("denied", "NotAllowedError"));

  expect(await copyFrom(source, "curl")).toBe(false);
  expect(getSelection()?.toString()).toBe("curl");
});

it("is copied as selected without https", async () => {
  vi.stubGlobal("navigator", {});
  Object.assign(document, { execCommand: () => true });
  const input = document.createElement("input");
  input.value = "apptoken";
  document.body.append(input);

  expect(await copyFrom(input, "apptoken")).toBe(true);
  expect(input.selectionEnd).toBe(8);
  input.remove();
});

it("is told not to be copied by a browser without any of it", async () => {
  vi.stubGlobal("navigator", {});
  Object.assign(document, { execCommand: undefined });

  expect(await copyFrom(source, "curl")).toBe(false);
});
