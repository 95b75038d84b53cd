/** `text` as a script that prints exactly it: `{{` and `{%` that are no markup (from another tool, say) stay as they are. */
export function literalScript(text: string): string {
  return text.replace(/\{(?=[{%])/g, '{{ "{" }}')
}

/** The text of a script that was made by `literalScript`, or has no markup at all; null for any other. */
export function literalText(script: string): string | null {
  const parts = script.split('{{ "{" }}')
  return parts.some((part) => /\{[{%]/.test(part)) ? null : parts.join('{')
}
