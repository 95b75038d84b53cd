// The directions imports may take (CONTRIBUTING.md, "Finding your way"). `npm run lint` fails when one is broken.
const inFolder = (...names) => `^(${names.join('|')})(/|$)`

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'shared-is-pure',
      comment:
        'shared/ runs in every process: no Node, no DOM, no Electron, no other room. Rules kept as JSON are data.',
      severity: 'error',
      from: { path: inFolder('shared') },
      to: {
        path: [inFolder('electron', 'renderer', 'assets', 'build', 'tests'), '^electron$'],
        pathNot: '^assets/wording-[a-z]+\\.json$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'shared-uses-no-node',
      severity: 'error',
      from: { path: inFolder('shared') },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-sees-only-shared',
      comment: "The page may take the router's type from electron/rpc, and nothing that runs.",
      severity: 'error',
      from: { path: inFolder('renderer') },
      to: { path: inFolder('electron', 'tests', 'build'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'desk-knows-no-host',
      comment: 'The desk is the application; it runs without Electron and without a shell around it.',
      severity: 'error',
      from: { path: '^electron/desk' },
      to: { path: ['^electron/(shell|rpc|main|serve|preload|cli)', 'node_modules/electron(/|$)'] },
    },
    {
      name: 'rpc-knows-no-shell',
      severity: 'error',
      from: { path: '^electron/rpc' },
      to: { path: '^electron/(shell|main|serve|cli)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'panel-stays-light',
      comment: 'The panel is on the six-second path: it never loads what only the workbench needs.',
      severity: 'error',
      from: { path: '^renderer/(panel|ui|client)' },
      to: {
        path: ['^renderer/workbench', 'node_modules/(antd|@ant-design|zod|@tanstack/react-query)(/|$)'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { path: inFolder('electron', 'renderer', 'shared') },
      to: { path: inFolder('tests') },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)out/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
