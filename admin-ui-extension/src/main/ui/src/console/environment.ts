interface Environment {
  adminBaseUrl: string;
  realm: string;
}

/** The settings that Keycloak writes into the console's HTML page. */
export function environment(): Environment {
  return JSON.parse(document.getElementById("environment")?.textContent ?? "{}") as Environment;
}
