/**
 * The house's rules: which file may know which. Each has a planted breach in test/architecture that proves it can fail.
 * Rooms stand in the order of dependency: each knows only those before it.
 */
const rooms = [
  'kernel', 'sheet', 'identity', 'access', 'database', 'routine', 'request', 'api', 'audit',
  'organisation', 'responsibility', 'caseload', 'person', 'case', 'relation', 'fact', 'agreement', 'consent', 'co-handling',
  'what-if', 'inventory', 'reporting', 'import', 'graphql', 'http', 'web', 'tools',
];

const values = { dependencyTypesNot: ['type-only'] };
const only = (name, comment, library, places, which = {}) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^(src|reports|migrations)/', pathNot: places },
  to: { ...which, path: `(^|node_modules/)(${library.join('|')})(/|$)` },
});

module.exports = {
  forbidden: [
    ...rooms.slice(0, -1).map((room, place) => ({
      name: `look-down-from-${room}`,
      comment: 'A room knows only those before it.',
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: `^src/(${rooms.slice(place + 1).join('|')})/` },
    })),
    {
      name: 'rooms-know-no-root',
      comment: 'What puts the rooms together stands above them; commands may use it.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: '^src/tools/' },
      to: { path: '^src/[^/]+\\.ts$' },
    },
    {
      name: 'rooms-are-listed',
      comment: 'A new room gets its place in the order.',
      severity: 'error',
      from: {},
      to: { path: '^src/[^/]+/', pathNot: `^src/(${rooms.join('|')})/` },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules, checks and models use values only: no database, clock, framework or node.',
      severity: 'error',
      from: { path: '\\.(rules|check|model)\\.ts$' },
      to: {
        ...values,
        path: '.',
        pathNot: [
          '\\.(rules|check|model)\\.ts$',
          '^src/kernel/(local-date|period|faults|text|plain-text)\\.ts$',
          '^src/access/(permit|permissions)\\.ts$',
          // A checksum and a century: values in, values out.
          'node_modules/personnummer/',
        ],
      },
    },
    {
      name: 'no-cycles',
      comment: 'GraphQL classes name each other, by thunks.',
      severity: 'error',
      from: { pathNot: '\\.type\\.ts$' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only('spreadsheets-in-one-place', 'The workbook is written in sheet and read in import.', ['exceljs'],
      ['^src/sheet/workbook\\.ts$', '^src/import/workbook-rows\\.ts$']),
    only('mapper-in-tables-and-stores', 'The mapper writes; reads are SQL.', ['@mikro-orm/[^/]+'],
      ['^src/database/', '\\.(table|store)\\.ts$', '^src/entities\\.ts$', '^migrations/']),
    only('sql-in-reads-and-stores', 'SQL is asked in named kinds of file.', ['kysely', 'pg'],
      ['^src/(database|audit|request|import|tools)/', '\\.(read|store|sql)\\.ts$'], values),
    only('graphql-at-the-edge', 'GraphQL stays in its own kinds of file.',
      ['graphql', 'type-graphql', 'graphql-[^/]+', '@apollo/[^/]+', '@as-integrations/[^/]+'],
      ['\\.(type|input|resolver)\\.ts$', '^src/(api|graphql|http)/', '^src/tools/print-schema\\.ts$']),
    only('requests-in-http', 'Requests and answers of HTTP are the business of http and web.', ['express', 'helmet', 'pino-http'],
      ['^src/(http|web)/']),
    {
      name: 'migrations-stand-alone',
      comment: 'What the database did does not change with the program.',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '.', pathNot: '(^|node_modules/)@mikro-orm/migrations/' },
    },
    {
      name: 'reports-stand-alone',
      comment: 'A report is a definition: columns and words, no rows.',
      severity: 'error',
      from: { path: '^reports/' },
      to: { path: '.', pathNot: '^(reports/|src/sheet/|src/kernel/)' },
    },
    {
      name: 'no-tests-in-the-program',
      severity: 'error',
      from: { path: '^(src|reports|migrations)/' },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'no-development-packages',
      comment: 'What the program needs is a dependency of the program.',
      severity: 'error',
      from: { path: '^(src|reports|migrations)/' },
      to: { ...values, dependencyTypes: ['npm-dev'] },
    },
    {
      name: 'everything-is-found',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
