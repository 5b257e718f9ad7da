import { ApiError, messageOf } from "../api/ApiError";

/** Patterns by which a message of the server names a form field. The first match counts. */
const NAMED: readonly [RegExp, string][] = [
  [/\ballowedNetworks\b/, "allowedNetworks"],
  [/\bcontact\b/, "contact"],
  [/\bfinishAt\b/, "finishAt"],
  [/\bclientId\b/, "clientId"],
  [/\bexpiresAt\b/, "expiresAt"],
  [/\bdescription\b/, "description"],
  [/\blabel\b/, "label"],
  [/\bdefaultOverlapSeconds\b/, "defaultOverlapSeconds"],
  [/\bmaxTokenAgeSeconds\b/, "maxTokenAgeSeconds"],
  [/\bidleDays\b/, "idleDays"],
  [/\bclaimLinkSeconds\b/, "claimLinkSeconds"],
  [/\bgatewayMaxAge\b/, "gatewayMaxAge"],
  [/\brequiredRoles\b/, "requiredRoles"],
  [/\baddress\b/, "address"],
  [/\bscope\b/, "scope"],
  [/\bheader/i, "headerNames"],
  [/\bappKey\b|\bclient\b|\bname of its service account\b/i, "appKey"],
];

/** The field that an error belongs to; undefined: the error is shown as an alert. */
export function fieldOf<F extends string>(error: unknown, fields: readonly F[]): F | undefined {
  if (!(error instanceof ApiError) || (error.status !== 400 && error.status !== 409)) {
    return undefined;
  }
  const known = fields as readonly string[];
  const named = NAMED.find(([pattern, field]) => known.includes(field) && pattern.test(messageOf(error)));
  return named?.[1] as F | undefined;
}
