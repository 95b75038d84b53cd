/** `text` as a script that prints exactly it: `{{` and `{%` that are no markup (from another tool, say) stay as they are. */
export function literalScript(text: string): string {
  return text.replace(/\{(?=[{%])/g, '{{ "{" }}')
}
