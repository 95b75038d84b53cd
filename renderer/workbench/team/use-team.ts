import { useMutation, useQuery } from '@tanstack/react-query'
import type { PackDecisions, PackOutcome, PackPreview } from '../../../shared/model/team.ts'
import { rpc } from '../../client/index.ts'
import { KEYS } from '../data/queries.ts'
import { readFile } from '../data/read-file.ts'
import { saveBytes } from '../data/save-as-file.ts'

/** Everything that changes the library changes what is known of its teams, too. */
export const useTeamLibraries = () =>
  useQuery({ queryKey: [KEYS.phrases, 'team'], queryFn: () => rpc.team.list.query() })

/** A release that was read and not yet brought in, from a file or from a channel. */
export interface OpenPack {
  preview: PackPreview
  apply: (decisions: PackDecisions) => Promise<PackOutcome>
}

export const useOpenPack = () =>
  useMutation({
    async mutationFn(chosen: File): Promise<OpenPack> {
      const file = await readFile(chosen)
      const preview = await rpc.team.preview.mutate(file)
      return {
        preview,
        apply: (decisions) => rpc.team.add.mutate({ file, decisions, trusted: preview.fingerprint }),
      }
    },
  })

/** The release that waits in a library's channel. */
export const useOpenRelease = () =>
  useMutation({
    mutationFn: async (libraryId: string): Promise<OpenPack> => ({
      preview: await rpc.channels.preview.mutate({ libraryId }),
      apply: (decisions) => rpc.channels.apply.mutate({ libraryId, decisions }),
    }),
  })

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
