// The import law (CONTRIBUTING.md): contract ← domain ← sdk ← elements, and
// contract, domain ← gateway; testkit and demo see the doors. One rule a sentence.
// test/import-law.test.ts proves that each rule bites. What only shows at run time (which modules are
// really loaded) stands in .dependency-cruiser.runtime.mjs; what a page loads first, in scripts/size.ts.

const TEST = '\\.(test|suite|stories|bench)\\.ts$|^packages/[^/]+/test/';
const src = (name, rest = '') => `^packages/${name}/src/${rest}`;
const npm = (...names) => `(^|/)node_modules/(${names.join('|')})(/|$)`;
const ANY_NPM = '(^|/)node_modules/';

/** A package may reach only these packages of ours (tests excepted). */
const mayReach = (name, others, comment, extra = {}) => ({
  name: `${name}-reaches`,
  severity: 'error',
  comment,
  from: { path: src(name), pathNot: TEST, ...extra.from },
  to: { path: '^packages/', pathNot: [`^packages/(${[name, ...others].join('|')})/`], ...extra.to },
});

/** A package may depend on these npm packages at run time (types are free where a types package exists). */
const mayUse = (name, packages, comment, extra = {}) => ({
  name: `${name}-installs`,
  severity: 'error',
  comment,
  from: { path: src(name), pathNot: TEST, ...extra.from },
  to: { path: ANY_NPM, pathNot: packages.length > 0 ? [npm(...packages)] : [], ...extra.to },
});

const noNodeCore = {
  name: 'no-node-modules-in-the-browser',
  severity: 'error',
  comment: 'contract, domain, sdk and elements run in browsers: they never import a module of Node.',
  from: { path: '^packages/(contract|domain|sdk|elements)/src/', pathNot: TEST },
  to: { dependencyTypes: ['core'] },
};

