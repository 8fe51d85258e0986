/** Fills `{name}` places of a sentence; a missing value leaves no braces behind. */
export function said(sentence: string, params: Readonly<Record<string, unknown>> = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}
