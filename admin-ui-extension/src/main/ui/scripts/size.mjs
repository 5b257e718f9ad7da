// The size of what the page adds to the console, in KB after gzip. Fails if it exceeds a limit.
import fs from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

const LIMITS = { first: 60, page: 250 };
const theme = path.resolve(import.meta.dirname, "../../../../target/classes/theme/app-keys/admin");
const entry = /scripts=(.*)/.exec(fs.readFileSync(path.join(theme, "theme.properties"), "utf8"))[1];
const assets = path.join(theme, "resources/assets");
const size = (file) => gzipSync(fs.readFileSync(file)).length / 1024;

const sizes = { first: 0, page: 0 };
for (const file of fs.readdirSync(assets)) {
  sizes[file === path.basename(entry) ? "first" : "page"] += size(path.join(assets, file));
}
for (const [name, limit] of Object.entries(LIMITS)) {
  console.log(`${name}: ${sizes[name].toFixed(1)} KB of ${limit}`);
  if (sizes[name] > limit) {
    console.error(`${name} adds too much to the console`);
    process.exitCode = 1;
  }
}
