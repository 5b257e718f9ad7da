import {
  Breadcrumb,
  BreadcrumbItem,
  Flex,
  FlexItem,
  PageSection,
  Text,
  TextContent,
} from "@patternfly/react-core";
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useConsole } from "../console/ConsoleContext";
import { sectionPath } from "../routes/paths";
import { RouteLink } from "./RouteLink";

interface Props {
  title: string;
  text?: ReactNode;
  label?: ReactNode;
  actions?: ReactNode;
  /** True on all pages except the list. */
  isInner?: boolean;
}

export function Heading({ title, text, label, actions, isInner = false }: Props) {
  const { t } = useTranslation();
  const { realm } = useConsole();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // on a new page, screen readers continue from its heading
    if (isInner) {
      heading.current?.focus({ preventScroll: true });
    }
  }, [isInner]);
  return (
    <PageSection variant="light">
      {isInner && (
        <Breadcrumb aria-label={t("appKeys.breadcrumb")}>
          <BreadcrumbItem>
            <RouteLink to={sectionPath(realm)}>{t("appKeys.title")}</RouteLink>
          </BreadcrumbItem>
          <BreadcrumbItem isActive>{title}</BreadcrumbItem>
        </Breadcrumb>
      )}
      <Flex
        justifyContent={{ default: "justifyContentSpaceBetween" }}
        alignItems={{ default: "alignItemsCenter" }}
        className={isInner ? "pf-v5-u-mt-md" : ""}
      >
        <FlexItem>
          <Flex alignItems={{ default: "alignItemsCenter" }}>
            <FlexItem>
              <TextContent>
                <Text component="h1" style={{ overflowWrap: "anywhere", outline: "none" }} ref={heading} tabIndex={-1}>
                  {title}
                </Text>
              </TextContent>
            </FlexItem>
            {label !== undefined && <FlexItem>{label}</FlexItem>}
          </Flex>
        </FlexItem>
        {actions !== undefined && <FlexItem>{actions}</FlexItem>}
      </Flex>
      {text !== undefined && (
        <TextContent>
          <Text>{text}</Text>
        </TextContent>
      )}
    </PageSection>
  );
}
