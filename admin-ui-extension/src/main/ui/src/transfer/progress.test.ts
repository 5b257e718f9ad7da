import { describe, expect, it } from "vitest";
import { Counter, percent } from "./progress";

describe("progress", () => {
  it("counts a text that comes in pieces", () => {
    const counter = new Counter('"appKey"');
    expect(counter.add('{"appKey":1,"app')).toBe(1);
    expect(counter.add('Key":2}')).toBe(2);
    expect(counter.add('"')).toBe(2);
    expect(counter.add('appKey""appKey"')).toBe(4);
  });

  it("is in whole percent", () => {
    expect(percent(0, 0)).toBe(100);
    expect(percent(1, 3)).toBe(33);
    expect(percent(5, 3)).toBe(100);
  });
});
