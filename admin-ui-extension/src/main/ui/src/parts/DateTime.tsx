import { useConsole } from "../console/ConsoleContext";

interface Props {
  at: string | number | null | undefined;
  /** Shown if there is no moment. */
  none?: string;
}

/** A date and time in the administrator's language and time zone. */
export function DateTime({ at, none = "—" }: Props) {
  const { locale } = useConsole();
  if (at === null || at === undefined) {
    return <>{none}</>;
  }
  const moment = new Date(at);
  const format = (style: "medium" | "full", time: "short" | "long") =>
    new Intl.DateTimeFormat(locale, { dateStyle: style, timeStyle: time }).format(moment);
  return (
    <time dateTime={moment.toISOString()} title={format("full", "long")}>
      {format("medium", "short")}
    </time>
  );
}
