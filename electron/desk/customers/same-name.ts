/** Two spellings that a person takes for one nickname. */
export function sameName(nickname: string): string {
  return nickname.normalize('NFKC').trim().toLowerCase()
}
