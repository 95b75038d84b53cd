import { DeskError } from '../desk-error.ts'
import type { ChannelDesk } from './channel-api.ts'

/** The channels of a team's libraries on this machine. */
export function createChannelDesk(): ChannelDesk {
  const refuse = async (): Promise<never> => {
    throw new DeskError('channel-refused', '频道暂时还不能用')
  }
  return {
    list: () => [],
    meet: refuse,
    subscribe: refuse,
    attach: refuse,
    detach: () => undefined,
    check: refuse,
    preview: refuse,
    apply: refuse,
    publish: refuse,
    setShare: refuse,
    rollBack: refuse,
    configure: () => {
      throw new DeskError('channel-refused', '频道暂时还不能用')
    },
    propose: () => undefined,
    inbox: refuse,
    takeProposal: refuse,
    dismissProposal: () => undefined,
  }
}
