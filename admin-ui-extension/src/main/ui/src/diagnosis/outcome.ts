import type { Diagnosis } from "../api/types";

export const OUTCOMES = ["ACCEPTED", "WARNED", "REFUSED"] as const;
type Outcome = (typeof OUTCOMES)[number];

/** The overall outcome of a diagnosis. */
export function outcomeOf({ verdict, findings }: Diagnosis): Outcome {
  return verdict === "ACCEPTED" && findings.some((finding) => finding.severity === "WARN") ? "WARNED" : verdict;
}
