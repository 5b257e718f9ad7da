/** How long the old appToken of a renewal works on: the realm's own time, a few presets, or until it is finished. */
export const OVERLAPS = ["realm", "0", "1", "7", "30", "manual"] as const;
export type Overlap = (typeof OVERLAPS)[number];

const DAY = 24 * 60 * 60;

/** In seconds; null until it is finished by hand, undefined for what the realm has set. */
export function overlapSeconds(overlap: Overlap): number | null | undefined {
  switch (overlap) {
    case "realm":
      return undefined;
    case "manual":
      return null;
    default:
      return Number(overlap) * DAY;
  }
}
