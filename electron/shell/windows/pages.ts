/** The pages of the program, and the only addresses that its windows may show. */
export const APP_SCHEME = 'app'
const APP_HOST = 'golden-six'
const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`

export type Page = 'panel' | 'workbench' | 'trial'

export interface Pages {
  url(page: Page): string
  /** True for an address that belongs to the program. */
  isOurs(url: string): boolean
}

/** Pages of the built program, or of the development server when its address is given. */
export function pagesAt(developmentServer: string | null = null): Pages {
  const base = developmentServer ? developmentServer.replace(/\/$/, '') : APP_ORIGIN
  return {
    url: (page) => `${base}/${page}/index.html`,
    isOurs(url) {
      if (!URL.canParse(url)) return false
      // `origin` is "null" for schemes of our own, so the parts are compared.
      const { protocol, host, username, password } = new URL(url)
      const ours = new URL(base)
      return protocol === ours.protocol && host === ours.host && username === '' && password === ''
    },
  }
}
