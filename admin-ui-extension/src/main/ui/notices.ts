import fs from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";

/** One npm package that is part of the bundle. */
export interface BundledPackage {
  name: string;
  version: string;
  license: string;
  /** Its own notices; a package that has none is named with its licence and its authors. */
  text: string;
}

/** Apache-2.0 asks for the text of the licence once, and the jar has it as META-INF/LICENSE. */
const APACHE = "Apache-2.0";
const NOTICE_FILES = /^(licen[cs]e|notice|copying|copyright)(\.(md|txt|markdown))?$/i;

/** The folders of the npm packages that these modules are from. */
export function packageFolders(modules: Iterable<string>): string[] {
  const folders = new Set<string>();
  for (const id of modules) {
    const file = id.replace(/^\0/, "").replace(/\?.*$/, "");
    const folder = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file.replaceAll("\\", "/"))?.[1];
    if (folder !== undefined) {
      folders.add(folder);
    }
  }
  return [...folders].sort();
}

/** @throws Error where the licence asks for a notice, and the package has none */
export function readPackage(folder: string): BundledPackage {
  const { name, version, license, author } = JSON.parse(
    fs.readFileSync(path.join(folder, "package.json"), "utf8"),
  ) as { name: string; version: string; license?: string; author?: string | { name?: string } };
  const text = fs
    .readdirSync(folder)
    .filter((file) => NOTICE_FILES.test(file))
    .sort()
    .map((file) => fs.readFileSync(path.join(folder, file), "utf8").trim())
    .join("\n\n");
  const known = license ?? "unknown";
  if (text === "" && known !== APACHE) {
    throw new Error(`${name} ${version} (${known}) is bundled and has no file with its licence`);
  }
  const holder = (typeof author === "string" ? author : author?.name) ?? "its authors";
  return {
    name,
    version,
    license: known,
    text: text === "" ? `Copyright ${holder}. Licensed under ${APACHE}: see META-INF/LICENSE.` : text,
  };
}

/** The file for the jar: a section for each package. */
export function noticesText(packages: BundledPackage[]): string {
  const sections = packages.map(
    ({ name, version, license, text }) => `${"=".repeat(80)}\n${name} ${version} (${license})\n\n${text}\n`,
  );
  return ["The page of the admin console contains code of these npm packages.\n", ...sections].join("\n");
}

/** Writes the notices of all packages whose code or styles are in the bundle, and fails where one is missing. */
export function notices(file: string): Plugin {
  return {
    name: "notices",
    writeBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) =>
        chunk.type !== "chunk"
          ? []
          : Object.entries(chunk.modules)
              .filter(([id, { renderedLength }]) => renderedLength > 0 || id.endsWith(".css"))
              .map(([id]) => id),
      );
      const packages = packageFolders(modules).map(readPackage);
      if (packages.length === 0) {
        throw new Error("no package is bundled");
      }
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, noticesText(packages));
    },
  };
}
