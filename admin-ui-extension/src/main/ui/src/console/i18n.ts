import { createInstance } from "i18next";
import { initReactI18next } from "react-i18next";

interface Environment {
  adminBaseUrl: string;
  serverBaseUrl: string;
  realm: string;
}

/** What the console's page tells about the server. */
export function environment(): Environment {
  return JSON.parse(document.getElementById("environment")?.textContent ?? "{}") as Environment;
}

async function load(locale: string): Promise<Record<string, string>> {
  const { adminBaseUrl, realm } = environment();
  const url = `${adminBaseUrl}/resources/${encodeURIComponent(realm)}/admin/${locale}`;
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`${url}: ${response.status}`);
  }
  const entries = (await response.json()) as { key: string; value: string }[];
  return Object.fromEntries(entries.map(({ key, value }) => [key, value]));
}

/** Our words, beside those of the console, which keeps its own out of reach. */
export const words = createInstance({
  fallbackLng: "en",
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  showSupportNotice: false,
});

words.use(initReactI18next);
words.use({
  type: "backend",
  read: (locale: string, _namespace: string, done: (error: unknown, words?: Record<string, string>) => void) => {
    load(locale).then(
      (found) => done(null, found),
      (error: unknown) => done(error),
    );
  },
});

let ready: Promise<unknown> | undefined;

/** Loads the words once; later calls change the language. */
export async function speak(locale = "en"): Promise<void> {
  ready ??= words.init({ lng: locale, load: "currentOnly" });
  await ready;
  if (words.language !== locale) {
    await words.changeLanguage(locale);
  }
}

/** Waits until the words are there. */
export async function spoken(): Promise<void> {
  await ready;
}
