/** What can happen to a pair, as the server names it. */
export const ACTS = [
  "CREATED",
  "ADOPTED",
  "IMPORTED",
  "LINKED",
  "UNLINKED",
  "RENEWED",
  "RENEWAL_FINISHED",
  "RENEWAL_UNDONE",
  "REVOKED",
  "SWITCHED_OFF",
  "CLAIM_LINK_MADE",
  "CLAIM_LINK_WITHDRAWN",
  "CLAIMED",
  "DISABLED",
  "ENABLED",
  "NETWORKS_CHANGED",
  "RENEWED_BY_HOLDER",
  "REPLACED_BY_USE",
  "REVOKED_BY_HOLDER",
] as const;

/** Why an appToken ended, as the server names it. */
export const CAUSES = ["EXPIRED", "REPLACED", "UNDONE", "REVOKED", "IDLE", "LEAKED", "DISCLOSED", "DECOY"] as const;

/** The key of the message for what happened; undefined for what only a newer server knows. */
export function actMessageKey(act: string): string | undefined {
  return ACTS.some((known) => known === act) ? `appKeys.history.act.${act}` : undefined;
}

/** The key of the message for a cause; undefined for one that only a newer server knows. */
export function causeMessageKey(cause: string): string | undefined {
  return CAUSES.some((known) => known === cause) ? `appKeys.ended.${cause}` : undefined;
}
