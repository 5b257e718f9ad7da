/** Networks as one types them: one a line, or with commas between. */
export function networksOf(text: string): string[] {
  return text
    .split(/[\s,;]+/)
    .map((network) => network.trim())
    .filter((network) => network !== "");
}

export function networksText(networks: string[]): string {
  return networks.join("\n");
}
