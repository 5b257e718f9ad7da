import fs from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { notices } from "./notices";

const classes = path.resolve(import.meta.dirname, "../../../target/classes");
const theme = path.join(classes, "theme/app-keys/admin");

/**
 * The console already ships PatternFly's styles, and its pages must look the same with and without the section. So only
 * those styles are bundled that the console's main style sheet lacks because it loads them with single pages.
 */
const OWN_STYLES = ["ClipboardCopy", "DescriptionList", "Tabs"];

function styles(): Plugin {
  const nothing = "\0no-style.css";
  return {
    name: "styles-of-the-console",
    enforce: "pre",
    resolveId(source, importer) {
      if (!source.endsWith(".css")) {
        return null;
      }
      const file = importer ? path.resolve(path.dirname(importer), source) : source;
      const component = /@patternfly\/react-styles\/css\/components\/([^/]+)\//.exec(file)?.[1];
      return component !== undefined && OWN_STYLES.includes(component) ? null : nothing;
    },
    load: (id) => (id === nothing ? "" : null),
  };
}

/** Tells Keycloak the file name of the entry, which contains a hash: resources are cached for a long time. */
function themeProperties(): Plugin {
  return {
    name: "theme-properties",
    writeBundle(_options, bundle) {
      const entry = Object.values(bundle).find((chunk) => chunk.type === "chunk" && chunk.isEntry);
      if (!entry) {
        throw new Error("there is no entry");
      }
      fs.writeFileSync(path.join(theme, "theme.properties"), `parent=keycloak.v2\nscripts=${entry.fileName}\n`);
    },
  };
}

/** The npm packages, with their versions, of which code or styles are in the page. */
function packagesOf(bundle: Record<string, { type: string; modules?: Record<string, { renderedLength: number }> }>) {
  const packages = new Map<string, string>();
  for (const chunk of Object.values(bundle)) {
    for (const [id, module] of Object.entries(chunk.modules ?? {})) {
      const [, folder, name] = /^\0?(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(id) ?? [];
      if (folder && name && (module.renderedLength > 0 || id.includes(".css"))) {
        const { version } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8")) as {
          version: string;
        };
        packages.set(name, version);
      }
    }
  }
  return Object.fromEntries([...packages].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Fails where the page has another npm package, or another version, than `bundled.json` lists: what users of the
 * console load must be known. The list also goes into the jar, beside the page, where a test reads it.
 */
function bundledPackages(): Plugin {
  return {
    name: "bundled-packages",
    writeBundle(_options, bundle) {
      const found = `${JSON.stringify(packagesOf(bundle), null, 2)}\n`;
      fs.writeFileSync(path.join(theme, "bundled.json"), found);
      if (found !== fs.readFileSync(path.join(import.meta.dirname, "bundled.json"), "utf8")) {
        throw new Error(`the page does not bundle what bundled.json lists, but\n${found}`);
      }
    },
  };
}

export default defineConfig({
  plugins: [
    styles(),
    notices(path.join(classes, "META-INF/THIRD-PARTY-NOTICES.txt")),
    themeProperties(),
    bundledPackages(),
  ],
  esbuild: { jsx: "automatic", jsxDev: false },
  base: "",
  define: { "process.env.NODE_ENV": JSON.stringify(process.env.VITEST ? "test" : "production") },
  build: {
    outDir: path.join(theme, "resources"),
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    rollupOptions: {
      input: { "app-keys": "src/main.tsx" },
      // taken from the console by its import map: two copies of React would not share contexts
      external: ["react", "react/jsx-runtime", "react-dom"],
    },
  },
  // a test that loads components or uses the DOM names jsdom in its first line
  test: { environment: "node", include: ["src/**/*.test.ts", "src/**/*.test.tsx"] },
});
