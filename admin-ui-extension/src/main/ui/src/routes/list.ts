import type { PairOrder, PairQuery, PairSort, PairStatus } from "../api/types";

export const PAIR_STATUSES = [
  "ACTIVE",
  "NO_ROLE",
  "DISABLED",
  "BROKEN",
  "EXPIRED",
] as const satisfies readonly PairStatus[];

export const CLAIM_FILTERS = ["PENDING", "NEVER"] as const;

/** How many rows a page may have. */
export const PER_PAGE = [10, 20, 50, 100];

const DEFAULT_PER_PAGE = 20;

/** As the server has them. */
const MAX_DAYS = 3650;
const MAX_TEXT = 255;
const MAX_ROLE = 511;
const MAX_PAGE = 100_000;

const SORTS = ["label", "appKey", "createdAt", "lastUsedAt", "expiresAt"] as const satisfies readonly PairSort[];

/** Filters nothing. */
export const ALL_PAIRS: PairQuery = {
  search: "",
  status: "",
  expiresWithinDays: "",
  unusedDays: "",
  neverUsed: "",
  claim: "",
  renewal: "",
  role: "",
  contact: "",
};

export const NEWEST_FIRST: PairOrder = { sort: "createdAt", order: "desc" };

/** What the list shows, as its address says it. */
export interface ListAddress {
  query: PairQuery;
  order: PairOrder;
  page: number;
  perPage: number;
}

/** Whether a query filters anything. */
export function isFiltered(query: PairQuery): boolean {
  return Object.values(query).some((value) => value !== "");
}

function one<T extends string>(known: readonly T[], text: string | null): T | "" {
  return known.find((value) => value === text) ?? "";
}

function number(text: string | null, max: number): number | undefined {
  const value = /^\d{1,9}$/.test(text ?? "") ? Number(text) : 0;
  return value >= 1 && value <= max ? value : undefined;
}

function text(value: string | null, max: number): string {
  // eslint-disable-next-line no-control-regex
  return (value ?? "").replace(/[\u0000-\u001f\u007f-\u009f]/g, "").trim().slice(0, max);
}

/** Reads the query string of the list. What the server would refuse is left out. */
export function listAddressOf(search: string): ListAddress {
  const parameters = new URLSearchParams(search);
  const get = (name: string) => parameters.get(name);
  const sort = one(SORTS, get("sort"));
  const perPage = number(get("perPage"), MAX_PAGE);
  return {
    query: {
      search: text(get("search"), MAX_TEXT),
      status: one(PAIR_STATUSES, get("status")),
      expiresWithinDays: String(number(get("expiresWithinDays"), MAX_DAYS) ?? ""),
      unusedDays: String(number(get("unusedDays"), MAX_DAYS) ?? ""),
      neverUsed: one(["true"], get("neverUsed")),
      claim: one(CLAIM_FILTERS, get("claim")),
      renewal: one(["true"], get("renewal")),
      role: text(get("role"), MAX_ROLE),
      contact: text(get("contact"), MAX_TEXT),
    },
    order: sort === "" ? NEWEST_FIRST : { sort, order: get("order") === "desc" ? "desc" : "asc" },
    page: number(get("page"), MAX_PAGE) ?? 1,
    perPage: PER_PAGE.find((value) => value === perPage) ?? DEFAULT_PER_PAGE,
  };
}

/** Writes the query string of the list, without what it shows anyway; empty for the whole list. */
export function listSearchOf({ query, order, page, perPage }: ListAddress): string {
  const isDefault = order.sort === NEWEST_FIRST.sort && order.order === NEWEST_FIRST.order;
  const values = {
    ...query,
    ...(isDefault ? {} : order),
    page: page === 1 ? "" : String(page),
    perPage: perPage === DEFAULT_PER_PAGE ? "" : String(perPage),
  };
  const parameters = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ""));
  return parameters.size === 0 ? "" : `?${parameters.toString()}`;
}
