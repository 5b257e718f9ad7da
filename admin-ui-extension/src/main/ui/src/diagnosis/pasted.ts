import type { PastedHalves } from "../api/types";

/** A pasted text with line breaks, in a field of one line. */
export interface Paste {
  /** The value of the field. */
  shown: string;
  /** The text as it was pasted. */
  sent: string;
}

/**
 * Keeps the line breaks of a text pasted into a field of one line, which would remove them: they are what the
 * diagnosis looks for. Undefined if the text has none.
 *
 * @param value the value of the field; the text replaces its selection from start to end
 */
export function pasteOf(value: string, start: number, end: number, text: string): Paste | undefined {
  const sent = value.slice(0, start) + text + value.slice(end);
  const shown = sent.replace(/[\r\n]/g, "");
  return shown === sent ? undefined : { shown, sent };
}

/** The halves to check. An empty field is left out; undefined if both are empty. */
export function halvesOf(appKey: string, appToken: string): PastedHalves | undefined {
  if (appKey === "" && appToken === "") {
    return undefined;
  }
  return { ...(appKey === "" ? {} : { appKey }), ...(appToken === "" ? {} : { appToken }) };
}
