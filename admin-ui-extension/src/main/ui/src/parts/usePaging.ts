import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { PER_PAGE } from "../routes/list";

/** The part of a list that is shown. */
export interface Place {
  page: number;
  perPage: number;
}

/**
 * The page of a list that is shown, and the props for PatternFly's pagination.
 *
 * @param name the accessible name of the pagination
 */
export function usePaging(name: string, perPage = 20) {
  const [place, setPlace] = useState<Place>({ page: 1, perPage });
  const setPage = useCallback((page: number) => setPlace((before) => ({ ...before, page })), []);
  return { ...place, setPage, controls: usePagingControls(name, place, setPlace) };
}

/**
 * The props for PatternFly's pagination of a list whose place is kept elsewhere, such as in the address.
 *
 * @param name the accessible name of the pagination
 */
export function usePagingControls(name: string, { page, perPage }: Place, onPlace: (place: Place) => void) {
  const { t } = useTranslation();
  return (itemCount: number) => ({
    itemCount,
    page,
    perPage,
    perPageOptions: PER_PAGE.map((value) => ({ title: String(value), value })),
    onSetPage: (_event: unknown, value: number) => onPlace({ page: value, perPage }),
    onPerPageSelect: (_event: unknown, value: number) => onPlace({ page: 1, perPage: value }),
    titles: {
      paginationAriaLabel: name,
      toFirstPageAriaLabel: t("appKeys.list.firstPage"),
      toPreviousPageAriaLabel: t("appKeys.list.previousPage"),
      toNextPageAriaLabel: t("appKeys.list.nextPage"),
      toLastPageAriaLabel: t("appKeys.list.lastPage"),
      currPageAriaLabel: t("appKeys.list.currentPage"),
      perPageSuffix: t("appKeys.list.perPageSuffix"),
      ofWord: t("appKeys.list.of"),
      items: "",
    },
  });
}

/**
 * Goes to the last page if the list became shorter than the current page.
 *
 * @param count the number of items; undefined while it is loading
 */
export function useStayWithin(
  { page, perPage, setPage }: Place & { setPage: (page: number) => void },
  count: number | undefined,
): void {
  const lastPage = count === undefined ? page : Math.max(1, Math.ceil(count / perPage));
  useEffect(() => {
    if (page > lastPage) {
      setPage(lastPage);
    }
  }, [page, lastPage, setPage]);
}

export type PagingControls = ReturnType<ReturnType<typeof usePagingControls>>;
