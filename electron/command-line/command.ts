import type { Command } from 'commander'
import type { Desk } from '../desk/open-desk.ts'

/** 0: done. 1: done, and the answer is no (nothing found, rows refused, something wrong). 2: could not be done. */
export type ExitStatus = 0 | 1 | 2

export interface CommonOptions {
  dataDir: string
  json: boolean
  empty: boolean
}

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

/** Adds a command that needs no library. */
export type AddLooseCommand = (
  usage: string,
  about: string,
  run: (options: CommonOptions, ...args: string[]) => Promise<ExitStatus>,
) => Command

/** Prints `value` where JSON is wanted, else `text`. */
export type Say = (options: CommonOptions, value: unknown, text: string) => void
