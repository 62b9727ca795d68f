/**
 * The import table of the house: each storey knows only what lies below it. `domain` is pure,
 * so a rule can be read, tested and replayed without a database; workflows see activities as
 * types only, so that no driver or ORM ends up in their deterministic bundle.
 */
const STOREYS = ['domain', 'db', 'activities', 'workflows', 'api', 'admin-ui', 'bin']

const mayImport = (storey, ...allowed) => ({
  name: `${storey}-imports`,
  comment: `${storey} may import only: ${[storey, ...allowed].join(', ')}`,
  severity: 'error',
  from: { path: `^${storey}/` },
  to: {
    path: `^(${STOREYS.filter((other) => other !== storey && !allowed.includes(other)).join('|')})/`,
  },
})

export default {
  forbidden: [
    mayImport('domain'),
    mayImport('db', 'domain'),
    mayImport('activities', 'domain', 'db'),
    mayImport('workflows', 'domain', 'activities'),
    mayImport('api', 'domain', 'db', 'activities'),
    mayImport('admin-ui'),
    {
      name: 'domain-is-pure',
      comment:
        'domain uses no Node and no package: it also runs inside workflows and in the browser',
      severity: 'error',
      from: { path: '^domain/' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg'] },
    },
    {
      name: 'workflows-see-activities-as-types',
      comment: 'import type { … } only: the workflow bundle holds no verb, no ORM, no driver',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: '^activities/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'workflows-have-no-node',
      comment: 'files, network and timers of Node break determinism',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'workflows-packages',
      comment: 'only the workflow side of the Temporal SDK is deterministic',
      severity: 'error',
      from: { path: '^workflows/' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg'],
        pathNot: 'node_modules/@temporalio/(workflow|common)/',
      },
    },
    {
      name: 'nobody-imports-bin',
      comment: 'bin holds the composition roots; nothing is built on them',
      severity: 'error',
      from: { pathNot: '^(bin|tests|bench|scripts)/' },
      to: { path: '^bin/' },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'what ships does not lean on tests or benches',
      severity: 'error',
      from: { path: `^(${STOREYS.join('|')})/` },
      to: { path: '^(tests|bench)/' },
    },
    {
      name: 'resolvable',
      comment: 'the file or package does not exist',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycles',
      comment: 'two files that need each other are one idea in two halves',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|[.]choba|[.]cache)/|fixtures/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
