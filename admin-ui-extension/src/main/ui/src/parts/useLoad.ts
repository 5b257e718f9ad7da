import { useCallback, useEffect, useState } from "react";

interface Loaded<T> {
  data: T | undefined;
  error: unknown;
  loading: boolean;
  reload: () => void;
}

interface State<T> {
  loader: unknown;
  data?: T;
  error?: unknown;
  loading: boolean;
}

/**
 * Loads data when the loader changes (wrap it in useCallback) and on reload. Keeps the previous data until the new data
 * is there, so that a table does not flicker.
 */
export function useLoad<T>(loader: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [round, setRound] = useState(0);
  const [state, setState] = useState<State<T>>({ loader, loading: true });
  useEffect(() => {
    const abort = new AbortController();
    setState((before) => ({ ...before, loader, loading: true }));
    loader(abort.signal).then(
      (data) => {
        if (!abort.signal.aborted) {
          setState({ loader, data, loading: false });
        }
      },
      (error: unknown) => {
        if (!abort.signal.aborted) {
          setState({ loader, error, loading: false });
        }
      },
    );
    return () => abort.abort();
  }, [loader, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { data: state.data, error: state.error, loading: state.loading || state.loader !== loader, reload };
}
