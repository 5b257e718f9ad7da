import { Button, type ButtonProps } from "@patternfly/react-core";
import type { MouseEvent, ReactNode } from "react";
import { useConsole } from "../console/ConsoleContext";

interface Props {
  to: string;
  children: ReactNode;
  testId?: string;
  variant?: ButtonProps["variant"];
  /** Says more than the text, and holds it. */
  label?: string;
  /** Told from the text around it by more than its colour. */
  isInText?: boolean;
}

function usesBrowser(event: MouseEvent): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
}

/** A link inside the console: a real one, for new tabs and bookmarks, that navigates without a reload. */
export function RouteLink({ to, children, testId, variant, label, isInText = false }: Props) {
  const { navigate } = useConsole();
  const onClick = (event: MouseEvent) => {
    if (!usesBrowser(event)) {
      event.preventDefault();
      navigate(to);
    }
  };
  return variant === undefined ? (
    <a
      href={`#${to}`}
      data-testid={testId}
      aria-label={label}
      onClick={onClick}
      {...(isInText ? { style: { textDecoration: "underline" } } : {})}
    >
      {children}
    </a>
  ) : (
    <Button component="a" href={`#${to}`} data-testid={testId} aria-label={label} variant={variant} onClick={onClick}>
      {children}
    </Button>
  );
}
