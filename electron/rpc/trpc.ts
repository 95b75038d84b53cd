import { initTRPC, type TRPCError } from '@trpc/server'
import { ZodError } from 'zod'
import { wordsOf } from '../../shared/model/issue-words.ts'
import { storageTrouble } from '../desk/database/storage-trouble.ts'
import { DeskError } from '../desk/desk-error.ts'
import type { Desk } from '../desk/open-desk.ts'
import { teamRefusal } from '../desk/packs/team-lock.ts'
import type { Desktop } from './desktop.ts'

export interface RpcContext {
  desk: Desk
  desktop: Desktop
  appVersion: string
}

/**
 * What a page learns of an error: words for the person, and a code to tell apart what it can handle. Never a stack,
 * a path inside the program or SQL.
 */
const t = initTRPC.context<RpcContext>().create({
  errorFormatter({ shape, error }) {
    const refusal = refusalIn(error)
    return {
      code: shape.code,
      message: refusal?.message ?? wordsFor(error),
      data: { code: shape.data.code, deskCode: refusal?.code ?? null },
    }
  },
})

const refusalIn = ({ cause }: TRPCError): DeskError | null =>
  cause instanceof DeskError ? cause : teamRefusal(cause)

function wordsFor(error: TRPCError): string {
  if (error.cause instanceof ZodError) {
    const [issue] = error.cause.issues
    return issue ? wordsOf(issue) : '内容不合要求'
  }
  if (error.code === 'BAD_REQUEST' || error.code === 'NOT_FOUND') return error.message
  switch (storageTrouble(error.cause)) {
    case 'disk-full':
      return '磁盘已满，这次改动没有保存。请腾出空间后再试'
    case 'busy':
      return '话术库正被别的程序占用（可能是杀毒或备份软件），这次改动没有保存，请稍后再试'
    case 'unwritable':
      return '数据文件夹不能写入，这次改动没有保存。请检查权限'
    case 'damaged':
      return '话术库文件已损坏，这次改动没有保存。请退出后重新打开，程序会用最近的备份修复'
    case 'failing':
      return '磁盘读写出错，这次改动没有保存。请先到“设置”里备份，再检查这块磁盘'
    case null:
      return '出了点问题，这次操作没有完成，已有的话术没有受影响'
  }
}

export const { router, createCallerFactory } = t
export const { procedure } = t
