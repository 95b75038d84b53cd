import { useMutation, useQuery } from '@tanstack/react-query'
import type { PackDecisions, PackOutcome, PackPreview } from '../../../shared/model/team.ts'
import { rpc } from '../../client/index.ts'
import { KEYS } from '../data/queries.ts'
import { saveBytes } from '../data/save-as-file.ts'
import { givePack } from './give-pack.ts'

/** Everything that changes the library changes what is known of its teams, too. */
export const useTeamLibraries = () =>
  useQuery({ queryKey: [KEYS.team], queryFn: () => rpc.team.list.query() })

/** A release that was read and not yet brought in, from a file or from a channel. */
export interface OpenPack {
  /** As it was when it was opened. */
  preview: PackPreview
  /** What there is now. */
  look: () => Promise<PackPreview>
  /** Brings in what was `seen`. */
  apply: (seen: PackPreview, decisions: PackDecisions) => Promise<PackOutcome>
  /** It is not looked at any more. */
  close: () => void
}

/** Opens a file, or a pack that the desk has already, by its id there. */
export const useOpenPack = () =>
  useMutation({
    async mutationFn(chosen: File | string): Promise<OpenPack> {
      const id = typeof chosen === 'string' ? chosen : await givePack(chosen)
      const close = () => void rpc.packs.close.mutate(id)
      try {
        const look = () => rpc.packs.preview.mutate(id)
        return {
          ...{ preview: await look(), look, close },
          apply: ({ fingerprint: trusted, manifestHash: seen }, decisions) =>
            rpc.packs.add.mutate({ id, decisions, trusted, seen }),
        }
      } catch (error) {
        close()
        throw error
      }
    },
  })

/** The release that waits in a library's channel. */
export const useOpenRelease = () =>
  useMutation({
    async mutationFn(libraryId: string): Promise<OpenPack> {
      const look = () => rpc.channels.preview.mutate({ libraryId })
      return {
        ...{ preview: await look(), look, close: () => undefined },
        apply: ({ manifestHash: seen }, decisions) => rpc.channels.add.mutate({ libraryId, decisions, seen }),
      }
    },
  })

/** What the next release of a library would take from the team. */
export const useRemovals = (id: string) =>
  useQuery({ queryKey: [KEYS.team, 'removals', id], queryFn: () => rpc.team.removals.query({ id }) })

export interface Release {
  id: string
  message: string | null
  mustUpdateBy: string | null
}

/** Publishes and saves the pack; resolves to its file's name. */
export const usePublish = () =>
  useMutation({
    async mutationFn(release: Release): Promise<string> {
      const { fileName, content } = await rpc.team.publish.mutate(release)
      saveBytes(fileName, content, 'application/octet-stream')
      return fileName
    },
  })
