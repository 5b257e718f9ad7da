import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useConsole } from "../console/ConsoleContext";
import type { Chart } from "./usage";
import { useSeriesName } from "./useSeriesName";

const HEIGHT = 100;
const GAP = 0.2;

/** Those of the console, so that they fit the light and the dark. */
const COLOURS = [
  "var(--pf-v5-global--primary-color--100)",
  "var(--pf-v5-global--danger-color--100)",
  "var(--pf-v5-global--palette--orange-400)",
  "var(--pf-v5-global--palette--purple-300)",
  "var(--pf-v5-global--palette--cyan-300)",
  "var(--pf-v5-global--Color--200)",
];

/** Exchanges and refusals by day. A screen reader hears the sums; the table beside it has all numbers. */
export function UsageChart({ chart }: { chart: Chart }) {
  const { t } = useTranslation();
  const { locale } = useConsole();
  const nameOf = useSeriesName();
  const title = useId();
  const { bars, series, top } = chart;
  const number = new Intl.NumberFormat(locale);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const ends = [bars[0], bars.at(-1)].map((bar) => (bar ? date.format(new Date(bar.day)) : ""));
  return (
    <>
      <div style={{ display: "flex", gap: "0.5rem" }}>
        <div
          aria-hidden
          className="pf-v5-u-font-size-sm"
          style={{ display: "flex", flexDirection: "column", justifyContent: "space-between", textAlign: "end" }}
        >
          <span>{number.format(top)}</span>
          <span>0</span>
        </div>
        <svg
          role="img"
          aria-labelledby={title}
          data-testid="usage-chart"
          viewBox={`0 0 ${Math.max(1, bars.length)} ${HEIGHT}`}
          preserveAspectRatio="none"
          style={{
            width: "100%",
            height: "10rem",
            borderBlock: "1px solid var(--pf-v5-global--BorderColor--100)",
          }}
        >
          <title id={title}>
            {t("appKeys.usage.summary", {
              accepted: number.format(chart.accepted),
              refused: number.format(chart.refused),
              days: bars.length,
            })}
          </title>
          {bars.map((bar, index) =>
            bar.parts.map((part) => (
              <rect
                key={`${bar.day} ${part.series}`}
                x={index + GAP / 2}
                width={1 - GAP}
                y={HEIGHT - ((part.from + part.size) * HEIGHT) / top}
                height={(part.size * HEIGHT) / top}
                fill={COLOURS[part.series]}
              />
            )),
          )}
        </svg>
      </div>
      <div aria-hidden className="pf-v5-u-font-size-sm" style={{ display: "flex", justifyContent: "space-between" }}>
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
      <ul
        aria-label={t("appKeys.usage.legend")}
        data-testid="usage-legend"
        style={{ display: "flex", flexWrap: "wrap", columnGap: "1.5rem" }}
      >
        {series.map((count, index) => (
          <li key={nameOf(count.series)}>
            <span
              aria-hidden
              style={{
                display: "inline-block",
                width: "0.75em",
                height: "0.75em",
                marginInlineEnd: "0.5em",
                background: COLOURS[index],
              }}
            />
            {`${nameOf(count.series)}: ${number.format(count.total)}`}
          </li>
        ))}
      </ul>
    </>
  );
}
