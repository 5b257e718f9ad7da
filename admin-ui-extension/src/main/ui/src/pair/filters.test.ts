import { describe, expect, it } from "vitest";
import { ALL_PAIRS } from "../routes/list";
import { activeOf, choices, EXPIRY_DAYS, NEVER, PANEL, valueOf, withValue } from "./filters";

describe("the filters of the panel", () => {
  it.each(PANEL.map((filter) => [filter]))("%s is set, read and cleared", (filter) => {
    const set = withValue(ALL_PAIRS, filter, "7");
    expect(valueOf(set, filter)).toBe("7");
    expect(activeOf(set)).toEqual([filter]);
    expect(withValue(set, filter, "")).toEqual(ALL_PAIRS);
  });

  it("know never used and not used for long as one choice", () => {
    const never = withValue({ ...ALL_PAIRS, unusedDays: "30" }, "use", NEVER);
    expect(never).toEqual({ ...ALL_PAIRS, neverUsed: "true" });
    expect(valueOf(never, "use")).toBe(NEVER);
    expect(withValue(never, "use", "90")).toEqual({ ...ALL_PAIRS, unusedDays: "90" });
  });

  it("leave search and status alone", () => {
    const query = { ...ALL_PAIRS, search: "erp", status: "ACTIVE" as const };
    expect(activeOf(query)).toEqual([]);
    expect(withValue(query, "role", "a")).toEqual({ ...query, role: "a" });
  });

  it("offer the days of the address, too", () => {
    expect(choices(EXPIRY_DAYS, "14")).toEqual(["1", "7", "14", "30", "90"]);
    expect(choices(EXPIRY_DAYS, "7")).toEqual(EXPIRY_DAYS);
  });
});
