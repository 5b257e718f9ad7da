export class ApiError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = "ApiError";
    this.status = status;
  }
}

/** The message of an error: the server's own if there is one, else the browser's. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The error for a response that is not 2xx. */
export async function errorOf(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  const message = [body.errorMessage, body.error_description, body.error].find((text) => typeof text === "string");
  return new ApiError(response.status, message ?? `HTTP ${response.status}`);
}
