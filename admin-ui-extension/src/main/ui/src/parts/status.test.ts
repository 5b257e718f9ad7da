import { describe, expect, it } from "vitest";
import { colourOf, saysNothingMore, statusMessageKey, statusReasonKey } from "./status";

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

  it("has a reason, unless that is the status again", () => {
    expect(statusReasonKey("REVOKED")).toBe("appKeys.statusReason.REVOKED");
    expect(statusReasonKey("toString")).toBeUndefined();
    expect(saysNothingMore("EXPIRED", "EXPIRED")).toBe(true);
    expect(saysNothingMore("EXPIRED", "REVOKED")).toBe(false);
  });
});
