import type { HeaderNames } from "../api/types";

interface Credentials {
  appKey: string;
  appToken: string;
  tokenUrl: string;
}

/** The content of an `.env` file. Keys and tokens need no quotes: they have no special characters. */
export function envFile({ appKey, appToken, tokenUrl }: Credentials): string {
  return `APP_KEY=${appKey}\nAPP_TOKEN=${appToken}\nTOKEN_URL=${quoted(tokenUrl)}\n`;
}

export function curlLine({ appKey, appToken, tokenUrl }: Credentials, headers: HeaderNames): string {
  return [
    `curl -X POST ${shellQuoted(tokenUrl)}`,
    `  -H ${shellQuoted(`${headers.appKey}: ${appKey}`)}`,
    `  -H ${shellQuoted(`${headers.appToken}: ${appToken}`)}`,
    "  -d grant_type=client_credentials",
  ].join(" \\\n");
}

function quoted(text: string): string {
  return /[\s#"'$`\\]/.test(text) ? JSON.stringify(text) : text;
}

function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
