import { createInstance } from "i18next";
import { initReactI18next } from "react-i18next";
import { environment } from "./environment";

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

/** The section's own instance of i18next: the console does not export its instance. */
export const i18n = createInstance({
  fallbackLng: "en",
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  showSupportNotice: false,
});

i18n.use(initReactI18next);
i18n.use({
  type: "backend",
  read: (locale: string, _namespace: string, done: (error: unknown, messages?: Record<string, string>) => void) => {
    load(locale).then(
      (messages) => done(null, messages),
      (error: unknown) => done(error),
    );
  },
});

let ready: Promise<unknown> | undefined;

/** Loads the messages once; later calls change the language. */
export async function loadMessages(locale = "en"): Promise<void> {
  ready ??= i18n.init({ lng: locale, load: "currentOnly" });
  await ready;
  if (i18n.language !== locale) {
    await i18n.changeLanguage(locale);
  }
}

/** Resolves once the messages are there. */
export async function whenLoaded(): Promise<void> {
  await ready;
}
