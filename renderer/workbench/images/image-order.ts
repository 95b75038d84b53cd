/** The list with the entry at `from` standing at `to`; what lies outside of it stays where it is. */
export function movedTo<Entry>(list: readonly Entry[], from: number, to: number): Entry[] {
  if (from === to || to < 0 || to >= list.length || from < 0 || from >= list.length) return [...list]
  const rest = list.toSpliced(from, 1)
  return rest.toSpliced(to, 0, list[from] as Entry)
}

/** The images among files that were dropped or pasted. */
export const imagesAmong = (files: Iterable<File>): File[] =>
  [...files].filter(({ type }) => type.startsWith('image/'))

/**
 * The pictures that a paste means. Office programs put a picture of a text beside the text itself; then it is the text
 * that is meant.
 */
export function pastedImages({ files, types }: Pick<DataTransfer, 'files' | 'types'>): File[] {
  return types.includes('text/plain') ? [] : imagesAmong(files)
}
