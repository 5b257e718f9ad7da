import type { ExportFormat } from "../api/types";

/** Counts the occurrences of a text in a stream of chunks, including those that span two chunks. */
export class Counter {
  private rest = "";
  private found = 0;

  constructor(private readonly text: string) {}

  add(piece: string): number {
    const whole = this.rest + piece;
    this.found += whole.split(this.text).length - 1;
    const end = whole.lastIndexOf(this.text);
    const unread = end < 0 ? whole : whole.slice(end + this.text.length);
    this.rest = unread.slice(Math.max(0, unread.length - this.text.length + 1));
    return this.found;
  }
}

/** Counts the pairs in an export: by lines in CSV, by the property `appKey` in JSON. */
export function pairCounter(format: ExportFormat): Counter {
  return new Counter(format === "csv" ? "\n" : '"appKey"');
}

/** The progress in whole percent; 100 if there is nothing to do. */
export function percent(done: number, total: number): number {
  return total === 0 ? 100 : Math.min(100, Math.floor((done * 100) / total));
}
