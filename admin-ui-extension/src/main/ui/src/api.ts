/** The admin REST API of app keys, and the few calls of Keycloak's own that the section needs. */

export type PairStatus = "ACTIVE" | "NO_ROLE" | "DISABLED" | "EXPIRED";
export type TokenStatus = "ACTIVE" | "EXPIRING" | "EXPIRED";

export interface Role {
  name: string;
  /** The clientId of the client it belongs to; null for a realm role. */
  client: string | null;
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
  tokens: Token[];
  roles: Role[];
}

export interface CreatedPair extends Pair {
  appToken: string;
}

export interface NewPair {
  label: string;
  description?: string;
  appKey?: string;
  expiresAt?: string;
  allowedNetworks?: string[];
}

export type PairChanges = Partial<Pick<Pair, "label" | "description" | "enabled" | "allowedNetworks">>;

export interface HeaderNames {
  appKey: string;
  appToken: string;
}

export interface Settings {
  enabled: boolean;
  requireRole: boolean;
  defaultOverlapSeconds: number;
  maxTokenAgeSeconds: number;
  headerNames: HeaderNames;
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

export interface AvailableClientRole {
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

export interface RealmRepresentation {
  eventsEnabled?: boolean;
  defaultRole?: { id: string };
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
  body?: unknown;
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

  update(appKey: string, changes: PairChanges) {
    return this.call(pairPath(appKey), { method: "PUT", body: changes });
  }

  remove(appKey: string) {
    return this.call(pairPath(appKey), { method: "DELETE" });
  }

  link(appKey: string, roles: Role[]) {
    return this.call(`${pairPath(appKey)}/roles`, { method: "POST", body: roles });
  }

  unlink(appKey: string, roles: Role[]) {
    return this.call(`${pairPath(appKey)}/roles`, { method: "DELETE", body: roles });
  }

  settings(signal?: AbortSignal) {
    return this.json<Settings>("/app-keys/settings", { signal });
  }

  saveSettings(changes: Partial<Settings>) {
    return this.call("/app-keys/settings", { method: "PUT", body: changes });
  }

  realm(signal?: AbortSignal) {
    return this.json<RealmRepresentation>("", { signal });
  }

  realmRoles(search: string, first: number, max: number, signal?: AbortSignal) {
    return this.json<RoleRepresentation[]>(`/roles?${parameters({ search, first, max })}`, { signal });
  }

  /** All client roles that the default role does not contain, with their clients. */
  clientRoles(defaultRoleId: string, search: string, first: number, max: number, signal?: AbortSignal) {
    const query = parameters({ search, first, max });
    const path = `/ui-ext/available-roles/roles/${encodeURIComponent(defaultRoleId)}?${query}`;
    return this.json<AvailableClientRole[]>(path, { signal });
  }

  effectiveRealmRoles(userId: string, signal?: AbortSignal) {
    const path = `/users/${encodeURIComponent(userId)}/role-mappings/realm/composite`;
    return this.json<RoleRepresentation[]>(path, { signal });
  }

  effectiveClientRoles(userId: string, signal?: AbortSignal) {
    const path = `/ui-ext/effective-roles/users/${encodeURIComponent(userId)}`;
    return this.json<AvailableClientRole[]>(path, { signal });
  }

  events(appKey: string, max: number, signal?: AbortSignal) {
    const types = "type=CLIENT_LOGIN&type=CLIENT_LOGIN_ERROR";
    return this.json<LoginEvent[]>(`/events?${parameters({ client: appKey, max })}&${types}`, { signal });
  }

  private async json<T>(path: string, call: Call): Promise<T> {
    return (await (await this.call(path, call)).json()) as T;
  }

  private async call(path: string, { method = "GET", body, signal }: Call): Promise<Response> {
    const token = await this.accessToken();
    const headers: Record<string, string> = { Accept: "application/json", Authorization: `Bearer ${token ?? ""}` };
    if (body !== undefined) {
      headers["Content-Type"] = "application/json";
    }
    const response = await fetch(this.root + path, {
      method,
      headers,
      cache: "no-store",
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
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