const law = {
  forbidden: [
    {
      name: 'no-missing-modules',
      severity: 'error',
      comment: 'Every import must lead to a file or an installed package.',
      from: { path: '^packages/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'public-doors-only',
      severity: 'error',
      comment: 'Another package is entered by its doors (its exports map), never by a path into its folder.',
      from: { path: '^packages/([^/]+)/' },
      to: { path: '^packages/', pathNot: '^packages/$1/', dependencyTypes: ['local'] },
    },
    noNodeCore,

    mayReach('contract', [], 'contract is the shared language: it knows no other package of ours.'),
    mayUse('contract', ['zod'], 'contract depends on zod alone.'),

    mayReach('domain', ['contract'], 'domain knows contract alone.'),
    mayUse('domain', [], 'domain has no npm dependency: rules are pure functions.'),
    mayReach('sdk', ['contract', 'domain'], 'sdk knows contract and domain alone.'),
    mayUse('sdk', ['ky'], 'sdk depends on ky alone.'),
    {
      name: 'ky-lives-in-one-file',
      severity: 'error',
      comment: 'ky is known to core/http.ts alone, its types too.',
      from: { path: src('sdk'), pathNot: [TEST, src('sdk', 'core/http\\.ts$')] },
      to: { path: npm('ky') },
    },
    {
      name: 'resources-do-not-know-each-other',
      severity: 'error',
      comment: 'A resource of the client never imports another resource.',
      from: { path: src('sdk', 'resources/([^/]+)\\.ts$'), pathNot: TEST },
      to: { path: src('sdk', 'resources/'), pathNot: src('sdk', 'resources/$1\\.ts$'), dependencyTypesNot: ['type-only'] },
    },

    mayReach('elements', ['contract', 'domain', 'sdk'], 'elements know contract, domain and the types of sdk.'),
    mayUse('elements', ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', 'idb', 'qr', 'fflate', 'oauth4webapi'], 'elements depend on lit, idb, qr and fflate alone, the officer\'s sign-in on oauth4webapi.'),
    {
      name: 'oauth-lives-in-one-file',
      severity: 'error',
      comment: 'Signing in is for officers: oauth4webapi is known to one lazily loaded file of the desk and never travels to a citizen.',
      from: { path: src('elements'), pathNot: [TEST, src('elements', 'officer-desk/sign-in/oidc\\.lazy\\.ts$')] },
      to: { path: npm('oauth4webapi') },
    },
    {
      name: 'sdk-enters-elements-by-connect',
      severity: 'error',
      comment:
        'Elements use sdk as types only. The composition file connect.ts and the lazily loaded parts that send ' +
        '(files named *.lazy.ts) may import it as a value.',
      from: { path: src('elements'), pathNot: [TEST, src('elements', 'connect\\.ts$'), src('elements', '.*\\.lazy\\.ts$')] },
      to: { path: src('sdk'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'components-do-not-know-each-other',
      severity: 'error',
      comment: 'No component imports the folder of another; the counter alone puts components together.',
      from: {
        path: src('elements', '([a-z-]+)/'),
        pathNot: [TEST, src('elements', '(counter|internal|context|localization|tokens|loader)/')],
      },
      to: {
        path: src('elements', '[a-z-]+/'),
        pathNot: [src('elements', '$1/'), src('elements', '(internal|context|localization|tokens)/')],
      },
    },
    {
      name: 'internal-knows-no-component',
      severity: 'error',
      comment: 'internal, context and localization stand below the components.',
      from: { path: src('elements', '(internal|context|localization|tokens)/'), pathNot: TEST },
      to: { path: src('elements', '[a-z-]+/'), pathNot: src('elements', '(internal|context|localization|tokens)/') },
    },
    {
      name: 'models-are-pure',
      severity: 'error',
      comment: 'A *.model.ts knows contract, domain and other models: no Lit, no DOM helper, no client.',
      from: { path: src('elements', '.*\\.model\\.ts$') },
      to: { path: [npm('lit', 'lit-html', 'idb', 'qr', 'fflate'), src('sdk')], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'loader-stands-alone',
      severity: 'error',
      comment: 'The loader is the first 3 KiB of a page: it loads neither Lit nor any package of ours but its own files.',
      from: { path: src('elements', 'loader/'), pathNot: TEST },
      to: { path: [ANY_NPM, '^packages/(contract|domain|sdk)/'], dependencyTypesNot: ['type-only'] },
    },
    mayReach('gateway', ['contract', 'domain'], 'gateway knows contract and domain alone.'),
    {
      name: 'drivers-live-in-adapters',
      severity: 'error',
      comment: 'Drivers (databases, storage, logging, sockets) are known to adapters, and to main.ts and browser.ts that choose them.',
      from: { path: src('gateway'), pathNot: [TEST, src('gateway', 'adapters/'), src('gateway', '(main|browser)\\.ts$')] },
      to: {
        path: [npm('pg', '@types/pg', 'pino', '@hono/node-server', '@sqlite\\.org/sqlite-wasm'), '^(node:)?(sqlite|fs|net|http|https|child_process)(/|$)'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'use-cases-do-not-know-http',
      severity: 'error',
      comment: 'A use case knows ports, contract and domain; never Hono, routes or adapters.',
      from: { path: src('gateway', 'use-cases/'), pathNot: TEST },
      to: { path: [npm('hono'), src('gateway', '(routes|middleware|adapters)/')] },
    },

    {
      name: 'testkit-is-for-tests',
      severity: 'error',
      comment: 'testkit is imported by tests and stories only (and by itself).',
      from: { path: '^packages/', pathNot: [TEST, '^packages/testkit/'] },
      to: { path: '^packages/testkit/' },
    },
    {
      name: 'demo-is-imported-by-nobody',
      severity: 'error',
      comment: 'The demo is the end of the road: nothing but its own files imports it.',
      from: { path: '^packages/', pathNot: ['^packages/demo/', TEST] },
      to: { path: '^packages/demo/' },
    },
    {
      name: 'tests-are-imported-by-nobody',
      severity: 'error',
      comment: 'Shipped modules never import a test or a story.',
      from: { path: '^packages/[^/]+/src/', pathNot: [TEST, '^packages/testkit/'] },
      to: { path: TEST },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|storybook-static|fixtures)/' },
    tsPreCompilationDeps: true,
    detectJSDocImports: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'browser', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
};

export default law;
