import { contextBridge, ipcRenderer } from 'electron'
import {
  BRIDGE_PUSH_CHANNEL,
  BRIDGE_REQUEST_CHANNEL,
  type Bridge,
  type BridgeAnswer,
  type BridgePush,
} from '../shared/model/bridge.ts'

/** The page gets two fixed channels, and never `ipcRenderer` itself. */
const bridge: Bridge = Object.freeze({
  request: (request): Promise<BridgeAnswer> => ipcRenderer.invoke(BRIDGE_REQUEST_CHANNEL, request),
  subscribe(listener) {
    const onPush = (_event: unknown, push: BridgePush) => listener(push)
    ipcRenderer.on(BRIDGE_PUSH_CHANNEL, onPush)
    return () => {
      ipcRenderer.off(BRIDGE_PUSH_CHANNEL, onPush)
    }
  },
} satisfies Bridge)

contextBridge.exposeInMainWorld('goldenSix', bridge)
