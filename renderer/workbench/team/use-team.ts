import { useMutation, useQuery } from '@tanstack/react-query'
import type { PackDecisions, PackPreview } from '../../../shared/model/team.ts'
import { rpc } from '../../client/index.ts'
import { KEYS } from '../data/queries.ts'
import { type ChosenFile, readFile } from '../data/read-file.ts'
import { saveBytes } from '../data/save-as-file.ts'

/** Everything that changes the library changes what is known of its teams, too. */
export const useTeamLibraries = () =>
  useQuery({ queryKey: [KEYS.phrases, 'team'], queryFn: () => rpc.team.list.query() })

/** A pack that was read and not yet brought in. */
export interface OpenPack {
  file: ChosenFile
  preview: PackPreview
}

export const useOpenPack = () =>
  useMutation({
    async mutationFn(chosen: File): Promise<OpenPack> {
      const file = await readFile(chosen)
      return { file, preview: await rpc.team.preview.mutate(file) }
    },
  })

export const useApplyPack = ({ file, preview }: OpenPack) =>
  useMutation({
    mutationFn: (decisions: PackDecisions) =>
      rpc.team.add.mutate({ file, decisions, trusted: preview.fingerprint }),
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
