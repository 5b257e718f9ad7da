import { ApiError, messageOf } from "../api";

/** Words by which a message of the server names a field of the form. The first that is found counts. */
const NAMED: readonly [RegExp, string][] = [
  [/\ballowedNetworks\b/, "allowedNetworks"],
  [/\bexpiresAt\b/, "expiresAt"],
  [/\bdescription\b/, "description"],
  [/\blabel\b/, "label"],
  [/\bdefaultOverlapSeconds\b/, "defaultOverlapSeconds"],
  [/\bmaxTokenAgeSeconds\b/, "maxTokenAgeSeconds"],
  [/\bheader/i, "headerNames"],
  [/\bappKey\b|\bclient\b|\bname of its service account\b/i, "appKey"],
];

/** The field beside which to show an error; undefined for an alert. */
export function fieldOf(error: unknown, fields: readonly string[]): string | undefined {
  if (!(error instanceof ApiError) || (error.status !== 400 && error.status !== 409)) {
    return undefined;
  }
  const named = NAMED.find(([pattern, field]) => fields.includes(field) && pattern.test(messageOf(error)));
  return named?.[1];
}
