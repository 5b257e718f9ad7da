import { describe, expect, it } from "vitest";
import { diagnosisPath, routeOf } from "./paths";
import { questionOf, rolesOf, searchOf } from "./question";

describe("a question", () => {
  it.each([
    [{}, ""],
    [{ scope: "" }, "?scope="],
    [
      { requiredRoles: ["orders-api:orders:read", "a role"], address: "::1", scope: "a b" },
      "?role=orders-api%3Aorders%3Aread&role=a+role&address=%3A%3A1&scope=a+b",
    ],
  ])("%j is in the address, and can be read there", (question, search) => {
    expect(searchOf(question)).toBe(search);
    expect(questionOf(search)).toEqual(question);
    expect(diagnosisPath("shop", "erp", question)).toBe(`/shop/app-keys/key/erp/diagnosis${search}`);
    expect(routeOf("/shop/app-keys/key/erp/diagnosis", search)).toMatchObject({ appKey: "erp", tab: "diagnosis" });
  });

  it("names a role in each line", () => {
    expect(rolesOf(" orders-api:orders:read \r\n\n a role ")).toEqual(["orders-api:orders:read", "a role"]);
  });
});
