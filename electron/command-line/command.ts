import type { Command } from 'commander'
import type { Desk } from '../desk/open-desk.ts'
import type { CommonOptions, ExitStatus } from './run.ts'

/** Adds a command that runs on an open desk. Options of its own are added to what it returns; they come as text. */
export type AddCommand = (
  usage: string,
  about: string,
  run: (
    desk: Desk,
    options: CommonOptions & Record<string, string>,
    ...args: string[]
  ) => Promise<ExitStatus>,
) => Command

/** Prints `value` where JSON is wanted, else `text`. */
export type Say = (options: CommonOptions, value: unknown, text: string) => void
