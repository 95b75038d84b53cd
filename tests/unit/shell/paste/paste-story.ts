import { BorrowedClipboard } from '../../../../electron/shell/paste/borrowed-clipboard.ts'
import { type PasteRequest, PasteService } from '../../../../electron/shell/paste/paste.ts'
import { createTargets } from '../../../../electron/shell/targets.ts'
import { CHAT, PANEL, PretendDesktop } from './pretend-desktop.ts'
import { StoryClock } from './story-clock.ts'

/** The paste service on a desktop in memory, where time passes as fast as it can. */
export class PasteStory {
  readonly clock = new StoryClock()
  readonly desktop = new PretendDesktop(this.clock)
  service = this.pasteServiceOn(this.desktop)

  pasteServiceOn(port: PretendDesktop | null): PasteService {
    const { clock, desktop } = this
    return new PasteService({
      port,
      clock,
      clipboard: new BorrowedClipboard(desktop.clipboard, clock, '\n'),
      profileOf: createTargets(undefined, undefined, 'win32').profileOf,
    })
  }

  /** The agent picks a phrase in the panel, which was opened over the chat. */
  pick(what: PasteRequest['what'], changes: Partial<PasteRequest> = {}) {
    const { desktop } = this
    return this.service.paste({
      what,
      target: CHAT,
      panelHasKeyboard: () => desktop.front === PANEL,
      hidePanel: () => desktop.hidePanel(),
      ...changes,
    })
  }

  everythingSettled(): Promise<void> {
    return this.clock.until(this.service.settled())
  }
}
