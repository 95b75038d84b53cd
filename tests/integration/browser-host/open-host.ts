import { mkdirSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { openBrowserHost } from '../../../electron/browser-host/browser-host.ts'
import { readPageFiles } from '../../../electron/browser-host/page-files.ts'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'

export interface Answer {
  status: number
  headers: http.IncomingHttpHeaders
  body: string
}

/** A host with a library and two small pages; beside the pages lies a file that is nobody's business. */
export async function openTestHost() {
  const folder = temporaryFolder()
  const pagesFolder = path.join(folder, 'renderer')
  for (const [file, text] of [
    ['renderer/panel/index.html', '<title>panel</title>'],
    ['renderer/workbench/index.html', '<title>workbench</title>'],
    ['renderer/assets/panel.js', 'export {}'],
    ['secret.txt', 'secret'],
  ] as const) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
  const desk = openTestDesk()
  const files = readPageFiles(pagesFolder)
  const host = await openBrowserHost({ desk, appVersion: '0.0.0' }, { port: 0, pages: () => files })
  onTestFinished(() => host.close())

  const { origin, port, pathname, search } = new URL(host.entry)
  const ticketPath = pathname + search

  /** Sent as written: neither path nor headers are tidied up, as an attacker would. */
  const ask = (rawPath: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<Answer>((resolve, reject) => {
      const request = http.request(
        { host: '127.0.0.1', port, path: rawPath, method, headers },
        (response) => {
          let body = ''
          response.setEncoding('utf8').on('data', (text) => {
            body += text
          })
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
          )
        },
      )
      request.on('error', reject).end()
    })

  /** Uses the ticket; what comes back is the cookie header of an admitted browser. */
  const enter = async () => {
    const { headers } = await ask(ticketPath)
    return { cookie: headers['set-cookie']?.[0]?.split(';')[0] ?? '' }
  }

  /** A WebSocket that is open, or the HTTP status it was refused with. */
  const connect = (headers: Record<string, string>, address = '/rpc') =>
    new Promise<WebSocket | number>((resolve, reject) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}${address}`, { headers, perMessageDeflate: false })
      socket.on('open', () => resolve(socket))
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
      socket.on('error', reject)
      onTestFinished(() => socket.terminate())
    })

  return { desk, host, origin, ticketPath, ask, enter, connect }
}

/** An open connection of the admitted page. */
export async function openPage({ origin, enter, connect }: Awaited<ReturnType<typeof openTestHost>>) {
  const socket = await connect({ ...(await enter()), origin })
  if (typeof socket === 'number') throw new Error(`refused with ${socket}`)
  return socket
}

/** The answer to the request `id`, whatever else is sent before it. */
export const answerTo = (socket: WebSocket, id: number) =>
  new Promise<unknown>((resolve) => {
    socket.on('message', (data) => {
      const message = JSON.parse(String(data))
      if (message.id === id) resolve(message)
    })
  })

export const closing = (socket: WebSocket) => new Promise<number>((resolve) => socket.once('close', resolve))
