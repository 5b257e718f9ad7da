import { expect, it } from "vitest";
import { days, fromNow } from "./spans";

it.each([
  ["2026-12-04T12:00:00Z", "en", "in 3 days"],
  ["2026-12-02T13:00:00Z", "en", "tomorrow"],
  ["2026-12-01T14:00:00Z", "pt-BR", "em 2 horas"],
  ["2026-12-01T12:00:10Z", "en", "this minute"],
  ["2026-11-28T12:00:00Z", "es", "hace 3 días"],
])("%s is said in %s as %s", (at, locale, text) => {
  expect(fromNow(new Date(at), new Date("2026-12-01T12:00:00Z"), locale)).toBe(text);
});

it("days have a singular", () => {
  expect([days(1, "en"), days(30, "en"), days(30, "es")]).toEqual(["1 day", "30 days", "30 días"]);
});
