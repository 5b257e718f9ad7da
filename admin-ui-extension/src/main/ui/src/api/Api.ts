import type { Integration } from "../routes/integration";
import { Counter } from "../transfer/progress";

/** The admin REST API of app keys, and the few calls of Keycloak's own that the section needs. */

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

export type ClaimStatus = "PENDING" | "CLAIMED" | "EXPIRED" | "WITHDRAWN";

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
export interface GrantException {
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
  exceptions: GrantException[];
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

export type ImportOutcome = "CREATE" | "TAKEN" | "NO_SUCH_ROLE" | "ROLE_NOT_ALLOWED" | "INVALID";

export interface ImportReport {
  dryRun: boolean;
  total: number;
  created: number;
  refused: number;
  /** The first of them, those that hinder the import rather than others. */
  pairs: { position: number; appKey: string | null; outcome: ImportOutcome; message: string | null }[];
}

export class ApiError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = "ApiError";
    this.status = status;
  }
}

/** Says what went wrong in the server's words, else in the browser's. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function errorOf(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  const message = [body.errorMessage, body.error_description, body.error].find((text) => typeof text === "string");
  return new ApiError(response.status, message ?? `HTTP ${response.status}`);
}

interface Call {
  method?: string;
  accept?: string;
  body?: unknown;
  /** In which the server puts what people read. */
  language?: string;
  signal?: AbortSignal;
}

export class Api {
  private readonly root: string;

  constructor(
    baseUrl: string,
    realm: string,
    private readonly accessToken: () => Promise<string | undefined>,
  ) {
    this.root = `${baseUrl.replace(/\/$/, "")}/admin/realms/${encodeURIComponent(realm)}`;
  }

  list(query: PairQuery, first: number, max: number, signal?: AbortSignal) {
    return this.json<Pair[]>(`/app-keys?${parameters({ ...query, first, max })}`, { signal });
  }

  count(query: PairQuery, signal?: AbortSignal) {
    return this.json<number>(`/app-keys/count?${parameters({ ...query })}`, { signal });
  }

  pair(appKey: string, signal?: AbortSignal) {
    return this.json<Pair>(pairPath(appKey), { signal });
  }

  create(pair: NewPair) {
    return this.json<CreatedPair>("/app-keys?location=false", { method: "POST", body: pair });
  }

  adopt(adoption: Adoption) {
    return this.json<CreatedPair>("/app-keys?location=false", { method: "POST", body: adoption });
  }

  clients(search: string, max: number, signal?: AbortSignal) {
    const query = parameters({ clientId: search, search: "true", first: 0, max });
    return this.json<ClientRepresentation[]>(`/clients?${query}`, { signal });
  }

  /** The client of a clientId; undefined where there is none. */
  async client(clientId: string, signal?: AbortSignal): Promise<ClientRepresentation | undefined> {
    return (await this.json<ClientRepresentation[]>(`/clients?${parameters({ clientId })}`, { signal }))[0];
  }

  update(appKey: string, changes: PairChanges) {
    return this.call(pairPath(appKey), { method: "PUT", body: changes });
  }

  remove(appKey: string) {
    return this.call(pairPath(appKey), { method: "DELETE" });
  }

  renew(appKey: string, renewal: NewRenewal) {
    return this.json<CreatedPair>(`${pairPath(appKey)}/renewal`, { method: "POST", body: renewal });
  }

  finishRenewal(appKey: string) {
    return this.call(`${pairPath(appKey)}/renewal/finish`, { method: "POST" });
  }

  undoRenewal(appKey: string) {
    return this.call(`${pairPath(appKey)}/renewal`, { method: "DELETE" });
  }

  newClaimLink(appKey: string) {
    return this.json<CreatedPair>(`${pairPath(appKey)}/claim-link`, { method: "POST" });
  }

  withdrawClaimLink(appKey: string) {
    return this.call(`${pairPath(appKey)}/claim-link`, { method: "DELETE" });
  }

  revoke(appKey: string, tokenId: string) {
    return this.call(`${pairPath(appKey)}/tokens/${encodeURIComponent(tokenId)}`, { method: "DELETE" });
  }

  link(appKey: string, roles: Role[]) {
    return this.call(`${pairPath(appKey)}/roles`, { method: "POST", body: roles });
  }

  unlink(appKey: string, roles: Role[]) {
    return this.call(`${pairPath(appKey)}/roles`, { method: "DELETE", body: roles });
  }

