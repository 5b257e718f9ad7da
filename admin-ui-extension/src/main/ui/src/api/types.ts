/** The JSON of the admin REST API of app keys, and of the few calls of Keycloak's own that the section makes. */

export type PairStatus = "ACTIVE" | "NO_ROLE" | "DISABLED" | "EXPIRED";
export type TokenStatus = "ACTIVE" | "EXPIRING" | "EXPIRED";

export interface Role {
  name: string;
  /** The clientId of the client it belongs to; null for a realm role. */
  client: string | null;
}

/** A role that can be linked. */
export interface AvailableRole extends Role {
  description: string | null;
}

export interface Token {
  id: string;
  hint: string;
  createdAt: string;
  createdBy: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  lastUsedFrom: string | null;
  status: TokenStatus;
}

/** A renewal that runs: two appTokens work. */
export interface Renewal {
  startedAt: string;
  /** Null until it is finished by hand. */
  finishAt: string | null;
}

type ClaimStatus = "PENDING" | "CLAIMED" | "EXPIRED" | "WITHDRAWN";

/** The claim link that came last. */
export interface Claim {
  status: ClaimStatus;
  createdAt: string;
  createdBy: string;
  expiresAt: string;
  claimedAt: string | null;
  claimedFrom: string | null;
}

/** How an appToken is handed over: to whoever makes it, or by a link to whoever needs it. */
export type Delivery = "RESPONSE" | "LINK";

export interface NewRenewal {
  delivery?: Delivery;
  /** Null until it is finished by hand, absent for what the realm has set. */
  overlapSeconds?: number | null;
  expiresAt?: string;
}

export interface Pair {
  appKey: string;
  label: string | null;
  description: string | null;
  enabled: boolean;
  status: PairStatus;
  createdAt: string;
  createdBy: string;
  clientUuid: string;
  serviceAccountUserId: string | null;
  allowedNetworks: string[];
  contact: string | null;
  tokens: Token[];
  renewal: Renewal | null;
  claim: Claim | null;
  roles: Role[];
}

/** An existing client that becomes an API client. */
export interface Adoption {
  clientId: string;
  expiresAt?: string;
  /** Until when its client secret works on; absent where it ends at once. */
  finishAt?: string;
}

/** What of a client matters for adopting it. */
export interface ClientRepresentation {
  clientId: string;
  name?: string;
  protocol?: string;
  publicClient?: boolean;
  bearerOnly?: boolean;
  clientAuthenticatorType?: string;
}

/** Holds one of the two secrets, this once. */
export interface CreatedPair extends Pair {
  appToken?: string;
  claimUrl?: string;
}

export interface NewPair {
  label: string;
  description?: string;
  appKey?: string;
  expiresAt?: string;
  allowedNetworks?: string[];
  contact?: string;
  delivery?: Delivery;
}

export type PairChanges = Partial<Pick<Pair, "label" | "description" | "enabled" | "allowedNetworks" | "contact">>;

export interface HeaderNames {
  appKey: string;
  appToken: string;
}

/** For which clients password grants end. */
export type GrantScope = "ALL" | "API_CLIENTS" | "SELECTED";

/** A client for which password grants go on for a while. */
export interface GrantExemption {
  clientId: string;
  reason: string;
  /** ISO 8601 with a time zone, as it was given. */
  until: string;
}

/** How password grants are observed, announced and ended. */
export interface PasswordGrants {
  observe: boolean;
  /** ISO 8601 with a time zone, as it was given; null where they do not end. */
  cutoff: string | null;
  scope: GrantScope;
  clients: string[];
  exceptions: GrantExemption[];
  documentationUrl: string | null;
  retentionDays: number;
}

/** Who logs in with a password at which client, and how often. */
export interface PasswordGrantRow {
  clientId: string;
  username: string;
  firstAt: string;
  lastAt: string;
  count: number;
  lastAddress: string | null;
}

export interface PasswordGrantReport {
  rows: PasswordGrantRow[];
  total: number;
  /** Whether all that was observed is there: false once there were more than `limit` rows. */
  complete: boolean;
  limit: number;
}

/** An integration that logs in with a user's password: at which client, as which user. */
export interface Integration {
  clientId: string;
  username: string;
}

/** A role that a user has, to be proposed for the pair of an integration. */
export interface ProposedRole extends Role {
  mayLink: boolean;
}

export interface Settings {
  /** Of the state that was read: a save on another one is refused. */
  version: string;
  enabled: boolean;
  requireRole: boolean;
  defaultOverlapSeconds: number;
  maxTokenAgeSeconds: number;
  idleDays: number;
  claimLinkSeconds: number;
  headerNames: HeaderNames;
  passwordGrants: PasswordGrants;
}

export interface PairQuery {
  search: string;
  status: PairStatus | "";
}

/** A role as Keycloak's own calls answer it. */
export interface RoleRepresentation {
  id: string;
  name: string;
  description?: string;
  clientRole?: boolean;
  containerId?: string;
}

export interface EffectiveClientRole {
  id: string;
  role: string;
  description?: string;
  client: string;
  clientId: string;
}

export interface LoginEvent {
  id?: string;
  time: number;
  type: string;
  ipAddress?: string;
  error?: string;
  details?: Record<string, string | undefined>;
}

export type Severity = "OK" | "WARN" | "ERROR";

/** One thing that was looked at, in the words of the server. */
export interface Finding {
  /** A reason of the catalogue. */
  code: string;
  severity: Severity;
  message: string;
  /** What to do; null where nothing is to be done. */
  fix: string | null;
}

/** Why a pair does or does not work. */
export interface Diagnosis {
  verdict: "ACCEPTED" | "REFUSED";
  /** The pair that was looked at; null where none was found. */
  appKey: string | null;
  findings: Finding[];
  /** The claims of an access token that was never issued. */
  token: Record<string, unknown> | null;
}

/** What somebody wants to know about a pair. */
export interface Question {
  requiredRoles?: string[];
  address?: string;
  /** Empty: the access token that comes without asking for any. Absent: nobody wants to see it. */
  scope?: string;
}

/** What an integrator sends, as it is sent. */
export interface PastedHalves {
  appKey?: string;
  appToken?: string;
}

export interface RealmRepresentation {
  eventsEnabled?: boolean;
}

export type ExportFormat = "csv" | "json";

type ImportOutcome = "CREATE" | "TAKEN" | "NO_SUCH_ROLE" | "ROLE_NOT_ALLOWED" | "INVALID";

export interface ImportReport {
  dryRun: boolean;
  total: number;
  created: number;
  refused: number;
  /** The first of them, those that hinder the import rather than others. */
  pairs: { position: number; appKey: string | null; outcome: ImportOutcome; message: string | null }[];
}
