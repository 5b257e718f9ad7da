import { Flex, FlexItem, FormSelect, FormSelectOption, TextInput } from "@patternfly/react-core";
import { useState, type Ref } from "react";
import { useTranslation } from "react-i18next";
import { useConsole } from "../console/ConsoleContext";
import { described, Field } from "./Field";
import { composeMoment, ownZone, parseMoment, zoneAt, ZONES } from "./moment";

interface Props {
  id: string;
  label: string;
  help?: string;
  error?: string | undefined;
  isRequired?: boolean;
  /** ISO 8601 with a time zone, as it was typed; empty for none. */
  value: string;
  onChange: (value: string) => void;
  onBlur: () => void;
  inputRef: Ref<HTMLInputElement>;
}

/** A date and time with a time zone: a text field, which keeps the text as typed, and pickers beside it. */
export function MomentField({ id, label, help, error, isRequired = false, value, onChange, onBlur, inputRef }: Props) {
  const { t } = useTranslation();
  const { locale } = useConsole();
  const [chosenZone, setChosenZone] = useState<string>();
  const moment = parseMoment(value);
  const local = moment?.local ?? "";
  const zone = moment?.zone ?? chosenZone ?? ownZone("");
  const zones = ZONES.includes(zone) ? ZONES : [zone, ...ZONES];
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "long" });
  return (
    <Field id={id} label={label} help={help} error={error} isRequired={isRequired}>
      <TextInput
        {...described(id, error)}
        ref={inputRef}
        value={value}
        placeholder="2026-11-13T14:00:00-02:00"
        spellCheck={false}
        autoComplete="off"
        isRequired={isRequired}
        data-testid={id}
        onBlur={onBlur}
        onChange={(_event, text) => onChange(text)}
      />
      <Flex className="pf-v5-u-mt-sm" spaceItems={{ default: "spaceItemsSm" }}>
        <FlexItem>
          <TextInput
            type="datetime-local"
            step={1}
            aria-label={t("appKeys.moment.localOf", { text: label })}
            value={local}
            data-testid={`${id}-local`}
            onChange={(_event, changed) => onChange(composeMoment(changed, zoneAt(changed, moment, chosenZone)))}
          />
        </FlexItem>
        <FlexItem>
          <FormSelect
            aria-label={t("appKeys.moment.zoneOf", { text: label })}
            style={{ minWidth: "8rem" }}
            value={zone}
            data-testid={`${id}-zone`}
            onChange={(_event, changed) => {
              setChosenZone(changed);
              onChange(composeMoment(local, changed));
            }}
          >
            {zones.map((name) => (
              <FormSelectOption key={name} value={name} label={`UTC${name === "Z" ? "" : name}`} />
            ))}
          </FormSelect>
        </FlexItem>
      </Flex>
      {moment && (
        <p data-testid={`${id}-words`}>{t("appKeys.moment.words", { moment: format.format(moment.at) })}</p>
      )}
    </Field>
  );
}
