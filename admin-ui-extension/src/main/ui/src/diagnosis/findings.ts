import type { Diagnosis, Severity } from "../api/types";

export const SEVERITIES = ["OK", "WARN", "ERROR"] as const satisfies readonly Severity[];

export const OUTCOMES = ["ACCEPTED", "WARNED", "REFUSED"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How a diagnosis ends, in one word. */
export function outcomeOf({ verdict, findings }: Diagnosis): Outcome {
  return verdict === "ACCEPTED" && findings.some((finding) => finding.severity === "WARN") ? "WARNED" : verdict;
}
