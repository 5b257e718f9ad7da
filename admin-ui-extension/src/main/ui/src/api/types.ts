/** The JSON of the admin REST API of app keys, and of the few calls to Keycloak's own API that the section makes. */

export type PairStatus = "ACTIVE" | "NO_ROLE" | "DISABLED" | "BROKEN" | "EXPIRED";
export type TokenStatus = "ACTIVE" | "EXPIRING" | "EXPIRED";

export interface Role {
  name: string;
  /** The clientId of the client it belongs to; null for a realm role. */
  client: string | null;
}

/** A role of a pair; addedBy is the protocol mapper of one that is not linked. */
export interface ListedRole extends Role {
  addedBy?: string;
}

/** A role that can be linked. */
export interface AvailableRole extends Role {
  description: string | null;
}

export interface Token {
  id: string;
  /** Its last four characters; empty for a client secret, null if they were not kept. */
  hint: string | null;
  createdAt: string;
  createdBy: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  lastUsedFrom: string | null;
  status: TokenStatus;
}

/** An appToken that has ended. */
export interface EndedToken {
  id: string;
  hint: string | null;
  createdAt: string;
  createdBy: string;
  endedAt: string;
  /** Null if that was no user, or is not known. */
  endedBy: string | null;
  cause: string;
  lastUsedAt: string | null;
  lastUsedFrom: string | null;
}

/** A running renewal: two appTokens are valid. */
export interface Renewal {
  startedAt: string;
  /** When the old appToken ends by itself; null for never. */
  finishAt: string | null;
  /** Whether the holder started it: then the old appToken ends when the new one is first used. */
  byHolder: boolean;
}

type ClaimStatus = "PENDING" | "CLAIMED" | "EXPIRED" | "WITHDRAWN";

/** The latest claim link. */
export interface Claim {
  status: ClaimStatus;
  createdAt: string;
  createdBy: string;
  expiresAt: string;
  claimedAt: string | null;
  claimedFrom: string | null;
}

/** How an appToken is delivered: in the response to the administrator, or by a claim link to the integrator. */
export type Delivery = "RESPONSE" | "LINK";

export interface NewRenewal {
  delivery?: Delivery;
  /** Null: until an administrator finishes the renewal. Absent: the realm's default. */
  overlapSeconds?: number | null;
  expiresAt?: string;
}

export interface Pair {
  appKey: string;
  label: string | null;
  description: string | null;
  enabled: boolean;
  status: PairStatus;
  /** Why it has this status, or what will change it: a code of the server's catalogue; null if nothing is to be said. */
  statusReason: string | null;
  createdAt: string;
  createdBy: string;
  clientUuid: string;
  serviceAccountUserId: string | null;
  allowedNetworks: string[];
  contact: string | null;
  /** When the pair was last accepted, with whichever appToken; null for never. */
  lastUsedAt: string | null;
  lastUsedFrom: string | null;
  tokens: Token[];
  endedTokens: EndedToken[];
  renewal: Renewal | null;
  claim: Claim | null;
  roles: Role[];
  /** The roles that only a protocol mapper adds; absent in the answer to a change. */
  addedRoles?: ListedRole[];
  /** Whether it was made to be found: it never opens anything. */
  decoy: boolean;
  /** What was seen of its appTokens that should not be, and needs care. */
  alarms: Alarm[];
}

/** The exchanges of one day in UTC; refused by reason. */
export interface UsageDay {
  day: string;
  accepted: number;
  refused: Record<string, number>;
}

/** One thing that happened to a pair. */
export interface HistoryEntry {
  at: string;
  /** The user name of the administrator; `system` if it was none. */
  by: string;
  act: string;
  /** The appToken that it is about. */
  token?: { id: string; hint: string | null };
  /** Roles, networks or an address. */
  detail?: string;
}

export type AlarmKind = "LEAKED" | "DECOY_USED" | "ENDED_TOKEN" | "CLEARTEXT";

/** What was seen of an appToken that should not be. */
export interface Alarm {
  kind: AlarmKind;
  /** The id of the appToken. */
  token: string;
  firstAt: string;
  lastAt: string;
  times: number;
  /** Where it was found: a text from outside, never to be made a link. */
  place: string | null;
  /** From where it was presented. */
  address: string | null;
  /** When the appToken ends because of it. */
  endsAt: string | null;
}

/** An existing client that becomes an API client. */
export interface Adoption {
  clientId: string;
  expiresAt?: string;
  /** Until when its client secret stays valid; absent: it ends at once. */
  finishAt?: string;
}

/** The properties of a client that decide whether it can be adopted. */
export interface ClientRepresentation {
  clientId: string;
  name?: string;
  protocol?: string;
  publicClient?: boolean;
  bearerOnly?: boolean;
  clientAuthenticatorType?: string;
}

