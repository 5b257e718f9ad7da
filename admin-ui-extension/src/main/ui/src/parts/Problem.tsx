import { Alert, AlertActionLink, Bullseye, Spinner } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { ApiError, messageOf } from "../api/ApiError";

/** An alert for data that could not be loaded. */
export function Problem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const forbidden = error instanceof ApiError && error.status === 403;
  return (
    <Alert
      component="p"
      isInline
      isLiveRegion
      variant="danger"
      title={forbidden ? t("appKeys.forbidden") : t("appKeys.loadFailed")}
      {...(onRetry && !forbidden
        ? { actionLinks: <AlertActionLink onClick={onRetry}>{t("appKeys.retry")}</AlertActionLink> }
        : {})}
    >
      {forbidden ? undefined : messageOf(error)}
    </Alert>
  );
}

export function Loading() {
  const { t } = useTranslation();
  return (
    <Bullseye>
      <Spinner aria-label={t("appKeys.loading")} />
    </Bullseye>
  );
}
