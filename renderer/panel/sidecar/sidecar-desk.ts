import type { DeskEvent } from '../../../shared/model/desktop.ts'
import type { PhraseGroup } from '../../../shared/model/phrase.ts'
import type { SidecarState } from '../../../shared/model/sidecar-state.ts'
import { onDeskEvent, rpc } from '../../client/index.ts'
import type { PanelDesk } from '../desk.ts'
import { remoteDesk } from '../remote-desk.ts'

/** What the sidecar asks beside what the panel does. */
export interface SidecarPort {
  state(): Promise<SidecarState>
  groups(): Promise<PhraseGroup[]>
  drawOut(isOut: boolean): Promise<void>
  detach(): Promise<void>
  dock(): Promise<void>
  turnOff(): Promise<void>
  takeKeyboard(): Promise<void>
  giveKeyboardBack(): Promise<void>
  /** Opens a phrase in the workbench. */
  edit(phraseId: string): Promise<void>
  onEvent(listener: (event: DeskEvent) => void): () => void
}

export const remoteSidecar: SidecarPort = {
  state: () => rpc.sidecar.state.query(),
  groups: () => rpc.groups.list.query(),
  drawOut: (isOut) => rpc.sidecar.drawOut.mutate(isOut),
  detach: () => rpc.sidecar.detach.mutate(),
  dock: () => rpc.sidecar.dock.mutate(),
  async turnOff() {
    const { settings } = await rpc.app.state.query()
    await rpc.settings.update.mutate({ sidecar: { ...settings.sidecar, isOn: false } })
  },
  takeKeyboard: () => rpc.sidecar.takeKeyboard.mutate(),
  giveKeyboardBack: () => rpc.sidecar.giveKeyboardBack.mutate(),
  edit: (phraseId) => rpc.sidecar.edit.mutate(phraseId),
  onEvent: onDeskEvent,
}

/** What the agent sees when they search or click. */
export interface Shown {
  /** Where it stands, and beside which chat. */
  dock: SidecarState
  /** The group whose phrases are listed; null for those that are used most. */
  groupId: string | null
}

/** What is told to the panel about itself is none of the sidecar's business. */
const OF_THE_PANEL: ReadonlySet<DeskEvent['kind']> = new Set([
  'panel-shown',
  'panel-hidden',
  'captured',
  'conversation-given',
])

/**
 * The panel's desk as the sidecar has it: it lists the phrases of the chosen group while nothing is searched for, pastes
 * into the chat beside it, and is put away by giving the keyboard back to that.
 *
 * @param shown what the page shows now: asked at each search and each use
 */
export function sidecarDesk(
  port: Pick<SidecarPort, 'giveKeyboardBack' | 'onEvent'>,
  shown: () => Shown,
): PanelDesk {
  return {
    ...remoteDesk,
    search({ text, step, ...request }) {
      const groupId = text === '' ? shown().groupId : null
      const filters = { ...(step && { step }), ...(groupId && { groupId }) }
      return rpc.phrases.search.query({ ...request, text, step, filters })
    },
    use: (request) =>
      rpc.scripts.use.mutate({ ...request, from: 'sidecar', target: shown().dock.target?.id ?? null }),
    hide: () => port.giveKeyboardBack(),
    onEvent: (listener) => port.onEvent((event) => !OF_THE_PANEL.has(event.kind) && listener(event)),
  }
}
