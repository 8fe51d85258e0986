import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

// Not type-aware on purpose: the compiler already runs, and this stays at a few seconds.

/** Strict CSP and Trusted Types (docs/decisions/0001-toolchain.md): never in what ships to pages. */
const CSP_BANS = [
  {
    selector: "MemberExpression[property.name=/^(innerHTML|outerHTML)$/]",
    message: 'Trusted Types: build nodes with Lit templates or textContent.',
  },
  {
    selector: "CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment)$/]",
    message: 'Trusted Types: build nodes with Lit templates or textContent.',
  },
  {
    selector: "TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/<style[\\s>]/]",
    message: 'Strict CSP blocks <style> in templates: use static styles.',
  },
  {
    selector: "TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle=/]",
    message: 'Strict CSP blocks style attributes: use classes, or style.setProperty in updated().',
  },
  {
    selector: "CallExpression[callee.property.name='setAttribute'][arguments.0.value='style']",
    message: 'Strict CSP blocks style attributes: use classes, or style.setProperty.',
  },
];

/** Younger than Chromium 92, Safari 15.4 or Firefox 102, and not seen by the compiler (`lib` sees the language). */
const FLOOR_BANS = [
  { selector: "CallExpression[callee.name='structuredClone']", message: 'Below the browser floor: copy by hand.' },
  {
    selector: "CallExpression[callee.object.name='AbortSignal'][callee.property.name=/^(any|timeout)$/]",
    message: 'Below the browser floor: use an AbortController.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name="css"] TemplateElement[value.raw=/:has\\(|@container|@layer|color-mix\\(|light-dark\\(|\\d(dvh|svh|lvh|cqi|cqw)/]',
    message: 'Below the browser floor: as decoration only, inside @supports and with a reason.',
  },
];

/** Only erasable TypeScript, and one way to export. */
const SYNTAX_BANS = [
  { selector: 'TSEnumDeclaration', message: 'Use an `as const` object and derive the type.' },
  { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'Use modules.' },
  { selector: 'ExportDefaultDeclaration', message: 'Name every export.' },
  { selector: 'ExportSpecifier[exported.name="default"]', message: 'Name every export.' },
];

/** The clock and chance come as arguments or through ports. */
const CLOCK_BANS = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'The clock is an argument or a port.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The clock is an argument or a port.' },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'Chance is an argument or a port.' },
];

const HTML_DIRECTIVES = ['style-map', 'unsafe-html', 'unsafe-svg', 'unsafe-mathml'].flatMap((name) => [
  { name: `lit/directives/${name}.js`, message: 'Blocked by strict CSP, or a way around Trusted Types.' },
  { name: `lit-html/directives/${name}.js`, message: 'Blocked by strict CSP, or a way around Trusted Types.' },
]);

const LIBRARIES = ['packages/{contract,domain,sdk,elements,gateway}/src/**/*.ts'];
const TESTS = ['**/*.test.ts', '**/*.stories.ts', '**/*.suite.ts', '**/*.e2e.ts', '**/*.bench.ts', 'test/**', 'packages/*/test/**', 'packages/testkit/**'];
/** Where a process begins: it may read the clock, print and exit. */
const EDGES = ['packages/gateway/src/main.ts', 'packages/gateway/src/**/cli*.ts'];

