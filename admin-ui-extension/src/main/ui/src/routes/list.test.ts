import { describe, expect, it } from "vitest";
import { ALL_PAIRS, isFiltered, listAddressOf, listSearchOf, NEWEST_FIRST, type ListAddress } from "./list";
import { listPath } from "./paths";

const WHOLE: ListAddress = { query: ALL_PAIRS, order: NEWEST_FIRST, page: 1, perPage: 20 };

describe("the address of the list", () => {
  it.each<[string, Partial<ListAddress>]>([
    ["", {}],
    ["?search=a%26b&status=NO_ROLE", { query: { ...ALL_PAIRS, search: "a&b", status: "NO_ROLE" } }],
    ["?expiresWithinDays=30&renewal=true", { query: { ...ALL_PAIRS, expiresWithinDays: "30", renewal: "true" } }],
    ["?unusedDays=90&neverUsed=true", { query: { ...ALL_PAIRS, unusedDays: "90", neverUsed: "true" } }],
    [
      "?claim=PENDING&role=orders-api%3Aorders%3Aread&contact=ana%40shop",
      { query: { ...ALL_PAIRS, claim: "PENDING", role: "orders-api:orders:read", contact: "ana@shop" } },
    ],
    ["?sort=lastUsedAt&order=asc&page=3&perPage=50", { order: { sort: "lastUsedAt", order: "asc" }, page: 3, perPage: 50 }],
    ["?sort=createdAt&order=asc", { order: { sort: "createdAt", order: "asc" } }],
  ])("%s says what the list shows, and is written the same", (search, part) => {
    const address = { ...WHOLE, ...part };
    expect(listAddressOf(search)).toEqual(address);
    expect(listSearchOf(address)).toBe(search);
    expect(listPath("my shop", address)).toBe(`/my%20shop/app-keys${search}`);
  });

  it.each([
    "?status=PAUSED&claim=CLAIMED&neverUsed=yes&renewal=false",
    "?expiresWithinDays=0&unusedDays=3651&page=0&perPage=21",
    "?expiresWithinDays=1e3&unusedDays=-1&page=1.5&perPage=a",
    "?sort=password&order=desc&search=%20&role=%00",
  ])("%s has nothing in it that the server would refuse", (search) => {
    expect(listAddressOf(search)).toEqual(WHOLE);
  });

  it("has bounds", () => {
    const { search, role } = listAddressOf(`?search=${"a".repeat(300)}&role=${"b".repeat(600)}`).query;
    expect(search).toHaveLength(255);
    expect(role).toHaveLength(511);
  });

  it("filters or does not", () => {
    expect(isFiltered(ALL_PAIRS)).toBe(false);
    expect(isFiltered({ ...ALL_PAIRS, neverUsed: "true" })).toBe(true);
  });
});
