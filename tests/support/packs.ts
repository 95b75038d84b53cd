import type { Desk } from '../../electron/desk/open-desk.ts'
import type { ReleaseNotes } from '../../electron/desk/packs/team-releases.ts'
import type { PhraseDraftInput } from '../../shared/model/phrase.ts'
import { openTestDesk } from './library.ts'

/** A release without words to anybody. */
export const NO_NOTES: ReleaseNotes = { message: null, mustUpdateBy: null }

/** A lead's machine with a library of three phrases in two groups. */
export async function packLead({ allowsEdits = false } = {}) {
  const desk = openTestDesk({ presence: 'host' })
  const root = desk.groups.create('售前', null)
  const inner = desk.groups.create('大促', root.id)
  const write = (title: string, said: Partial<PhraseDraftInput> = {}) =>
    desk.phrases.create({ title, body: `亲，${title}。有问题随时找我。`, groupId: root.id, ...said })
  const phrases = {
    postage: write('包邮说明', { code: 'by', tags: ['邮费'] }),
    campaign: write('双11口径', { groupId: inner.id }),
    size: write('尺码怎么选'),
  }
  write('不在团队里', { groupId: null })
  const library = await desk.team.begin({
    ...{ name: '屿禾团队', publisher: '安然', rootGroups: [root.id], allowsEdits },
  })
  const publish = async (notes = NO_NOTES) => (await desk.team.publish(library.id, notes)).bytes
  const edit = (id: string, said: Partial<PhraseDraftInput>) =>
    desk.phrases.update(id, { ...desk.phrases.get(id), ...said })
  return { desk, root, inner, phrases, library, publish, edit, write }
}

/** Brings a pack in, and trusts whoever signed it. */
export const subscribe = (desk: Desk, pack: Uint8Array) =>
  desk.team.apply(pack, { trusted: desk.team.preview(pack).fingerprint })

/** Group and title of every phrase, in order. */
export const placesOf = (desk: Desk) =>
  desk.phrases
    .list({ offset: 0, limit: 100 })
    .phrases.map(({ groupPath, title }) => [...groupPath, title].join('/'))
    .sort()

/** Of the error that `act` throws; null when it throws none. */
export const codeOf = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    return (error as { code: string }).code
  }
  return null
}
