import { describe, expect, it } from "vitest";
import type { Diagnosis, Severity } from "../api/types";
import { outcomeOf } from "./outcome";

describe("a diagnosis", () => {
  const diagnosis = (verdict: Diagnosis["verdict"], ...severities: Severity[]): Diagnosis => ({
    verdict,
    appKey: null,
    findings: severities.map((severity) => ({ code: "NO_ROLE", severity, message: "", fix: null })),
    token: null,
  });

  it("ends well, with warnings, or badly", () => {
    expect(outcomeOf(diagnosis("ACCEPTED", "OK", "OK"))).toBe("ACCEPTED");
    expect(outcomeOf(diagnosis("ACCEPTED", "OK", "WARN"))).toBe("WARNED");
    expect(outcomeOf(diagnosis("REFUSED", "WARN", "ERROR"))).toBe("REFUSED");
  });
});
