import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { ClientRepresentation, Integration } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { RouteLink } from "../parts/RouteLink";
import { useLoad } from "../parts/useLoad";
import { adoptPath } from "../routes/paths";

/** Whether a client can become an API client: a confidential OpenID Connect client that is not one yet. */
export function isAdoptable(client: ClientRepresentation): boolean {
  return !client.publicClient && !client.bearerOnly && client.protocol !== "saml" && client.clientAuthenticatorType !== "app-key";
}

/**
 * The link from creating a pair to adopting an existing client.
 *
 * @param from if set, the link is for this integration's client and only shown if that can be adopted
 */
export function AdoptInstead({ from }: { from: Integration | undefined }) {
  return from ? <AdoptThis from={from} /> : <AdoptAny />;
}

function AdoptAny() {
  const { t } = useTranslation();
  const { realm } = useConsole();
  return (
    <p>
      <RouteLink to={adoptPath(realm)} variant="link" testId="app-keys-adopt">
        {t("appKeys.adopt.instead")}
      </RouteLink>
    </p>
  );
}

function AdoptThis({ from }: { from: Integration }) {
  const { t } = useTranslation();
  const { api, realm } = useConsole();
  const load = useCallback((signal: AbortSignal) => api.client(from.clientId, signal), [api, from]);
  const { data } = useLoad(load);
  if (!data || !isAdoptable(data)) {
    return null;
  }
  return (
    <p>
      <RouteLink to={adoptPath(realm, from)} variant="link" testId="app-keys-adopt">
        {t("appKeys.adopt.this", { clientId: from.clientId })}
      </RouteLink>
    </p>
  );
}
