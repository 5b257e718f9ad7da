import type { FieldPath } from "react-hook-form";
import { ApiError, messageOf } from "../api/ApiError";
import type { CleartextAction, GrantExemption, GrantScope, LeakAction, LeakPartner, LeakSettings, PasswordGrants, Settings } from "../api/types";
import { fieldOf } from "../parts/errors";
import { isPast } from "../parts/moment";

export const SCOPES = ["ALL", "SELECTED", "API_CLIENTS"] as const satisfies readonly GrantScope[];

export const CLEARTEXT_ACTIONS = ["TELL", "END"] as const satisfies readonly CleartextAction[];
export const LEAK_ACTIONS = ["TELL", "END_AFTER", "END"] as const satisfies readonly LeakAction[];

/** The values of the settings form. */
export interface SettingsFields {
  enabled: boolean;
  requireRole: boolean;
  defaultOverlapSeconds: string;
  maxTokenAgeSeconds: string;
  idleDays: string;
  claimLinkSeconds: string;
  gatewayMaxAge: string;
  guardAdministrators: boolean;
  shortHeaderNames: boolean;
  appKeyHeader: string;
  appTokenHeader: string;
  observe: boolean;
  retentionDays: string;
  cutoff: string;
  scope: GrantScope;
  /** One clientId in each line. */
  clients: string;
  exceptions: GrantExemption[];
  documentationUrl: string;
  strictRoles: boolean;
  selfRenewal: boolean;
  leakReports: boolean;
  leakAction: LeakAction;
  leakAfterHours: string;
  leakPartners: LeakPartner[];
  cleartext: CleartextAction;
}

export type SettingsField = keyof SettingsFields;

export const BOUNDS = {
  defaultOverlapSeconds: { min: 0, max: 315_360_000 },
  maxTokenAgeSeconds: { min: 0, max: 315_360_000 },
  idleDays: { min: 0, max: 3650 },
  claimLinkSeconds: { min: 60, max: 2_592_000 },
  gatewayMaxAge: { min: 0, max: 60 },
  retentionDays: { min: 1, max: 3650 },
  leakAfterHours: { min: 1, max: 720 },
};

export function fieldsOf(settings: Settings): SettingsFields {
  const grants = settings.passwordGrants;
  return {
    enabled: settings.enabled,
    requireRole: settings.requireRole,
    defaultOverlapSeconds: String(settings.defaultOverlapSeconds),
    maxTokenAgeSeconds: String(settings.maxTokenAgeSeconds),
    idleDays: String(settings.idleDays),
    claimLinkSeconds: String(settings.claimLinkSeconds),
    gatewayMaxAge: String(settings.gatewayMaxAge),
    guardAdministrators: settings.guardAdministrators,
    shortHeaderNames: settings.shortHeaderNames,
    appKeyHeader: settings.headerNames.appKey,
    appTokenHeader: settings.headerNames.appToken,
    observe: grants.observe,
    retentionDays: String(grants.retentionDays),
    cutoff: grants.cutoff ?? "",
    scope: grants.scope,
    clients: grants.clients.join("\n"),
    exceptions: grants.exceptions.map(({ clientId, reason, until }) => ({ clientId, reason, until })),
    documentationUrl: grants.documentationUrl ?? "",
    strictRoles: settings.strictRoles,
    selfRenewal: settings.selfRenewal,
    leakReports: settings.leaks.reports,
    leakAction: settings.leaks.action,
    leakAfterHours: String(settings.leaks.afterHours),
    leakPartners: settings.leaks.partners.map(({ name, keyId, publicKey }) => ({ name, keyId, publicKey })),
    cleartext: settings.cleartext,
  };
}

export function settingsOf(fields: SettingsFields): Omit<Settings, "version" | "problems"> {
  return {
    enabled: fields.enabled,
    requireRole: fields.requireRole,
    defaultOverlapSeconds: Number(fields.defaultOverlapSeconds),
    maxTokenAgeSeconds: Number(fields.maxTokenAgeSeconds),
    idleDays: Number(fields.idleDays),
    claimLinkSeconds: Number(fields.claimLinkSeconds),
    gatewayMaxAge: Number(fields.gatewayMaxAge),
    guardAdministrators: fields.guardAdministrators,
    shortHeaderNames: fields.shortHeaderNames,
    headerNames: { appKey: fields.appKeyHeader.trim(), appToken: fields.appTokenHeader.trim() },
    passwordGrants: grantsOf(fields),
    strictRoles: fields.strictRoles,
    selfRenewal: fields.selfRenewal,
    leaks: leaksOf(fields),
    cleartext: fields.cleartext,
  };
}

