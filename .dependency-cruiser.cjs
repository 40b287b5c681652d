/** Who may import whom; docs/decisions says why. */
'use strict';

/** Types cost nothing at run time and break no layer. */
const atRunTime = { dependencyTypesNot: ['type-only'] };
const tests = '[.]test[.]ts$';
/** The kinds of error and the table of permissions are asked for every request, wherever it is. */
const askedEverywhere = '^server/domain/(errors[.]ts$|access/)';
/** Where views, public and seeds lie. */
const projectRoot = '^server/root[.]ts$';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Files that need each other are one file, or one too many. Types may point both ways.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: atRunTime },
    },
    {
      name: 'no-orphans',
      comment: 'Nobody imports it: delete it.',
      severity: 'error',
      from: { orphan: true, pathNot: ['[.]d[.]ts$', '^server/(main|cli/[^/]+)[.]ts$', tests] },
      to: {},
    },
    {
      name: 'domain-is-pure',
      comment:
        'The domain imports itself alone: no clock, no file, no database. ajv is pure, and states shapes.',
      severity: 'error',
      from: { path: '^server/domain/', pathNot: tests },
      to: { pathNot: '^server/domain/|^node_modules/(ajv|ajv-formats|json-schema-to-ts)/' },
    },
    {
      name: 'features-stand-alone',
      comment: 'What two features need lies in domain, db, web or adapters.',
      severity: 'error',
      from: { path: '^server/features/([^/]+)/', pathNot: tests },
      to: { path: '^server/features/', pathNot: '^server/features/$1/' },
    },
    {
      name: 'features-import-downwards',
      severity: 'error',
      from: { path: '^server/features/', pathNot: tests },
      to: { path: '^server/[^/]+[.]ts$|^server/cli/|^test/', pathNot: projectRoot },
    },
    {
      name: 'rooms-below-features',
      comment: 'web, db and adapters know no feature and nothing above.',
      severity: 'error',
      from: { path: '^server/(web|db|adapters)/', pathNot: tests },
      to: {
        path: '^server/(features|results)/|^server/[^/]+[.]ts$|^server/cli/|^test/',
        pathNot: projectRoot,
      },
    },
    {
      name: 'rooms-know-types-of-the-domain-only',
      comment: 'Rules are called by features, which hand on the result.',
      severity: 'error',
      from: { path: '^server/(web|db|adapters)/', pathNot: tests },
      to: { path: '^server/domain/', pathNot: askedEverywhere, ...atRunTime },
    },
    {
      name: 'results-read-and-work-out',
      comment:
        'What a round adds up to: read by reports, review and actions, and knowing none of them.',
      severity: 'error',
      from: { path: '^server/results/', pathNot: tests },
      to: {
        path: '^server/',
        pathNot: '^server/(results|db|domain)/',
        ...atRunTime,
      },
    },
    {
      name: 'db-and-web-do-not-mix',
      severity: 'error',
      from: { path: '^server/(db|web)/', pathNot: tests },
      to: { path: '^server/(db|web|adapters)/', pathNot: '^server/$1/', ...atRunTime },
    },
    {
      name: 'sql-lives-in-queries',
      comment: 'Only *.queries.ts and db know knex and pg; others may name the type of a database.',
      severity: 'error',
      from: { path: '^server/', pathNot: ['^server/db/', '[.]queries[.]ts$', tests] },
      to: { path: '^node_modules/(knex|pg)/', ...atRunTime },
    },
    {
      name: 'express-lives-in-routes',
      comment: 'Only *.routes.ts, web and app.ts know Express at run time.',
      severity: 'error',
      from: {
        path: '^server/',
        pathNot: ['^server/web/', '^server/app[.]ts$', '[.]routes[.]ts$', tests],
      },
      to: { path: '^node_modules/express/', ...atRunTime },
    },
    {
      name: 'views-are-types-and-pure-functions',
      comment: 'A view model is made from rows: it reads nothing itself.',
      severity: 'error',
      from: { path: '[.]view[.]ts$' },
      to: { path: '[.](queries|routes)[.]ts$|^server/db/', ...atRunTime },
    },
    {
      name: 'no-tests-in-the-application',
      severity: 'error',
      from: { path: '^server/', pathNot: tests },
      to: { path: ['^test/', tests] },
    },
    {
      name: 'only-named-dependencies',
      comment: 'What package.json does not name may be gone tomorrow.',
      severity: 'error',
      from: { path: '^server/', pathNot: tests },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'everything-is-found',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
