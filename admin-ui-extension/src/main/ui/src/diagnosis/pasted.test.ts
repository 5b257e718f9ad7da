import { describe, expect, it } from "vitest";
import { halvesOf, pasteOf } from "./pasted";

describe("what is pasted", () => {
  it.each([
    ["", 0, 0, "token\n", { shown: "token", sent: "token\n" }],
    ["", 0, 0, "\r\nto\nken", { shown: "token", sent: "\r\nto\nken" }],
    ["old", 0, 3, "token\n", { shown: "token", sent: "token\n" }],
    ["ab", 1, 1, "-\n-", { shown: "a--b", sent: "a-\n-b" }],
    ["", 0, 0, " token\t", undefined],
  ])("into %j from %i to %i, %j, keeps its line breaks", (value, start, end, text, paste) => {
    expect(pasteOf(value, start, end, text)).toEqual(paste);
  });

  it("is sent as it is, a half that is not at hand left out", () => {
    expect(halvesOf(" erp", "token\n")).toEqual({ appKey: " erp", appToken: "token\n" });
    expect(halvesOf("", "token")).toEqual({ appToken: "token" });
    expect(halvesOf("erp", "")).toEqual({ appKey: "erp" });
    expect(halvesOf("", "")).toBeUndefined();
  });
});
