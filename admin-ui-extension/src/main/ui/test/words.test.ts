import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { EXPIRIES } from "../src/lib/expiry";
import { REASONS } from "../src/lib/reasons";
import { PAIR_STATUSES } from "../src/lib/status";
import { TABS } from "../src/paths";

const ui = path.resolve(import.meta.dirname, "..");
const messages = path.resolve(ui, "../../../../themes/src/main/resources/theme-resources/messages");
const sources = fs
  .readdirSync(path.join(ui, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => fs.readFileSync(path.join(ui, "src", name), "utf8"))
  .join("\n");

/** Keys that are put together while the page runs. */
const COMPOSED: Record<string, readonly string[]> = {
  "appKeys.expiry.${value}": EXPIRIES.map((name) => `appKeys.expiry.${name}`),
  "appKeys.reason.${String(reason)}": REASONS.map((name) => `appKeys.reason.${name}`),
  "appKeys.settings.${name}": settings(""),
  "appKeys.settings.${name}Help": settings("Help"),
  "appKeys.status.${known}": PAIR_STATUSES.map((name) => `appKeys.status.${name}`),
  "appKeys.status.${status}": [...PAIR_STATUSES, "EXPIRING"].map((name) => `appKeys.status.${name}`),
  "appKeys.tab.${name}": TABS.map((name) => `appKeys.tab.${name}`),
};

function settings(ending: string): string[] {
  const names = ["enabled", "requireRole", "defaultOverlapSeconds", "maxTokenAgeSeconds", "appKeyHeader", "appTokenHeader"];
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
