/** First parts of the query keys; `stale.ts` says which of them each event makes stale. */
export const KEYS = {
  app: 'app',
  phrases: 'phrases',
  groups: 'groups',
  products: 'products',
  customers: 'customers',
  followUps: 'follow-ups',
  preview: 'preview',
  figures: 'figures',
  undo: 'undo',
  channels: 'channels',
  team: 'team',
  updates: 'updates',
} as const
