import { describe, expect, it } from "vitest";
import { colourOf, statusMessageKey } from "./status";

describe("status", () => {
  it.each([
    ["ACTIVE", "green"],
    ["NO_ROLE", "orange"],
    ["EXPIRING", "orange"],
    ["DISABLED", "grey"],
    ["EXPIRED", "red"],
    ["toString", "grey"],
  ])("%s is %s", (status, colour) => {
    expect(colourOf(status)).toBe(colour);
  });

  it("of a newer server is shown as it is", () => {
    expect(statusMessageKey("ACTIVE")).toBe("appKeys.status.ACTIVE");
    expect(statusMessageKey("PAUSED")).toBeUndefined();
  });
});
