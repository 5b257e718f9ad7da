// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { networksOf, networksText } from "./PairFields";

describe("networks", () => {
  it("are read as one types them", () => {
    expect(networksOf(" 10.0.0.0/8\n\n192.0.2.7, 2001:db8::/32;::1 ")).toEqual([
      "10.0.0.0/8",
      "192.0.2.7",
      "2001:db8::/32",
      "::1",
    ]);
    expect(networksOf("  \n")).toEqual([]);
    expect(networksText(["::1", "10.0.0.1"])).toBe("::1\n10.0.0.1");
  });
});
