import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { ACTS, actMessageKey, causeMessageKey, CAUSES } from "./history";

const core = path.resolve(import.meta.dirname, "../../../../../../core/src/main/java/io/github/appkeys/core");

/** The constants of an enum in the server's code. */
function constants(file: string, begin: string): string[] {
  const source = fs.readFileSync(path.join(core, file), "utf8");
  return [...source.slice(source.indexOf(begin)).matchAll(/^\s+([A-Z_]+),?$/gm)].map((match) => match[1] ?? "");
}

it("all that the server may tell has words", () => {
  expect([...ACTS].sort()).toEqual(constants("history/Act.java", "enum Act").sort());
  expect([...CAUSES].sort()).toEqual(constants("expiry/TokenEnd.java", "enum Cause").sort());
});

it("what only a newer server knows has none", () => {
  expect(actMessageKey("RENEWED")).toBe("appKeys.history.act.RENEWED");
  expect(actMessageKey("PAINTED")).toBeUndefined();
  expect(causeMessageKey("REVOKED")).toBe("appKeys.ended.REVOKED");
  expect(causeMessageKey("toString")).toBeUndefined();
});