function leaksOf(fields: SettingsFields): LeakSettings {
  return {
    reports: fields.leakReports,
    action: fields.leakAction,
    afterHours: Number(fields.leakAfterHours),
    partners: fields.leakPartners.map(({ name, keyId, publicKey }) => ({
      name: name.trim(),
      keyId: keyId.trim(),
      publicKey: publicKey.trim(),
    })),
  };
}

function grantsOf(fields: SettingsFields): PasswordGrants {
  return {
    observe: fields.observe,
    retentionDays: Number(fields.retentionDays),
    cutoff: fields.cutoff.trim() || null,
    scope: fields.scope,
    clients: fields.clients
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean),
    exceptions: fields.exceptions.map(({ clientId, reason, until }) => ({
      clientId: clientId.trim(),
      reason: reason.trim(),
      until: until.trim(),
    })),
    documentationUrl: fields.documentationUrl.trim() || null,
  };
}

/** Whether saving ends password grants at once, or for other clients than before. */
export function endsNow(before: Settings, fields: SettingsFields, now: Date): boolean {
  const grants = grantsOf(fields);
  const endsAny = grants.scope === "ALL" || (grants.scope === "SELECTED" && grants.clients.length > 0);
  const ends = ({ cutoff, scope, clients, exceptions }: PasswordGrants) => [cutoff, scope, clients, exceptions];
  const isNew = !before.enabled || !same(ends(before.passwordGrants), ends(grants));
  return fields.enabled && grants.cutoff !== null && endsAny && isNew && isPast(grants.cutoff, now);
}

/** The result of merging two concurrent changes. */
interface Merged {
  /** The typed values; the saved ones where nothing was typed. */
  fields: SettingsFields;
  /** The fields that both changed, to different values. */
  both: SettingsField[];
}

/**
 * Applies the typed changes on top of what another administrator saved in the meantime.
 *
 * @param base the values that both started from
 */
export function merge(base: SettingsFields, typed: SettingsFields, theirs: SettingsFields): Merged {
  const names = Object.keys(base) as SettingsField[];
  const ours = names.filter((name) => !same(base[name], typed[name]));
  return {
    fields: { ...theirs, ...Object.fromEntries(ours.map((name) => [name, typed[name]])) },
    both: ours.filter((name) => !same(base[name], theirs[name]) && !same(typed[name], theirs[name])),
  };
}

const FIELDS = [
  "defaultOverlapSeconds",
  "maxTokenAgeSeconds",
  "idleDays",
  "claimLinkSeconds",
  "gatewayMaxAge",
  "headerNames",
] as const;
const GRANT_FIELDS = ["observe", "retentionDays", "cutoff", "scope", "clients", "documentationUrl"] as const;
const PARTNER_FIELDS = ["name", "keyId", "publicKey"] as const;
const EXCEPTION_FIELDS = ["clientId", "reason", "until"] as const;

/** The field that an error belongs to; undefined: the error is shown as an alert. */
export function settingsFieldOf(error: unknown): FieldPath<SettingsFields> | undefined {
  if (error instanceof ApiError && error.status === 400) {
    const [, name, index, part] = /\bpasswordGrants\.(\w+)(?:\[(\d+)\])?(?:\.(\w+))?/.exec(messageOf(error)) ?? [];
    if (name === "exceptions" && index !== undefined) {
      return `exceptions.${Number(index)}.${EXCEPTION_FIELDS.find((known) => known === part) ?? "clientId"}`;
    }
    const known = GRANT_FIELDS.find((field) => field === name);
    if (name !== undefined) {
      return known;
    }
    const [, leak, entry, field] = /\bleaks\.(\w+)(?:\[(\d+)\])?(?:\.(\w+))?/.exec(messageOf(error)) ?? [];
    if (leak === "partners" && entry !== undefined) {
      return `leakPartners.${Number(entry)}.${PARTNER_FIELDS.find((known) => known === field) ?? "name"}`;
    }
    if (leak !== undefined) {
      return leak === "afterHours" ? "leakAfterHours" : undefined;
    }
  }
  const field = fieldOf(error, FIELDS);
  return field === "headerNames" ? "appKeyHeader" : field;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
