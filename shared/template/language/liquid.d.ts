// The build of liquidjs without Node: scripts never read files, and the same code runs in every process.
declare module 'liquidjs/dist/liquid.browser.mjs' {
  export * from 'liquidjs'
}
