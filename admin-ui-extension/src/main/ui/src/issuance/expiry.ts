/** When an appToken ends: in a number of days, never, or at a moment that the administrator picks. */
export const EXPIRIES = ["30", "90", "365", "never", "custom"] as const;
export type Expiry = (typeof EXPIRIES)[number];

/** For how many days the client secret of an adopted client stays valid beside the new appToken. */
export const SECRET_OVERLAPS = ["0", "1", "7", "30", "90"] as const;
export type SecretOverlap = (typeof SECRET_OVERLAPS)[number];

const DAY = 24 * 60 * 60 * 1000;

/** The moment in ISO 8601; undefined for never; null if the picked moment is missing, invalid or past. */
export function expiresAt(expiry: Expiry | SecretOverlap, picked: string, now: Date): string | undefined | null {
  if (expiry === "never") {
    return undefined;
  }
  if (expiry !== "custom") {
    return withoutMillis(new Date(now.getTime() + Number(expiry) * DAY));
  }
  const moment = new Date(picked);
  if (picked === "" || Number.isNaN(moment.getTime()) || moment <= now) {
    return null;
  }
  return withoutMillis(moment);
}

function withoutMillis(moment: Date): string {
  return moment.toISOString().replace(/\.\d{3}Z$/, "Z");
}

/** A moment as the value of an input of type `datetime-local`, in the browser's time zone. */
export function localDateTime(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const date = [moment.getFullYear(), two(moment.getMonth() + 1), two(moment.getDate())].join("-");
  return `${date}T${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
