import { DeskError } from '../desk/desk-error.ts'

/** One line for the person who started the host, from whatever went wrong. */
export function startFailure(error: unknown): string {
  if (error instanceof DeskError) return error.message
  if (!(error instanceof Error)) return `黄金六秒没有启动：${error}`
  const code = 'code' in error ? String(error.code) : ''
  const port = 'port' in error ? error.port : ''
  if (code === 'EADDRINUSE') return `端口 ${port} 已被别的程序占用，请换一个：--port N`
  if (code === 'EACCES' && port !== '') return `没有权限使用端口 ${port}，请换一个 1024 以上的：--port N`
  if (code === 'ENOENT' && 'path' in error) return `页面还没有构建，找不到 ${error.path}，请用 npm start 启动`
  return `黄金六秒出错退出：${error.message.split('\n')[0]}`
}
