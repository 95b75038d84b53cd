/** `黑色、黄色、紫色` */
export function listed(items: readonly string[]): string {
  return items.join('、')
}

/** `黑色、黄色和紫色`, or with another last word (`或`). */
export function listedWith(items: readonly string[], lastWord: string): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join('、')}${lastWord}${items[items.length - 1]}`
}
