import { wordingRules } from '../../../shared/compliance/index.ts'
import type { WordingLevel } from '../../../shared/model/wording.ts'
import type { CheckReport, LocatedFinding, LocatedMistake } from './check-report.ts'

const SARIF_LEVELS: Readonly<Record<WordingLevel, 'note' | 'warning' | 'error'>> = {
  hint: 'note',
  warn: 'warning',
  strong: 'warning',
  block: 'error',
}

/**
 * The report as SARIF 2.1.0, for programs that show findings of any checker. A row of a table is no line of its file, so
 * that places are logical (row, code, title) with offsets into the phrase's text; `error` is what may not be published.
 */
export function asSarif(report: CheckReport) {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'golden-six',
            rules: [
              SCRIPT_RULE,
              ...wordingRules.map(({ id, category, level, reason, sources }) => ({
                id,
                name: category,
                shortDescription: { text: reason },
                fullDescription: { text: sources.join('；') },
                defaultConfiguration: { level: SARIF_LEVELS[level] },
              })),
            ],
          },
        },
        columnKind: 'utf16CodeUnits',
        results: [
          ...report.mistakes.map((mistake) => mistakeResult(mistake, report.fileName)),
          ...report.findings.map((finding) => resultOf(finding, report.fileName)),
        ],
      },
    ],
  }
}

const SCRIPT_RULE = {
  id: 'script',
  name: '写错',
  shortDescription: { text: '写错的话术存不进话术库，也导不进来' },
  defaultConfiguration: { level: 'error' },
}

function mistakeResult(
  { phrase, variant, further, line, column, message }: LocatedMistake,
  fileName: string | null,
) {
  return {
    ruleId: SCRIPT_RULE.id,
    level: 'error',
    message: { text: `第 ${line} 行第 ${column} 个字：${message}` },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: encodeURI(fileName ?? 'library') } },
        logicalLocations: [{ name: phrase.code ?? phrase.title, fullyQualifiedName: phrase.title }],
      },
    ],
    properties: { row: phrase.row, phraseId: phrase.id, code: phrase.code, variant, further, line, column },
  }
}

function resultOf(finding: LocatedFinding, fileName: string | null) {
  const { phrase, variant, further, span, rule, level, text, reason, suggestion, isBlocked } = finding
  return {
    ruleId: rule,
    // Words that block a team's phrase only warn in one's own.
    level: level === 'block' && !isBlocked ? 'warning' : SARIF_LEVELS[level],
    message: { text: `“${text}”：${reason}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(fileName ?? 'library') },
          region: {
            charOffset: span.start,
            charLength: span.end - span.start,
            snippet: { text },
          },
        },
        logicalLocations: [{ name: phrase.code ?? phrase.title, fullyQualifiedName: phrase.title }],
      },
    ],
    properties: { row: phrase.row, phraseId: phrase.id, code: phrase.code, variant, further, suggestion },
  }
}
