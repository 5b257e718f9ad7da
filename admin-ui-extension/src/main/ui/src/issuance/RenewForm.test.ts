// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { overlapSeconds } from "./RenewForm";

describe("the overlap of a renewal", () => {
  it("is in seconds, null until it is finished, and absent for what the realm has set", () => {
    expect(overlapSeconds("realm")).toBeUndefined();
    expect(overlapSeconds("manual")).toBeNull();
    expect(overlapSeconds("0")).toBe(0);
    expect(overlapSeconds("7")).toBe(604_800);
  });
});
