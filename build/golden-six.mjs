#!/usr/bin/env node
// The command line: `golden-six …` where the package is linked, `npm run --silent desk -- …` in the clone.
import path from 'node:path'
import { prepare } from './setup/prepare.mjs'
import { handOver } from './setup/processes.mjs'
import { ROOT } from './setup/project.mjs'
import { runAsProgram } from './setup/say.mjs'

await runAsProgram(async (args) => {
  const { node } = await prepare()
  return handOver(node, [path.join(ROOT, 'out', 'main', 'cli.js'), ...args], { interactive: true })
})
