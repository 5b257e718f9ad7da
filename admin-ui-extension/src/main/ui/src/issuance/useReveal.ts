import { useEffect, useState } from "react";
import type { CreatedPair, HeaderNames } from "../api/types";
import { useConsole } from "../console/ConsoleContext";
import { DEFAULT_HEADERS } from "./credentials";

interface Revealed {
  // the only state that holds an appToken or a claim URL
  created: CreatedPair;
  headers: HeaderNames;
}

/**
 * Fetches an appToken or a claim link, holds it while it is shown, and drops it afterwards. React also keeps the
 * previous state and props. So the secret is deleted from the object that holds it, and two more renders replace what
 * was rendered with it.
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
    // load the settings first: once the appToken exists, nothing may fail before it is shown
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
