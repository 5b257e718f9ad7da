import { describe, expect, it } from "vitest";
import { axisEnd, chartOf, refusedOn } from "./usage";

describe("the chart of exchanges", () => {
  it("stacks what was accepted and the reasons, the most frequent first", () => {
    const chart = chartOf([
      { day: "2026-12-01", accepted: 3, refused: { EXPIRED: 1, DISABLED: 4 } },
      { day: "2026-12-02", accepted: 0, refused: {} },
      { day: "2026-12-03", accepted: 10, refused: { EXPIRED: 2 } },
    ]);

    expect(chart.series).toEqual([
      { series: { kind: "accepted" }, total: 13 },
      { series: { kind: "reason", reason: "DISABLED" }, total: 4 },
      { series: { kind: "reason", reason: "EXPIRED" }, total: 3 },
    ]);
    expect(chart.bars).toEqual([
      {
        day: "2026-12-01",
        parts: [
          { series: 0, from: 0, size: 3 },
          { series: 1, from: 3, size: 4 },
          { series: 2, from: 7, size: 1 },
        ],
      },
      { day: "2026-12-02", parts: [] },
      {
        day: "2026-12-03",
        parts: [
          { series: 0, from: 0, size: 10 },
          { series: 2, from: 10, size: 2 },
        ],
      },
    ]);
    expect([chart.top, chart.accepted, chart.refused]).toEqual([20, 13, 7]);
  });

  it("has no more colours than can be told apart", () => {
    const chart = chartOf([{ day: "2026-12-01", accepted: 0, refused: { A: 9, B: 8, C: 7, D: 6, E: 5, F: 4 } }]);

    expect(chart.series.map(({ total }) => total)).toEqual([0, 9, 8, 7, 6, 9]);
    expect(chart.series.at(-1)?.series).toEqual({ kind: "others" });
    expect(chart.bars[0]?.parts.at(-1)).toEqual({ series: 5, from: 30, size: 9 });
  });

  it("has an axis where nothing happened", () => {
    expect(chartOf([]).top).toBe(1);
    expect(refusedOn({ day: "2026-12-01", accepted: 5, refused: { A: 1, B: 2 } })).toBe(3);
  });

  it.each([
    [0, 1],
    [1, 1],
    [3, 5],
    [10, 10],
    [11, 20],
    [501, 1000],
  ])("an axis for %i ends at %i", (highest, end) => {
    expect(axisEnd(highest)).toBe(end);
  });
});
