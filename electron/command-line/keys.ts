import { readFileSync } from 'node:fs'
import path from 'node:path'
import { InvalidArgumentError, Option } from 'commander'
import type { AddCommand, CommonOptions, Say } from './command.ts'
import { refuseOutput, writeOutput } from './output-file.ts'
import { readSecret, type SecretSource, secretIn } from './secret-source.ts'
import { libraryNamed } from './team-options.ts'
import { Refused } from './words.ts'

/** For its owner alone, and never in the place of another: that one may be the only copy. */
const ONCE = { overwrites: false, mode: 0o600 }

const PASSPHRASE = 'GOLDEN_SIX_KEY_PASSPHRASE'

/** The key by which a library is published: written down for another machine or a drawer, and taken in. */
export function addKeyCommand(command: AddCommand, say: Say, secrets: SecretSource): void {
  command('keys <library>', '导出或导入发布密钥', async (desk, options, wanted = '') => {
    const { id, fingerprint } = libraryNamed(desk, wanted)
    if (options.import) {
      const pem = readFileSync(options.import, 'utf8')
      const passphrase = await passphraseFor(options, secrets, '密钥文件的口令：')
      if (passphrase === null && isEncrypted(pem))
        throw new Refused(
          `这份密钥有口令保护。请加上 --passphrase，会再问口令；也可以用 --passphrase-file 或环境变量 ${PASSPHRASE}`,
        )
      const library = await desk.team.takeKey(id, pem, passphrase ?? undefined)
      say(options, library, `这台电脑现在可以发布《${library.name}》\n`)
    } else if (options.export) {
      const file = path.resolve(options.export)
      refuseOutput(file, ONCE)
      const passphrase = await passphraseFor(options, secrets, '给密钥文件定一个口令：')
      if (passphrase !== null && wasTyped(options, secrets)) await confirm(passphrase, secrets)
      const pem = await desk.team.writeKey(id, passphrase ?? undefined)
      writeOutput(file, pem, ONCE)
      say(options, { file, fingerprint }, `密钥已写到 ${file}，谁拿到它谁就能发布，请收好\n`)
    } else say(options, { fingerprint }, `指纹 ${fingerprint}\n`)
    return 0
  })
    .option('--export <file>', '写出密钥')
    .option('--import <file>', '收下别处写出的密钥')
    .addOption(
      new Option(
        '--passphrase [text]',
        `用口令保护密钥文件，后面什么也不写：在终端里问，否则从标准输入读（也可以用环境变量 ${PASSPHRASE}）`,
      ).argParser(refuseInArguments),
    )
    .option('--passphrase-file <file>', '口令是这个文件的第一行')
}

type Options = CommonOptions & Record<string, string>

async function passphraseFor(
  options: Options,
  secrets: SecretSource,
  question: string,
): Promise<string | null> {
  if (options.passphraseFile) return secretIn(options.passphraseFile)
  if (!options.passphrase) return secrets.environment[PASSPHRASE] || null
  const passphrase = await readSecret(secrets, question)
  if (passphrase === null) throw new Refused('口令是空的，没有动密钥')
  return passphrase
}

/** An argument stands in the list of processes, which every program on the machine may read, and in the shell's history. */
function refuseInArguments(): never {
  throw new InvalidArgumentError(
    `口令不能写在命令里，会被别人看到。只写 --passphrase，会再问口令；也可以用 --passphrase-file 或环境变量 ${PASSPHRASE}`,
  )
}

const wasTyped = (options: Options, { askSecretly }: SecretSource): boolean =>
  askSecretly !== null && Boolean(options.passphrase) && !options.passphraseFile

/** What nobody saw may have been mistyped, and the key would be lost with it. */
async function confirm(passphrase: string, secrets: SecretSource): Promise<void> {
  if ((await readSecret(secrets, '再输入一次：')) !== passphrase)
    throw new Refused('两次输入的口令不一样，没有写出密钥')
}

const isEncrypted = (pem: string): boolean => pem.includes('-----BEGIN ENCRYPTED PRIVATE KEY-----')
