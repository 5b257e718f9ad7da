import type { PairStatus, TokenStatus } from "../api/types";

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

/** The codes of `statusReason` that a status does not say itself. */
export const STATUS_REASONS = [
  "CLAIM_PENDING",
  "NEVER_CLAIMED",
  "NO_TOKEN",
  "REVOKED",
  "IDLE",
  "LEAKED",
  "CLEARTEXT",
  "DECOY",
  "EXPIRING",
  "RENEWAL_RUNNING",
  "AUTHENTICATOR_CHANGED",
  "SERVICE_ACCOUNT_BROKEN",
] as const;

/** Whether the reason of a status is only the status again. */
export function saysNothingMore(status: PairStatus, reason: string): boolean {
  return reason === status;
}

/** The key of the message for a reason; undefined for one that only a newer server knows. */
export function statusReasonKey(reason: string): string | undefined {
  return STATUS_REASONS.some((known) => known === reason) ? `appKeys.statusReason.${reason}` : undefined;
}
