import type { UsageDay } from "../api/types";

/** How many days the chart may show; the server keeps 90. */
export const USAGE_DAYS = [7, 30, 90];

/** How many reasons have a colour of their own. */
const REASONS_SHOWN = 4;

/** What a part of a bar counts: accepted exchanges, those refused for a reason, or for all reasons that are rare. */
export type Series = { kind: "accepted" } | { kind: "reason"; reason: string } | { kind: "others" };

export interface Count {
  series: Series;
  total: number;
}

/** A part of the bar of a day, in the units of the counts. */
export interface Part {
  series: number;
  from: number;
  size: number;
}

export interface Bar {
  day: string;
  parts: Part[];
}

export interface Chart {
  series: Count[];
  bars: Bar[];
  /** The end of the axis, at least as high as the highest bar. */
  top: number;
  accepted: number;
  refused: number;
}

/** The number of refusals of a day. */
export function refusedOn({ refused }: UsageDay): number {
  return Object.values(refused).reduce((sum, count) => sum + count, 0);
}

/** The bars of some days: accepted exchanges below, then the reasons for refusals, the most frequent first. */
export function chartOf(days: UsageDay[]): Chart {
  const totals = new Map<string, number>();
  for (const { refused } of days) {
    for (const [reason, count] of Object.entries(refused)) {
      totals.set(reason, (totals.get(reason) ?? 0) + count);
    }
  }
  const frequent = [...totals].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
  const shown = frequent.slice(0, REASONS_SHOWN);
  const others = frequent.slice(REASONS_SHOWN);
  const accepted = days.reduce((sum, day) => sum + day.accepted, 0);
  const series: Count[] = [
    { series: { kind: "accepted" }, total: accepted },
    ...shown.map(([reason, total]) => ({ series: { kind: "reason" as const, reason }, total })),
    ...(others.length === 0
      ? []
      : [{ series: { kind: "others" as const }, total: others.reduce((sum, [, count]) => sum + count, 0) }]),
  ];
  const countOf = (day: UsageDay, { series: one }: Count): number => {
    switch (one.kind) {
      case "accepted":
        return day.accepted;
      case "reason":
        return day.refused[one.reason] ?? 0;
      case "others":
        return others.reduce((sum, [reason]) => sum + (day.refused[reason] ?? 0), 0);
    }
  };
  const bars = days.map((day) => {
    let from = 0;
    const parts: Part[] = [];
    series.forEach((count, index) => {
      const size = countOf(day, count);
      if (size > 0) {
        parts.push({ series: index, from, size });
        from += size;
      }
    });
    return { day: day.day, parts };
  });
  const highest = Math.max(0, ...days.map((day) => day.accepted + refusedOn(day)));
  const refused = days.reduce((sum, day) => sum + refusedOn(day), 0);
  return { series, bars, top: axisEnd(highest), accepted, refused };
}

/** The next of 1, 2, 5, 10, 20, 50, … */
export function axisEnd(highest: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, highest)));
  return [1, 2, 5, 10].map((step) => step * power).find((end) => end >= highest) ?? highest;
}
