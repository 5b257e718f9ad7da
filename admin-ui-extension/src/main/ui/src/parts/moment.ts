/** A date and time with a time zone, as the administrator wrote it. */
interface ZonedMoment {
  /** Local date and time in that zone, as the browser's field has it: without the seconds if they are zero. */
  local: string;
  /** `Z`, or the offset from UTC as in `-02:00`. */
  zone: string;
  at: Date;
}

const ISO =
  /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?([.,]\d{1,9})?(?:(Z)|([+-]\d\d)(?::?(\d\d))?(?::?\d\d)?)$/i;

/** Offsets in use that are not whole hours, in minutes. */
const ODD = [-570, -210, 210, 270, 330, 345, 390, 525, 570, 630, 765];

/** The offsets to choose from, from west to east; `Z` for UTC. */
export const ZONES: readonly string[] = [...Array.from({ length: 27 }, (_none, index) => (index - 12) * 60), ...ODD]
  .sort((one, other) => one - other)
  .map((minutes) => (minutes === 0 ? "Z" : offset(minutes)));

/** Parses a text; undefined if it is not a date and time with a time zone. The server validates more strictly. */
export function parseMoment(text: string): ZonedMoment | undefined {
  const [match, date, time, seconds = ":00", , utc, hours, minutes = "00"] = ISO.exec(text.trim()) ?? [];
  if (match === undefined || date === undefined || time === undefined) {
    return undefined;
  }
  const local = `${date}T${time}${seconds === ":00" ? "" : seconds}`;
  const zone = utc === undefined ? `${hours ?? ""}:${minutes}` : "Z";
  const at = new Date(local + zone);
  return Number.isNaN(at.getTime()) ? undefined : { local, zone, at };
}

/** Whether a moment is in the past or is now; false for an invalid text. */
export function isPast(text: string, now: Date): boolean {
  const moment = parseMoment(text);
  return moment !== undefined && moment.at <= now;
}

/** Composes a moment from the value of the browser's field, which omits seconds that are zero; empty if it is empty. */
export function composeMoment(local: string, zone: string): string {
  return local === "" ? "" : `${local}${/T\d\d:\d\d$/.test(local) ? ":00" : ""}${zone}`;
}

/** The browser's own offset at a local date and time. */
export function ownZone(local: string): string {
  const at = local === "" ? new Date() : new Date(local);
  const minutes = -at.getTimezoneOffset();
  return minutes === 0 || Number.isNaN(minutes) ? "Z" : offset(minutes);
}

/**
 * The offset for another local date and time: a chosen one stays, the browser's own one follows summer time.
 *
 * @param moment the one before; undefined if there was none
 * @param chosen the offset that the administrator chose; undefined for none
 */
export function zoneAt(local: string, moment: ZonedMoment | undefined, chosen: string | undefined): string {
  if (moment === undefined || moment.zone === chosen) {
    return chosen ?? ownZone(local);
  }
  return moment.zone === ownZone(moment.local) ? ownZone(local) : moment.zone;
}

function offset(minutes: number): string {
  const two = (value: number) => String(Math.trunc(value)).padStart(2, "0");
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(size / 60)}:${two(size % 60)}`;
}