  /** Roles that the administrator may link and that are not linked yet. */
  availableRoles(appKey: string, search: string, first: number, max: number, signal?: AbortSignal) {
    const path = `${pairPath(appKey)}/roles/available?${parameters({ search, first, max })}`;
    return this.json<AvailableRole[]>(path, { signal });
  }

  diagnose(appKey: string, question: Question, language: string, signal?: AbortSignal) {
    return this.json<Diagnosis>(`${pairPath(appKey)}/diagnosis`, { method: "POST", body: question, language, signal });
  }

  diagnosePasted(halves: PastedHalves, language: string) {
    return this.json<Diagnosis>("/app-keys/diagnosis", { method: "POST", body: halves, language });
  }

  settings(signal?: AbortSignal) {
    return this.json<Settings>("/app-keys/settings", { signal });
  }

  saveSettings(changes: Partial<Settings>) {
    return this.call("/app-keys/settings", { method: "PUT", body: changes });
  }

  passwordGrants(search: string, first: number, max: number, signal?: AbortSignal) {
    return this.json<PasswordGrantReport>(`/app-keys/password-grants?${parameters({ search, first, max })}`, { signal });
  }

  /** All that the search finds, as a file. */
  async passwordGrantsCsv(search: string) {
    const query = parameters({ search });
    return (await this.call(`/app-keys/password-grants?${query}`, { accept: "text/csv" })).blob();
  }

  /** The roles that the user of a row has today. */
  proposedRoles({ clientId, username }: Integration, signal?: AbortSignal) {
    const query = parameters({ clientId, username });
    return this.json<ProposedRole[]>(`/app-keys/password-grants/roles?${query}`, { signal });
  }

  realm(signal?: AbortSignal) {
    return this.json<RealmRepresentation>("", { signal });
  }

  effectiveRealmRoles(userId: string, signal?: AbortSignal) {
    const path = `/users/${encodeURIComponent(userId)}/role-mappings/realm/composite`;
    return this.json<RoleRepresentation[]>(path, { signal });
  }

  effectiveClientRoles(userId: string, signal?: AbortSignal) {
    const path = `/ui-ext/effective-roles/users/${encodeURIComponent(userId)}`;
    return this.json<EffectiveClientRole[]>(path, { signal });
  }

  events(appKey: string, max: number, signal?: AbortSignal) {
    const types = "type=CLIENT_LOGIN&type=CLIENT_LOGIN_ERROR";
    return this.json<LoginEvent[]>(`/events?${parameters({ client: appKey, max })}&${types}`, { signal });
  }

  /** Fetches a file while it tells how many of how many pairs are there. */
  async export(format: ExportFormat, query: PairQuery, onProgress: (done: number, total: number) => void, signal: AbortSignal) {
    const accept = format === "csv" ? "text/csv" : "application/json";
    const response = await this.call(`/app-keys/export?${parameters({ ...query })}`, { accept, signal });
    const total = Number(response.headers.get("X-Total-Count") ?? 0);
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    const counter = new Counter(format === "csv" ? "\n" : '"appKey"');
    const decoder = new TextDecoder();
    const reader = response.body?.getReader();
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
      pieces.push(piece.value);
      onProgress(Math.min(counter.add(decoder.decode(piece.value, { stream: true })), total), total);
    }
    return new Blob(pieces, { type: accept });
  }

  async import(file: Blob, dryRun: boolean) {
    const response = await this.call(`/app-keys/import?${parameters({ dryRun: String(dryRun) })}`, { method: "POST", body: file });
    return (await response.json()) as ImportReport;
  }

  private async json<T>(path: string, call: Call): Promise<T> {
    return (await (await this.call(path, call)).json()) as T;
  }

  private async call(path: string, { method = "GET", accept = "application/json", body, language, signal }: Call): Promise<Response> {
    const token = await this.accessToken();
    const headers: Record<string, string> = { Accept: accept, Authorization: `Bearer ${token ?? ""}` };
    if (language !== undefined) {
      headers["Accept-Language"] = language.replace("_", "-");
    }
    if (body !== undefined) {
      headers["Content-Type"] = "application/json";
    }
    const response = await fetch(this.root + path, {
      method,
      headers,
      cache: "no-store",
      ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
    if (!response.ok) {
      throw await errorOf(response);
    }
    return response;
  }
}

function pairPath(appKey: string): string {
  return `/app-keys/${encodeURIComponent(appKey)}`;
}

function parameters(values: Record<string, string | number>): string {
  const filled = Object.entries(values).filter(([, value]) => value !== "");
  return new URLSearchParams(filled.map(([name, value]) => [name, String(value)])).toString();
}
