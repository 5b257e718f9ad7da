import { describe, expect, it } from "vitest";
import { expiresAt, localDateTime } from "./expiry";

describe("expiry", () => {
  const now = new Date("2026-11-22T10:00:00.123Z");

  it.each([
    ["30", "2026-12-22T10:00:00Z"],
    ["90", "2027-02-20T10:00:00Z"],
    ["365", "2027-11-22T10:00:00Z"],
    ["never", undefined],
  ] as const)("in %s days is %s", (expiry, moment) => {
    expect(expiresAt(expiry, "", now)).toBe(moment);
  });

  it("at a picked moment is that moment, in the browser's time zone", () => {
    expect(expiresAt("custom", "2027-01-31T12:30", now)).toBe(
      new Date(2027, 0, 31, 12, 30).toISOString().replace(".000", ""),
    );
  });

  it.each(["", "tomorrow", "2020-01-01T00:00"])("at %j is refused", (picked) => {
    expect(expiresAt("custom", picked, now)).toBeNull();
  });

  it("is offered as the browser's field wants it", () => {
    expect(localDateTime(new Date(2027, 0, 5, 7, 9))).toBe("2027-01-05T07:09");
  });
});
