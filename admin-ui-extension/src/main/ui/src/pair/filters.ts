import type { PairQuery } from "../api/types";
import { ALL_PAIRS } from "../routes/list";

/** The days to choose from; an address may have others. */
export const EXPIRY_DAYS = ["1", "7", "30", "90"];
export const UNUSED_DAYS = ["7", "30", "90", "180", "365"];

/** The value of the choice of the last use for pairs that were never used. */
export const NEVER = "never";

/** The filters of the panel: each is one choice there, and one chip. */
export const PANEL = ["expires", "use", "claim", "renewal", "role", "contact"] as const;
export type PanelFilter = (typeof PANEL)[number];

/** The parts of the query that each filter of the panel is about. */
const PARTS: Record<PanelFilter, readonly (keyof PairQuery)[]> = {
  expires: ["expiresWithinDays"],
  use: ["unusedDays", "neverUsed"],
  claim: ["claim"],
  renewal: ["renewal"],
  role: ["role"],
  contact: ["contact"],
};

/** The value of a filter of the panel; empty if it filters nothing. */
export function valueOf(query: PairQuery, filter: PanelFilter): string {
  if (filter === "use" && query.neverUsed !== "") {
    return NEVER;
  }
  return query[PARTS[filter][0] ?? "search"];
}

/** The query with another value of a filter of the panel. */
export function withValue(query: PairQuery, filter: PanelFilter, value: string): PairQuery {
  const cleared = { ...query, ...Object.fromEntries(PARTS[filter].map((part) => [part, ALL_PAIRS[part]])) };
  if (filter === "use" && value === NEVER) {
    return { ...cleared, neverUsed: "true" };
  }
  return { ...cleared, [PARTS[filter][0] ?? "search"]: value };
}

/** The filters of the panel that filter something. */
export function activeOf(query: PairQuery): PanelFilter[] {
  return PANEL.filter((filter) => valueOf(query, filter) !== "");
}

/** The known days, and the one of the query if it is another. */
export function choices(known: readonly string[], value: string): string[] {
  const all = value === "" || value === NEVER || known.includes(value) ? known : [...known, value];
  return [...all].sort((one, other) => Number(one) - Number(other));
}
