import { useEffect, useState } from "react";
import type { CreatedPair, HeaderNames } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { DEFAULT_HEADERS } from "./credentials";

interface Revealed {
  // the only place that ever holds an appToken, or the link to it
  created: CreatedPair;
  headers: HeaderNames;
}

/**
 * Fetches an appToken or the link to it, holds it while it is shown, and lets it go. React keeps the state before the last one, and the
 * props that went with it: so the appToken is wiped where it is held, and what was rendered with it is pushed out by
 * rendering again.
 */
export function useReveal(onClose: (appKey: string) => void) {
  const { api, access } = useConsole();
  const [revealed, setRevealed] = useState<Revealed>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!revealed && round > 0) {
      setRound(round - 1);
    }
  }, [revealed, round]);

  const reveal = async (fetchPair: () => Promise<CreatedPair>) => {
    // first what may fail without harm: once there is an appToken, it must be shown
    const headers = access.settings
      ? await api.settings().then(
          (settings) => settings.headerNames,
          () => DEFAULT_HEADERS,
        )
      : DEFAULT_HEADERS;
    setRevealed({ created: await fetchPair(), headers });
  };
  const close = () => {
    if (revealed) {
      delete revealed.created.appToken;
      delete revealed.created.claimUrl;
      setRevealed(undefined);
      setRound(2);
      onClose(revealed.created.appKey);
    }
  };
  return { revealed, reveal, close };
}
