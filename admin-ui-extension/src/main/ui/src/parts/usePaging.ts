import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

const PER_PAGE = [10, 20, 50, 100];

/**
 * The page of a list that is shown, and the props for PatternFly's pagination.
 *
 * @param name the accessible name of the pagination
 */
export function usePaging(name: string) {
  const { t } = useTranslation();
  const [page, setPage] = useState(1);
  const [perPage, setPerPage] = useState(20);
  const controls = (itemCount: number) => ({
    itemCount,
    page,
    perPage,
    perPageOptions: PER_PAGE.map((value) => ({ title: String(value), value })),
    onSetPage: (_event: unknown, value: number) => setPage(value),
    onPerPageSelect: (_event: unknown, value: number) => {
      setPerPage(value);
      setPage(1);
    },
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
  return { page, perPage, setPage, controls };
}

type Paged = ReturnType<typeof usePaging>;

/**
 * Goes to the last page if the list became shorter than the current page.
 *
 * @param count the number of items; undefined while it is loading
 */
export function useStayWithin({ page, perPage, setPage }: Paged, count: number | undefined): void {
  const lastPage = count === undefined ? page : Math.max(1, Math.ceil(count / perPage));
  useEffect(() => {
    if (page > lastPage) {
      setPage(lastPage);
    }
  }, [page, lastPage, setPage]);
}

export type PagingControls = ReturnType<Paged["controls"]>;
