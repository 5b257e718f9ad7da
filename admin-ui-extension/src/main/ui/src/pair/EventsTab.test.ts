// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { reasonMessageKey } from "./EventsTab";

describe("a reason", () => {
  it("of a newer server has no message", () => {
    expect(reasonMessageKey("WRONG_TOKEN")).toBe("appKeys.reason.WRONG_TOKEN");
    expect(reasonMessageKey("NEW")).toBeUndefined();
    expect(reasonMessageKey(undefined)).toBeUndefined();
  });
});
