// @vitest-environment jsdom
import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { FIXES } from "./diagnosis/fixes";
import { OUTCOMES } from "./diagnosis/outcome";
import { EXPIRIES, SECRET_OVERLAPS } from "./issuance/expiry";
import { OVERLAPS } from "./issuance/RenewForm";
import { REASONS } from "./pair/EventsTab";
import { ACTS, CAUSES } from "./pair/history";
import { STATUS_REASONS } from "./parts/status";
import { CLAIM_FILTERS, PAIR_STATUSES } from "./routes/list";
import { TABS } from "./routes/paths";
import { CLEARTEXT_ACTIONS, LEAK_ACTIONS, SCOPES } from "./settings/settings";

const PROBLEMS = ["FLOW_NOT_READY", "FLOW_BLOCKED", "POLICY_NOT_IN_FORCE", "ADMIN_ROLES_MISSING", "ORPHANS"];
const WARNINGS = [
  "PAIRS_REFUSED",
  "PASSWORD_GRANTS_ALLOWED",
  "GUARD_OFF",
  "EXECUTOR_LEFT",
  "TOOLS_LOCKED_OUT",
  "POLICY_LEFT",
];

const ALARMS = ["LEAKED", "DECOY_USED", "ENDED_TOKEN", "CLEARTEXT"];

const src = import.meta.dirname;
const folder = path.resolve(src, "../../../../../themes/src/main/resources/theme-resources/messages");
const sources = fs
  .readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."))
  .map((name) => fs.readFileSync(path.join(src, name), "utf8"))
  .join("\n");

/** Settings whose messages are not those of a field of one line. */
const GRANTS = ["cutoff", "scope", "clients", "exceptions"];

/** Keys that are composed at run time. */
const COMPOSED: Record<string, readonly string[]> = {
  "appKeys.adopt.handover.${value}": SECRET_OVERLAPS.map((name) => `appKeys.adopt.handover.${name}`),
  "appKeys.claim.${status}": ["PENDING", "CLAIMED", "EXPIRED", "WITHDRAWN"].map((name) => `appKeys.claim.${name}`),
  "appKeys.import.outcome.${row.outcome}": ["CREATE", "RESTORE", "TAKEN", "NO_SUCH_ROLE", "ROLE_NOT_ALLOWED", "INVALID"].map(
    (name) => `appKeys.import.outcome.${name}`,
  ),
  "appKeys.alarm.${alarm.kind}": ALARMS.map((name) => `appKeys.alarm.${name}`),
  'appKeys.alarm.short.${pair.alarms[0]?.kind ?? "LEAKED"}': ALARMS.map((name) => `appKeys.alarm.short.${name}`),
  "appKeys.leaks.action.${value}": LEAK_ACTIONS.map((name) => `appKeys.leaks.action.${name}`),
  "appKeys.leaks.cleartext.${value}": CLEARTEXT_ACTIONS.map((name) => `appKeys.leaks.cleartext.${name}`),
  "appKeys.diagnosis.${outcome}": OUTCOMES.map((name) => `appKeys.diagnosis.${name}`),
  "appKeys.diagnosis.severity.${severity}": ["OK", "WARN", "ERROR"].map((name) => `appKeys.diagnosis.severity.${name}`),
  "appKeys.expiry.${value}": EXPIRIES.map((name) => `appKeys.expiry.${name}`),
  "appKeys.mend.${fix}": FIXES.map((name) => `appKeys.mend.${name}`),
  "appKeys.renew.${name}": ["finish", "undo"].map((name) => `appKeys.renew.${name}`),
  "appKeys.renew.${name}Title": ["finish", "undo"].map((name) => `appKeys.renew.${name}Title`),
  "appKeys.renew.${name}Text": ["finish", "undo"].map((name) => `appKeys.renew.${name}Text`),
  "appKeys.renew.${name}Done": ["finish", "undo"].map((name) => `appKeys.renew.${name}Done`),
  "appKeys.renew.overlap.${value}": OVERLAPS.map((name) => `appKeys.renew.overlap.${name}`),
  "appKeys.reason.${String(reason)}": REASONS.map((name) => `appKeys.reason.${name}`),
  "appKeys.settings.${name}": [...settings(""), ...GRANTS.map((name) => `appKeys.settings.${name}`)],
  "appKeys.settings.${name}Help": settings("Help"),
  "appKeys.settings.${name}Title": ["disable", "endsNow", "toolsEnd"].map((name) => `appKeys.settings.${name}Title`),
  "appKeys.settings.${name}Text": ["disable", "endsNow", "toolsEnd"].map((name) => `appKeys.settings.${name}Text`),
  "appKeys.settings.scope.${name}": SCOPES.map((name) => `appKeys.settings.scope.${name}`),
  "appKeys.settings.problem.${code}": PROBLEMS.map((name) => `appKeys.settings.problem.${name}`),
  "appKeys.settings.warning.${code}": WARNINGS.map((name) => `appKeys.settings.warning.${name}`),
  "appKeys.status.${known}": PAIR_STATUSES.map((name) => `appKeys.status.${name}`),
  "appKeys.status.${status}": [...PAIR_STATUSES, "EXPIRING"].map((name) => `appKeys.status.${name}`),
  "appKeys.statusReason.${reason}": STATUS_REASONS.map((name) => `appKeys.statusReason.${name}`),
  "appKeys.list.claim.${name}": CLAIM_FILTERS.map((name) => `appKeys.list.claim.${name}`),
  "appKeys.history.act.${act}": ACTS.map((name) => `appKeys.history.act.${name}`),
  "appKeys.ended.${cause}": CAUSES.map((name) => `appKeys.ended.${name}`),
  "appKeys.tab.${name}": TABS.map((name) => `appKeys.tab.${name}`),
};

