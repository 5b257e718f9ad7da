import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { noticesText, packageFolders, readPackage } from "../notices";

function packageWith(description: object, files: Record<string, string> = {}): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "notices-"));
  fs.writeFileSync(path.join(folder, "package.json"), JSON.stringify(description));
  Object.entries(files).forEach(([name, text]) => fs.writeFileSync(path.join(folder, name), text));
  return folder;
}

describe("the notices of bundled packages", () => {
  it("are those of the packages that modules come from", () => {
    expect(
      packageFolders([
        "/ui/src/main.tsx",
        "\0no-style.css",
        "/ui/node_modules/lodash/get.js",
        "/ui/node_modules/lodash/set.js?commonjs",
        "\0/ui/node_modules/@a/b/node_modules/@c/d/index.js",
      ]),
    ).toEqual(["/ui/node_modules/@a/b/node_modules/@c/d", "/ui/node_modules/lodash"]);
  });

  it("are all files with a licence or a notice", () => {
    const folder = packageWith(
      { name: "one", version: "1.2.3", license: "MIT" },
      { "LICENSE.md": "MIT of one", NOTICE: "Notice of one", "licenses.js": "no" },
    );
    expect(noticesText([readPackage(folder)])).toMatch(/one 1\.2\.3 \(MIT\)\n\nMIT of one\n\nNotice of one\n$/);
  });

  it("fail the build where one is missing", () => {
    expect(() => readPackage(packageWith({ name: "bare", version: "1", license: "MIT" }))).toThrow("bare 1 (MIT)");
    expect(() => readPackage(packageWith({ name: "bare", version: "1" }))).toThrow("unknown");
  });

  it("refer to the licence in the jar for Apache-2.0", () => {
    const folder = packageWith({ name: "two", version: "2", license: "Apache-2.0", author: { name: "The Two" } });
    expect(readPackage(folder).text).toBe("Copyright The Two. Licensed under Apache-2.0: see META-INF/LICENSE.");
  });
});
