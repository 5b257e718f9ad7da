const UNITS = [
  ["day", 24 * 60 * 60 * 1000],
  ["hour", 60 * 60 * 1000],
  ["minute", 60 * 1000],
] as const;

/** How far a moment is away, in whole days, hours or minutes: "in 3 days", "tomorrow". */
export function fromNow(at: Date, now: Date, locale: string): string {
  const span = at.getTime() - now.getTime();
  const [unit, size] = UNITS.find(([, length]) => Math.abs(span) >= length) ?? UNITS[2];
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(Math.round(span / size), unit);
}

/** A number of days: "1 day", "30 days". */
export function days(count: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "unit", unit: "day", unitDisplay: "long" }).format(count);
}