function settings(ending: string): string[] {
  const names = [
    "enabled",
    "requireRole",
    "defaultOverlapSeconds",
    "maxTokenAgeSeconds",
    "idleDays",
    "claimLinkSeconds",
    "gatewayMaxAge",
    "guardAdministrators",
    "shortHeaderNames",
    "appKeyHeader",
    "appTokenHeader",
    "observe",
    "retentionDays",
    "documentationUrl",
    "strictRoles",
    "selfRenewal",
    "cleartext",
    "leakReports",
    "leakAction",
    "leakAfterHours",
  ];
  return names.map((name) => `appKeys.settings.${name}${ending}`);
}

function used(): Set<string> {
  const fixed = [...sources.matchAll(/"(appKeys\.[\w.]+)"/g)].map((match) => match[1] ?? "");
  const composed = [...sources.matchAll(/`(appKeys\.[^`]+)`/g)].map((match) => match[1] ?? "");
  return new Set([...fixed, ...composed.flatMap((key) => COMPOSED[key] ?? [`not in COMPOSED: ${key}`])]);
}

function messages(locale: string): Map<string, string> {
  const lines = fs.readFileSync(path.join(folder, `messages_${locale}.properties`), "utf8").split("\n");
  return new Map(
    lines.filter((line) => line.startsWith("appKeys.")).map((line) => {
      const end = line.indexOf("=");
      return [line.slice(0, end), line.slice(end + 1)];
    }),
  );
}

const placeholders = (text: string | undefined) => [...(text ?? "").matchAll(/\{\{\w+\}\}/g)].map(String).sort();

describe.each(["en", "pt_BR", "es"])("the messages in %s", (locale) => {
  it("are those that the page uses, none missing and none left over", () => {
    expect([...messages(locale).keys()].sort()).toEqual([...used()].sort());
  });

  it("have the same placeholders as in English", () => {
    const english = messages("en");
    for (const [key, text] of messages(locale)) {
      expect([key, ...placeholders(text)]).toEqual([key, ...placeholders(english.get(key))]);
    }
  });
});
