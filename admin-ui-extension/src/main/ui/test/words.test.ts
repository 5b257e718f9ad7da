import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { FIXES } from "../src/diagnosis/fixes";
import { OUTCOMES } from "../src/diagnosis/outcome";
import { EXPIRIES, SECRET_OVERLAPS } from "../src/issuance/expiry";
import { OVERLAPS } from "../src/issuance/RenewForm";
import { REASONS } from "../src/pair/EventsTab";
import { PAIR_STATUSES } from "../src/parts/status";
import { TABS } from "../src/routes/paths";
import { SCOPES } from "../src/settings/settings";

const ui = path.resolve(import.meta.dirname, "..");
const messages = path.resolve(ui, "../../../../themes/src/main/resources/theme-resources/messages");
const sources = fs
  .readdirSync(path.join(ui, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => fs.readFileSync(path.join(ui, "src", name), "utf8"))
  .join("\n");

/** Settings whose words are not those of a field of one line. */
const GRANTS = ["cutoff", "scope", "clients", "exceptions"];

/** Keys that are put together while the page runs. */
const COMPOSED: Record<string, readonly string[]> = {
  "appKeys.adopt.handover.${value}": SECRET_OVERLAPS.map((name) => `appKeys.adopt.handover.${name}`),
  "appKeys.claim.${status}": ["PENDING", "CLAIMED", "EXPIRED", "WITHDRAWN"].map((name) => `appKeys.claim.${name}`),
  "appKeys.import.outcome.${row.outcome}": ["CREATE", "TAKEN", "NO_SUCH_ROLE", "ROLE_NOT_ALLOWED", "INVALID"].map(
    (name) => `appKeys.import.outcome.${name}`,
  ),
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
  "appKeys.settings.${name}Title": ["disable", "endsNow"].map((name) => `appKeys.settings.${name}Title`),
  "appKeys.settings.${name}Text": ["disable", "endsNow"].map((name) => `appKeys.settings.${name}Text`),
  "appKeys.settings.scope.${name}": SCOPES.map((name) => `appKeys.settings.scope.${name}`),
  "appKeys.status.${known}": PAIR_STATUSES.map((name) => `appKeys.status.${name}`),
  "appKeys.status.${status}": [...PAIR_STATUSES, "EXPIRING"].map((name) => `appKeys.status.${name}`),
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
    "appKeyHeader",
    "appTokenHeader",
    "observe",
    "retentionDays",
    "documentationUrl",
  ];
  return names.map((name) => `appKeys.settings.${name}${ending}`);
}

function used(): Set<string> {
  const fixed = [...sources.matchAll(/"(appKeys\.[\w.]+)"/g)].map((match) => match[1] ?? "");
  const composed = [...sources.matchAll(/`(appKeys\.[^`]+)`/g)].map((match) => match[1] ?? "");
  return new Set([...fixed, ...composed.flatMap((key) => COMPOSED[key] ?? [`not in COMPOSED: ${key}`])]);
}

function words(locale: string): Map<string, string> {
  const lines = fs.readFileSync(path.join(messages, `messages_${locale}.properties`), "utf8").split("\n");
  return new Map(
    lines.filter((line) => line.startsWith("appKeys.")).map((line) => {
      const end = line.indexOf("=");
      return [line.slice(0, end), line.slice(end + 1)];
    }),
  );
}

const placeholders = (text: string | undefined) => [...(text ?? "").matchAll(/\{\{\w+\}\}/g)].map(String).sort();

describe.each(["en", "pt_BR", "es"])("the words in %s", (locale) => {
  it("are those that the page uses, none missing and none left over", () => {
    expect([...words(locale).keys()].sort()).toEqual([...used()].sort());
  });

  it("have the same gaps as in English", () => {
    const english = words("en");
    for (const [key, text] of words(locale)) {
      expect([key, ...placeholders(text)]).toEqual([key, ...placeholders(english.get(key))]);
    }
  });
});
