import { afterEach, describe, expect, it, vi } from "vitest";
import { composeMoment, isPast, ownZone, parseMoment, zoneAt, ZONES } from "./moment";

const CUTOFF = "2026-11-13T14:00:00-02:00";

describe("a moment", () => {
  it.each([
    [CUTOFF, "2026-11-13T14:00", "-02:00", "2026-11-13T16:00:00Z"],
    [" 2026-11-13T14:00Z ", "2026-11-13T14:00", "Z", "2026-11-13T14:00:00Z"],
    ["2026-11-13t14:00:07.5z", "2026-11-13T14:00:07", "Z", "2026-11-13T14:00:07Z"],
    ["2026-11-13T14:00:00+05", "2026-11-13T14:00", "+05:00", "2026-11-13T09:00:00Z"],
    ["2026-11-13T14:00:00+05:45:00", "2026-11-13T14:00", "+05:45", "2026-11-13T08:15:00Z"],
  ])("%s is %s at %s", (text, local, zone, at) => {
    expect(parseMoment(text)).toEqual({ local, zone, at: new Date(at) });
  });

  it.each(["", "2026-11-13", "2026-11-13T14:00:00", "13.11.2026 14:00", "2026-13-01T00:00Z", "2026-11-13T14:00:00-02:00[America/Noronha]"])(
    "%j is none, or has no time zone",
    (text) => {
      expect(parseMoment(text)).toBeUndefined();
      expect(isPast(text, new Date())).toBe(false);
    },
  );

  it("is past from its very second on", () => {
    expect(isPast(CUTOFF, new Date("2026-11-13T15:59:59.999Z"))).toBe(false);
    expect(isPast(CUTOFF, new Date("2026-11-13T16:00:00Z"))).toBe(true);
  });

  it("is put together from what the browser's field holds", () => {
    expect(composeMoment("2026-11-13T14:00", "-02:00")).toBe(CUTOFF);
    expect(composeMoment("2026-11-13T14:00:30", "Z")).toBe("2026-11-13T14:00:30Z");
    expect(composeMoment("", "Z")).toBe("");
  });

  it("has the zones of the world to choose from, the browser's own among them", () => {
    expect(ZONES.slice(0, 4)).toEqual(["-12:00", "-11:00", "-10:00", "-09:30"]);
    expect(ZONES).toContain("Z");
    expect(ZONES.at(-1)).toBe("+14:00");
    expect(new Set(ZONES).size).toBe(ZONES.length);
    expect(ZONES).toContain(ownZone("2026-07-01T12:00"));
    expect(new Date(composeMoment("2026-07-01T12:00", ownZone("2026-07-01T12:00")))).toEqual(new Date(2026, 6, 1, 12));
  });
});

describe("the offset for a date that is chosen", () => {
  /** A browser whose offset is -04:00 from April to October, else -05:00. */
  const summerTime = () =>
    vi.spyOn(Date.prototype, "getTimezoneOffset").mockImplementation(function (this: Date) {
      return this.getMonth() >= 3 && this.getMonth() <= 9 ? 240 : 300;
    });

  afterEach(() => vi.restoreAllMocks());

  it("is the browser's own of that date, across a change to summer time", () => {
    summerTime();

    expect(zoneAt("2027-07-01T12:00", undefined, undefined)).toBe("-04:00");
    expect(zoneAt("2027-07-01T12:00", parseMoment("2027-01-31T12:00:00-05:00"), undefined)).toBe("-04:00");
    expect(zoneAt("2027-01-31T12:00", parseMoment("2027-07-01T12:00:00-04:00"), undefined)).toBe("-05:00");
  });

  it("stays where it was typed or chosen", () => {
    summerTime();

    expect(zoneAt("2027-07-01T12:00", parseMoment("2027-01-31T12:00:00+01:00"), undefined)).toBe("+01:00");
    expect(zoneAt("2027-07-01T12:00", parseMoment("2027-01-31T12:00:00-05:00"), "-05:00")).toBe("-05:00");
    expect(zoneAt("2027-07-01T12:00", undefined, "Z")).toBe("Z");
    expect(zoneAt("2027-07-01T12:00", parseMoment("2027-01-31T12:00:00+01:00"), "Z")).toBe("+01:00");
  });
});
