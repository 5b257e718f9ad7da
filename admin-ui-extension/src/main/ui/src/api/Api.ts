import { errorOf } from "./ApiError";
import type {
  Adoption,
  AvailableRole,
  ClientRepresentation,
  CreatedPair,
  Diagnosis,
  EffectiveClientRole,
  ExportFormat,
  HistoryEntry,
  IdleTokens,
  ImportReport,
  Integration,
  ListedRole,
  LoginEvent,
  NewPair,
  NewRenewal,
  Pair,
  PairChanges,
  PairOrder,
  PairQuery,
  PasswordGrantReport,
  PastedHalves,
  ProposedRole,
  Question,
  RealmRepresentation,
  Role,
  RoleRepresentation,
  Settings,
  SettingsWarning,
  UsageDay,
} from "./types";

interface Call {
  method?: string;
  accept?: string;
  body?: unknown;
  /** The language of the messages in the answer. */
  language?: string;
  signal?: AbortSignal;
}

/** The admin REST API of app keys, and the few calls of Keycloak's own that the section needs. */
export class Api {
  private readonly root: string;

  constructor(
    baseUrl: string,
    realm: string,
    private readonly accessToken: () => Promise<string | undefined>,
  ) {
    this.root = `${baseUrl.replace(/\/$/, "")}/admin/realms/${encodeURIComponent(realm)}`;
  }

  list(query: PairQuery, order: PairOrder, first: number, max: number, signal?: AbortSignal) {
    return this.json<Pair[]>(`/app-keys?${parameters({ ...query, ...order, first, max })}`, { signal });
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

  /** The client with a clientId; undefined if there is none. */
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

  /** The linked roles, and those that only a protocol mapper adds. */
  roles(appKey: string, signal?: AbortSignal) {
    return this.json<ListedRole[]>(`${pairPath(appKey)}/roles`, { signal });
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

  /** The exchanges of each of the last days, oldest first. */
  usage(appKey: string, days: number, signal?: AbortSignal) {
    return this.json<UsageDay[]>(`${pairPath(appKey)}/usage?${parameters({ days })}`, { signal });
  }

  /** What happened to a pair, newest first. */
  history(appKey: string, first: number, max: number, signal?: AbortSignal) {
    return this.json<HistoryEntry[]>(`${pairPath(appKey)}/history?${parameters({ first, max })}`, { signal });
  }

  diagnose(appKey: string, question: Question, language: string, signal?: AbortSignal) {
    return this.json<Diagnosis>(`${pairPath(appKey)}/diagnosis`, { method: "POST", body: question, language, signal });
  }

  diagnosePasted(halves: PastedHalves, language: string) {
    return this.json<Diagnosis>("/app-keys/diagnosis", { method: "POST", body: halves, language });
  }

  /** How many appTokens were not used for some days. */
  idle(days: number, signal?: AbortSignal) {
    return this.json<IdleTokens>(`/app-keys/settings/idle?${parameters({ days })}`, { signal });
  }

  settings(signal?: AbortSignal) {
    return this.json<Settings>("/app-keys/settings", { signal });
  }

  saveSettings(changes: Partial<Settings>, keepPolicy = false) {
    const query = keepPolicy ? "?keepPolicy=true" : "";
    return this.call(`/app-keys/settings${query}`, { method: "PUT", body: changes });
  }

  /** Puts right what other tools took away from the realm. */
  repairSettings() {
    return this.call("/app-keys/settings/repair", { method: "POST" });
  }

  /** What ends to hold when the changes are saved. Changes nothing. */
  async settingsWarnings(changes: Partial<Settings>): Promise<SettingsWarning[]> {
    const answer = await this.call("/app-keys/settings?dryRun=true", { method: "PUT", body: changes });
    return ((await answer.json()) as { warnings: SettingsWarning[] }).warnings;
  }

  passwordGrants(search: string, first: number, max: number, signal?: AbortSignal) {
    return this.json<PasswordGrantReport>(`/app-keys/password-grants?${parameters({ search, first, max })}`, { signal });
  }

  /** All rows that match the search, as a CSV file. */
  async passwordGrantsCsv(search: string, separator: string) {
    const query = parameters({ search, separator });
    return (await this.call(`/app-keys/password-grants?${query}`, { accept: "text/csv" })).blob();
  }

  /** The roles that the user of an integration has today. */
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

  /**
   * Fetches a file.
   *
   * @param separator of the values in CSV
   * @param onText called with each chunk of the file and with the number of pairs in the whole file
   */
  async export(
    format: ExportFormat,
    separator: string,
    query: PairQuery,
    onText: (text: string, total: number) => void,
    signal: AbortSignal,
  ) {
    const accept = format === "csv" ? "text/csv" : "application/json";
    const response = await this.call(`/app-keys/export?${parameters({ ...query, separator })}`, { accept, signal });
    const total = Number(response.headers.get("X-Total-Count") ?? 0);
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    const decoder = new TextDecoder();
    const reader = response.body?.getReader();
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
      pieces.push(piece.value);
      onText(decoder.decode(piece.value, { stream: true }), total);
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
