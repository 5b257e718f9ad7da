import { describe, expect, it } from "vitest";
import { ApiError } from "../api/ApiError";
import { fieldOf } from "./errors";

describe("errors", () => {
  const fields = ["label", "description", "appKey", "expiresAt", "allowedNetworks"];

  it.each([
    [400, "label is missing or empty", "label"],
    [400, "description has more than 255 characters", "description"],
    [400, "An appKey has 3 to 255 of the characters A-Z a-z 0-9 . _ - and starts with a letter or a digit", "appKey"],
    [400, 'The appKey "settings" is reserved', "appKey"],
    [409, "The appKey is taken", "appKey"],
    [400, "expiresAt is not in the future", "expiresAt"],
    [400, "Entry 2 of allowedNetworks is wrong: not an IPv4 or IPv6 address or CIDR block", "allowedNetworks"],
    [400, "Something else", undefined],
    [400, "address is not an IPv4 or IPv6 address", undefined],
    [403, "label", undefined],
    [500, "label", undefined],
  ])("%i %s belongs to %s", (status, message, field) => {
    expect(fieldOf(new ApiError(status, message), fields)).toBe(field);
  });

  it("go to no field that the form does not have", () => {
    expect(fieldOf(new ApiError(400, "expiresAt is not in the future"), ["label"])).toBeUndefined();
    expect(fieldOf(new TypeError("label"), fields)).toBeUndefined();
    expect(fieldOf(new ApiError(400, "address is not an IPv4 or IPv6 address"), ["address", "scope"])).toBe("address");
    expect(fieldOf(new ApiError(400, "A header name has 1 to 100 characters"), ["headerNames"])).toBe("headerNames");
  });
});
