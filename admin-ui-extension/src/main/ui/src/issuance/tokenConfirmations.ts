import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { useTranslation } from "react-i18next";
import type { CreatedPair, Pair, Token } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import type { Confirmation } from "../parts/ConfirmDialog";

/** The confirmations for everything that ends or replaces an appToken or a claim link. */
export function useTokenConfirmations(pair: Pair, onDone: () => void) {
  const { t } = useTranslation();
  const { api } = useConsole();
  const { addAlert } = useAlerts();

  const confirmation = (name: "finish" | "undo", action: () => Promise<unknown>): Confirmation => ({
    title: t(`appKeys.renew.${name}Title`),
    text: t(`appKeys.renew.${name}Text`),
    ok: t(`appKeys.renew.${name}`),
    danger: true,
    action: async () => {
      await action();
      addAlert(t(`appKeys.renew.${name}Done`));
      onDone();
    },
  });

  return {
    finish: () => confirmation("finish", () => api.finishRenewal(pair.appKey)),
    undo: () => confirmation("undo", () => api.undoRenewal(pair.appKey)),
    withdraw: (): Confirmation => ({
      title: t("appKeys.claim.withdrawTitle"),
      text: t("appKeys.claim.withdrawText"),
      ok: t("appKeys.claim.withdraw"),
      danger: true,
      action: async () => {
        await api.withdrawClaimLink(pair.appKey);
        addAlert(t("appKeys.claim.withdrawn"));
        onDone();
      },
    }),
    newLink: (reveal: (fetchPair: () => Promise<CreatedPair>) => Promise<void>): Confirmation => ({
      title: t("appKeys.claim.newTitle"),
      text: t("appKeys.claim.newText"),
      ok: t("appKeys.claim.new"),
      action: () => reveal(() => api.newClaimLink(pair.appKey)),
    }),
    revoke: (token: Token): Confirmation => ({
      title: t("appKeys.tokens.revokeTitle", { hint: token.hint ?? "…" }),
      text: t(pair.tokens.length > 1 ? "appKeys.tokens.revokeText" : "appKeys.tokens.revokeLastText"),
      ok: t("appKeys.tokens.revoke"),
      danger: true,
      action: async () => {
        await api.revoke(pair.appKey, token.id);
        addAlert(t("appKeys.tokens.revoked"));
        onDone();
      },
    }),
  };
}
