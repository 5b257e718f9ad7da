import type { Diagnosis } from "../api/types";

export const OUTCOMES = ["ACCEPTED", "WARNED", "REFUSED"] as const;
type Outcome = (typeof OUTCOMES)[number];

/** How a diagnosis ends, in one word. */
export function outcomeOf({ verdict, findings }: Diagnosis): Outcome {
  return verdict === "ACCEPTED" && findings.some((finding) => finding.severity === "WARN") ? "WARNED" : verdict;
}
