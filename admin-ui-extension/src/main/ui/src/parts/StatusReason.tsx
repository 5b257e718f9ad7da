import { useTranslation } from "react-i18next";
import type { Pair } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { DateTime } from "./DateTime";
import { fromNow } from "./spans";
import { saysNothingMore, statusReasonKey } from "./status";

/** Why a pair has its status, or what will change it; nothing if the status says it all. */
export function StatusReason({ pair }: { pair: Pair }) {
  const { t } = useTranslation();
  const { locale } = useConsole();
  const { statusReason, status, claim, tokens } = pair;
  if (statusReason === null || saysNothingMore(status, statusReason)) {
    return null;
  }
  const key = statusReasonKey(statusReason);
  const expiresAt = tokens[0]?.expiresAt;
  const when = expiresAt ? fromNow(new Date(expiresAt), new Date(), locale) : "";
  return (
    <span data-testid={`app-key-reason-${pair.appKey}`} data-reason={statusReason}>
      {key === undefined ? statusReason : t(key, { when })}
      {statusReason === "CLAIM_PENDING" && claim && (
        <>
          {" "}
          <DateTime at={claim.expiresAt} />
        </>
      )}
    </span>
  );
}
