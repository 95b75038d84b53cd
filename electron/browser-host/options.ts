import { parseArgs } from 'node:util'

export interface HostOptions {
  dataDir: string | null
  port: number
  open: boolean
  empty: boolean
  /** Pages are read anew at each request, for whoever is working on them. */
  live: boolean
}

/** @returns the options, or the one line that says what is wrong with them */
export function readHostOptions(args: readonly string[]): HostOptions | { complaint: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        'data-dir': { type: 'string' },
        port: { type: 'string', default: '0' },
        'no-open': { type: 'boolean', default: false },
        empty: { type: 'boolean', default: false },
        live: { type: 'boolean', default: false },
      },
    })
    const port = Number(values.port)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      return { complaint: `--port 要用 0 到 65535 的整数，不能用 ${values.port}` }
    }
    return {
      dataDir: values['data-dir'] ?? null,
      port,
      open: !values['no-open'],
      empty: values.empty,
      live: values.live,
    }
  } catch (error) {
    const words = error instanceof Error ? error.message.split('\n')[0] : String(error)
    return { complaint: `参数不对：${words}（可用：--data-dir DIR --port N --no-open --empty）` }
  }
}
