/** Why an exchange failed, as the event's detail `app_key_reason` has it. */
export const REASONS = [
  "MISSING_HEADER",
  "DUPLICATE_HEADER",
  "WHITESPACE",
  "BAD_CHARACTERS",
  "SWAPPED",
  "CHECKSUM",
  "UNKNOWN_KEY",
  "WRONG_TOKEN",
  "DISABLED",
  "EXPIRED",
  "ADDRESS_NOT_ALLOWED",
  "NO_ROLE",
  "GRANT_NOT_ALLOWED",
  "NOT_ENABLED",
] as const;

/** The key of the words for a reason; undefined for one that a newer server may have. */
export function reasonWord(reason: string | undefined): string | undefined {
  return REASONS.some((known) => known === reason) ? `appKeys.reason.${String(reason)}` : undefined;
}
