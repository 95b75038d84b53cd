#!/usr/bin/env node
// The command line: `golden-six …` where the package is linked, `npm run --silent desk -- …` in the clone.
import path from 'node:path'
import { prepare } from './setup/prepare.mjs'
import { handOver } from './setup/processes.mjs'
import { ROOT } from './setup/project.mjs'
import { runAsProgram } from './setup/say.mjs'

await runAsProgram(async (args) => {
  const { node } = await prepare()
  // npm runs scripts in the package's folder and says where the person was; their file names count from there.
  const cwd = process.env.npm_lifecycle_event === 'desk' ? process.env.INIT_CWD : undefined
  return handOver(node, [path.join(ROOT, 'out', 'main', 'cli.js'), ...args], { cwd, interactive: true })
})
