import type { PastedHalves } from "../api/types";

/** A text with line breaks in a field of one line. */
export interface Paste {
  /** What the field shows. */
  shown: string;
  /** What was pasted in truth. */
  sent: string;
}

/**
 * A paste into a field of one line, which would lose the line breaks, the very thing to look for; undefined where it
 * loses nothing.
 *
 * @param value of the field before, of which the text takes the place of what is selected
 */
export function pasteOf(value: string, start: number, end: number, text: string): Paste | undefined {
  const sent = value.slice(0, start) + text + value.slice(end);
  const shown = sent.replace(/[\r\n]/g, "");
  return shown === sent ? undefined : { shown, sent };
}

/** What there is to look at: an empty field is a half that is not at hand. Undefined where there is none. */
export function halvesOf(appKey: string, appToken: string): PastedHalves | undefined {
  if (appKey === "" && appToken === "") {
    return undefined;
  }
  return { ...(appKey === "" ? {} : { appKey }), ...(appToken === "" ? {} : { appToken }) };
}
