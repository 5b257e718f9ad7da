import { ActionGroup, Button, Checkbox, Form, FormGroup, TextArea, TextInput } from "@patternfly/react-core";
import { useEffect } from "react";
import { Controller, useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { messageOf } from "../api/ApiError";
import type { Question } from "../api/types";
import { fieldOf } from "../parts/errors";
import { described, Field } from "../parts/Field";
import { rolesOf } from "../routes/question";

/** The fields that the server validates. */
export const QUESTION_FIELDS = ["requiredRoles", "address", "scope"] as const;

interface Fields {
  requiredRoles: string;
  address: string;
  showToken: boolean;
  scope: string;
}

function fieldsOf({ requiredRoles = [], address = "", scope }: Question): Fields {
  return { requiredRoles: requiredRoles.join("\n"), address, showToken: scope !== undefined, scope: scope ?? "" };
}

function questionOf(fields: Fields): Question {
  const requiredRoles = rolesOf(fields.requiredRoles);
  const address = fields.address.trim();
  return {
    ...(requiredRoles.length === 0 ? {} : { requiredRoles }),
    ...(address === "" ? {} : { address }),
    ...(fields.showToken ? { scope: fields.scope.trim() } : {}),
  };
}

interface Props {
  question: Question;
  /** The error of the last request. */
  error: unknown;
  isBusy: boolean;
  onAsk: (question: Question) => void;
}

/** The optional parameters of a diagnosis. */
export function QuestionForm({ question, error, isBusy, onAsk }: Props) {
  const { t } = useTranslation();
  const { control, handleSubmit, reset, watch } = useForm<Fields>({ defaultValues: fieldsOf(question) });
  useEffect(() => reset(fieldsOf(question)), [question, reset]);
  const wrong = fieldOf(error, QUESTION_FIELDS);
  const wrongIn = (field: keyof Fields) => (field === wrong ? messageOf(error) : undefined);

  return (
    <Form isHorizontal noValidate onSubmit={(event) => void handleSubmit((fields) => onAsk(questionOf(fields)))(event)}>
      <Controller
        name="requiredRoles"
        control={control}
        render={({ field }) => (
          <Field
            id="diagnosis-roles"
            label={t("appKeys.diagnosis.roles")}
            help={t("appKeys.diagnosis.rolesHelp")}
            error={wrongIn("requiredRoles")}
          >
            <TextArea
              {...field}
              {...described("diagnosis-roles", wrongIn("requiredRoles"))}
              spellCheck={false}
              resizeOrientation="vertical"
              data-testid="diagnosis-roles"
            />
          </Field>
        )}
      />
      <Controller
        name="address"
        control={control}
        render={({ field }) => (
          <Field
            id="diagnosis-address"
            label={t("appKeys.diagnosis.address")}
            help={t("appKeys.diagnosis.addressHelp")}
            error={wrongIn("address")}
          >
            <TextInput
              {...field}
              {...described("diagnosis-address", wrongIn("address"))}
              spellCheck={false}
              data-testid="diagnosis-address"
            />
          </Field>
        )}
      />
      <Controller
        name="showToken"
        control={control}
        render={({ field: { value, onChange, ref, name } }) => (
          <FormGroup>
            <Checkbox
              id="diagnosis-show-token"
              name={name}
              ref={ref}
              data-testid="diagnosis-show-token"
              label={t("appKeys.diagnosis.showToken")}
              isChecked={value}
              onChange={(_event, checked) => onChange(checked)}
            />
          </FormGroup>
        )}
      />
      {watch("showToken") && (
        <Controller
          name="scope"
          control={control}
          render={({ field }) => (
            <Field
              id="diagnosis-scope"
              label={t("appKeys.diagnosis.scope")}
              help={t("appKeys.diagnosis.scopeHelp")}
              error={wrongIn("scope")}
            >
              <TextInput
                {...field}
                {...described("diagnosis-scope", wrongIn("scope"))}
                spellCheck={false}
                data-testid="diagnosis-scope"
              />
            </Field>
          )}
        />
      )}
      <ActionGroup>
        <Button type="submit" data-testid="diagnosis-run" isLoading={isBusy} isDisabled={isBusy}>
          {t("appKeys.diagnosis.again")}
        </Button>
      </ActionGroup>
    </Form>
  );
}
