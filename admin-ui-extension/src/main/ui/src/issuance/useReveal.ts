import { useEffect, useState } from "react";
import type { CreatedPair } from "../api/types";

interface Revealed {
  // the only state that holds an appToken or a claim URL
  created: CreatedPair;
}

/**
 * Fetches an appToken or a claim link, holds it while it is shown, and drops it afterwards. React also keeps the
 * previous state and props. So the secret is deleted from the object that holds it, and two more renders replace what
 * was rendered with it.
 */
export function useReveal(onClose: (appKey: string) => void) {
  const [revealed, setRevealed] = useState<Revealed>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!revealed && round > 0) {
      setRound(round - 1);
    }
  }, [revealed, round]);

  const reveal = async (fetchPair: () => Promise<CreatedPair>) => {
    setRevealed({ created: await fetchPair() });
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
