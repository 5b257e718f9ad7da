import type { PairStatus, TokenStatus } from "../api/types";

export const PAIR_STATUSES = [
  "ACTIVE",
  "NO_ROLE",
  "DISABLED",
  "BROKEN",
  "EXPIRED",
] as const satisfies readonly PairStatus[];

type Colour = "green" | "orange" | "grey" | "red";

const COLOURS: Record<PairStatus | TokenStatus, Colour> = {
  ACTIVE: "green",
  NO_ROLE: "orange",
  EXPIRING: "orange",
  DISABLED: "grey",
  BROKEN: "red",
  EXPIRED: "red",
};

/** The colour of a status; grey for one that only a newer server knows. */
export function colourOf(status: string): Colour {
  return Object.hasOwn(COLOURS, status) ? COLOURS[status as keyof typeof COLOURS] : "grey";
}

/** The key of the message for a status; undefined for one that only a newer server knows. */
export function statusMessageKey(status: string): string | undefined {
  return Object.hasOwn(COLOURS, status) ? `appKeys.status.${status}` : undefined;
}