/** A created or renewed pair. Only this response holds the appToken or the claim URL. */
export interface CreatedPair extends Pair {
  appToken?: string;
  claimUrl?: string;
  /** Where the pair is exchanged: at the realm's own address, which may be another one than the console's. */
  tokenUrl: string;
  /** The headers in force in the realm. */
  headerNames: HeaderNames;
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

/** The clients for which password grants end. */
export type GrantScope = "ALL" | "API_CLIENTS" | "SELECTED";

/** A client that may use password grants for some time after the cutoff. */
export interface GrantExemption {
  clientId: string;
  reason: string;
  /** ISO 8601 with a time zone, as the administrator wrote it. */
  until: string;
}

/** How password grants are observed, announced and ended. */
export interface PasswordGrants {
  observe: boolean;
  /** ISO 8601 with a time zone, as the administrator wrote it; null: they do not end. */
  cutoff: string | null;
  scope: GrantScope;
  clients: string[];
  exceptions: GrantExemption[];
  documentationUrl: string | null;
  retentionDays: number;
}

/** What becomes of an appToken that was sent without TLS. */
export type CleartextAction = "TELL" | "END";

export type LeakAction = "TELL" | "END_AFTER" | "END";

/** One who scans for leaked appTokens and signs its reports. */
export interface LeakPartner {
  name: string;
  keyId: string;
  publicKey: string;
}

/** What a realm does with reports of leaked appTokens. */
export interface LeakSettings {
  reports: boolean;
  action: LeakAction;
  afterHours: number;
  partners: LeakPartner[];
}

/** How often a user logged in with a password at a client. */
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
  /** False once there were more than `limit` rows: those that were used least recently are removed. */
  complete: boolean;
  limit: number;
}

/** An integration that logs in with a user's password: its client and the user. */
export interface Integration {
  clientId: string;
  username: string;
}

/** A role that the user of an integration has, proposed for the integration's pair. */
export interface ProposedRole extends Role {
  mayLink: boolean;
}

export interface Settings {
  /** The version that was read. The server refuses to save on top of another version. */
  version: string;
  enabled: boolean;
  requireRole: boolean;
  defaultOverlapSeconds: number;
  maxTokenAgeSeconds: number;
  idleDays: number;
  claimLinkSeconds: number;
  gatewayMaxAge: number;
  guardAdministrators: boolean;
  shortHeaderNames: boolean;
  headerNames: HeaderNames;
  passwordGrants: PasswordGrants;
  strictRoles: boolean;
  selfRenewal: boolean;
  leaks: LeakSettings;
  cleartext: CleartextAction;
  problems: SettingsProblem[];
}

/** What a realm lacks since another tool took it away. */
export interface SettingsProblem {
  code: "FLOW_NOT_READY" | "FLOW_BLOCKED" | "POLICY_NOT_IN_FORCE" | "ADMIN_ROLES_MISSING" | "ORPHANS";
  mendable: boolean;
  name?: string;
  count?: number;
}

/** What ends to hold when settings are saved. */
export interface SettingsWarning {
  code: "PAIRS_REFUSED" | "PASSWORD_GRANTS_ALLOWED" | "GUARD_OFF" | "EXECUTOR_LEFT" | "TOOLS_LOCKED_OUT" | "POLICY_LEFT";
  count?: number;
  name?: string;
}

/** Which pairs; all that is not empty holds at once. The names are those of the query parameters. */
export interface PairQuery {
  search: string;
  status: PairStatus | "";
  expiresWithinDays: string;
  unusedDays: string;
  neverUsed: "true" | "";
  claim: "PENDING" | "NEVER" | "";
  renewal: "true" | "";
  /** `client:name`, or `name` for a realm role. */
  role: string;
  contact: string;
}

export type PairSort = "label" | "appKey" | "createdAt" | "lastUsedAt" | "expiresAt";

/** In which order pairs are listed. */
export interface PairOrder {
  sort: PairSort;
  order: "asc" | "desc";
}

/** A role as Keycloak's own API returns it. */
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

/** The result of one check, with the server's message. */
export interface Finding {
  /** A code of the server's catalogue of reasons. */
  code: string;
  severity: Severity;
  message: string;
  /** How to fix it; null if there is nothing to fix. */
  fix: string | null;
}

/** The result of all checks of a pair. */
export interface Diagnosis {
  verdict: "ACCEPTED" | "REFUSED";
  /** The pair that was checked; null if none was found. */
  appKey: string | null;
  findings: Finding[];
  /** The claims of an example access token, which is never issued. */
  token: Record<string, unknown> | null;
}

/** What to check about a pair, beyond the pair itself. */
export interface Question {
  requiredRoles?: string[];
  address?: string;
  /** Empty: the example token has the default scopes. Absent: no example token. */
  scope?: string;
}

/** The two halves of a pair as an integrator sends them, unchanged. */
export interface PastedHalves {
  appKey?: string;
  appToken?: string;
}

export interface RealmRepresentation {
  eventsEnabled?: boolean;
}

export interface IdleTokens {
  days: number;
  appTokens: number;
}

export type ExportFormat = "csv" | "json";

type ImportOutcome = "CREATE" | "RESTORE" | "TAKEN" | "NO_SUCH_ROLE" | "ROLE_NOT_ALLOWED" | "INVALID";

export interface ImportReport {
  dryRun: boolean;
  total: number;
  created: number;
  restored: number;
  refused: number;
  /** The first pairs of the file; those that prevent the import come before others. */
  pairs: { position: number; appKey: string | null; outcome: ImportOutcome; message: string | null }[];
}