/** A rule set whose every rule is an error: a warning is read by nobody. */
const asErrors = (rules) => Object.fromEntries(Object.keys(rules).map((name) => [name, 'error']));

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**', '**/dist/**', '**/storybook-static/**', '**/coverage/**', '**/*.d.ts', 'test/fixtures/**', '**/.examples-*/**',
      'packages/demo/{pages,public,seed}/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,mts,js,mjs}'],
    languageOptions: { parser: tseslint.parser, ecmaVersion: 2023, sourceType: 'module' },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-debugger': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-unreachable-loop': 'error',
      'no-constant-condition': 'error',
      'no-fallthrough': 'error',
      'no-unsafe-finally': 'error',
      'no-async-promise-executor': 'error',
      'no-cond-assign': 'error',
      'no-control-regex': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-irregular-whitespace': 'error',
      'no-loss-of-precision': 'error',
      'no-prototype-builtins': 'error',
      'no-sparse-arrays': 'error',
      'no-unsafe-optional-chaining': 'error',
      'no-useless-catch': 'error',
      'no-useless-escape': 'error',
      'use-isnan': 'error',
      'valid-typeof': 'error',
      'object-shorthand': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 8 }],
      'no-restricted-syntax': ['error', ...SYNTAX_BANS],
    },
  },
  {
    files: LIBRARIES,
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 12],
      'max-depth': ['error', 4],
      'no-console': 'error',
      'no-alert': 'error',
      'no-restricted-globals': ['error', { name: 'process', message: 'Only main.ts reads the environment.' }],
      'no-restricted-syntax': ['error', ...SYNTAX_BANS, ...CLOCK_BANS],
    },
  },
  {
    files: ['packages/elements/src/**/*.ts'],
    plugins: { lit, wc, 'lit-a11y': litA11y },
    settings: { wc: { elementBaseClasses: ['LitElement', 'MotcuaElement'] }, litHtmlSources: true },
    rules: {
      ...asErrors(lit.configs['flat/recommended'].rules),
      ...asErrors(wc.configs['flat/recommended'].rules),
      ...asErrors(litA11y.configs.recommended.rules),
      'lit/ban-attributes': ['error', 'style'],
      'lit/no-invalid-html': 'error',
      'lit/prefer-static-styles': 'error',
      'lit/no-classfield-shadowing': 'error',
      'lit/no-template-map': 'off',
      // Safari drops the list role of a list without bullets; role="list" gives it back.
      'lit-a11y/no-redundant-role': 'off',
      // Asks for blur in place of change on selects: advice for browsers older than our floor.
      'lit-a11y/no-invalid-change-handler': 'off',
      // Listening in the constructor is fine on the element itself, and Lit's own advice.
      'wc/no-constructor-attributes': 'error',
      // Tags and classes stand in two files on purpose (registration is a side effect).
      'wc/define-tag-after-class-definition': 'off',
      'wc/guard-super-call': 'off',
      'no-restricted-imports': ['error', { paths: HTML_DIRECTIVES }],
      'no-restricted-syntax': ['error', ...SYNTAX_BANS, ...CLOCK_BANS, ...CSP_BANS, ...FLOOR_BANS],
    },
  },
  {
    files: ['packages/{contract,domain,sdk}/src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...SYNTAX_BANS, ...CLOCK_BANS, ...FLOOR_BANS] },
  },
  {
    // Ports meet the world here: these may name the real clock and real chance.
    files: ['packages/sdk/src/ports/**', 'packages/gateway/src/adapters/**'],
    rules: { 'no-restricted-syntax': ['error', ...SYNTAX_BANS, ...FLOOR_BANS] },
  },
  {
    files: ['packages/elements/src/connect.ts', 'packages/elements/src/internal/**', 'packages/elements/src/loader/**'],
    rules: { 'no-restricted-syntax': ['error', ...SYNTAX_BANS, ...CSP_BANS, ...FLOOR_BANS] },
  },
  {
    files: EDGES,
    rules: { 'no-console': 'off', 'no-restricted-globals': 'off', 'no-restricted-syntax': ['error', ...SYNTAX_BANS] },
  },
  {
    // Tests and stories tell long stories; files still may not become whales.
    files: TESTS,
    rules: {
      'max-lines': ['error', { max: 600, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': 'off',
      complexity: 'off',
      'no-control-regex': 'off',
      'no-console': 'off',
      'no-restricted-globals': 'off',
      'no-restricted-syntax': ['error', SYNTAX_BANS[0], SYNTAX_BANS[1]],
      '@typescript-eslint/no-non-null-assertion': 'off',
      'lit/ban-attributes': 'off',
      'lit/prefer-static-styles': 'off',
    },
  },
  {
    files: ['scripts/**/*.ts', 'packages/demo/**/*.ts', '.storybook/*.ts', '*.config.{ts,mjs}', '**/*.config.mjs', '.*.mjs'],
    rules: { 'no-restricted-syntax': ['error', SYNTAX_BANS[0], SYNTAX_BANS[1]], 'max-lines': ['error', 300] },
  },
);
