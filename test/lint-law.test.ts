import { spawnSync } from 'node:child_process';
import { beforeAll, expect, test } from 'vitest';

const ELEMENT = 'packages/elements/src/dossier-form/example.ts';
const DOMAIN = 'packages/domain/src/calendar/example.ts';
const TEMPLATE = "import { html } from 'lit';\nexport const view = (x: string) => html`";
const HONEST = `${TEMPLATE}<p class="note">\${x}</p><img src="a.png" alt=""><button type="button">\${x}</button>\`;`;

/** Code that must not pass, the file it stands in, and the rule that has to say so. */
const FORBIDDEN: readonly (readonly [why: string, rule: string, file: string, code: string])[] = [
  ['style attribute in a template', 'lit/ban-attributes', ELEMENT, `${TEMPLATE}<p style="color: red">\${x}</p>\`;`],
  ['style tag in a template', 'no-restricted-syntax', ELEMENT, `${TEMPLATE}<style>p { color: red }</style>\${x}\`;`],
  ['styleMap', 'no-restricted-imports', ELEMENT, "import { styleMap } from 'lit/directives/style-map.js';\nexport const s = styleMap;"],
  ['unsafeHTML', 'no-restricted-imports', ELEMENT, "import { unsafeHTML } from 'lit/directives/unsafe-html.js';\nexport const s = unsafeHTML;"],
  ['innerHTML', 'no-restricted-syntax', ELEMENT, 'export const f = (e: Element) => { e.innerHTML = "x"; };'],
  ['insertAdjacentHTML', 'no-restricted-syntax', ELEMENT, 'export const f = (e: Element) => e.insertAdjacentHTML("beforeend", "x");'],
  ['a style below the floor', 'no-restricted-syntax', ELEMENT, "import { css } from 'lit';\nexport const s = css`p:has(a) { color: red }`;"],
  ['a call below the floor', 'no-restricted-syntax', DOMAIN, 'export const f = (x: object) => structuredClone(x);'],
  ['picture without a text', 'lit-a11y/alt-text', ELEMENT, `${TEMPLATE}<img src=\${x}>\`;`],
  ['field that shadows a reactive property', 'lit/no-classfield-shadowing', ELEMENT,
    "import { LitElement } from 'lit';\nexport class A extends LitElement { static properties = { a: {} }; a = 1; }"],
  ['the clock in a rule', 'no-restricted-syntax', DOMAIN, 'export const now = () => Date.now();'],
  ['chance in a rule', 'no-restricted-syntax', DOMAIN, 'export const luck = () => Math.random();'],
  ['logging in a library', 'no-console', DOMAIN, "export const f = () => { console.log('x'); };"],
  ['default export', 'no-restricted-syntax', DOMAIN, 'export default 1;'],
  ['enum', 'no-restricted-syntax', DOMAIN, 'export enum A { B }'],
  ['any', '@typescript-eslint/no-explicit-any', DOMAIN, 'export const f = (x: any) => String(x);'],
  ['type imported as a value', '@typescript-eslint/consistent-type-imports', DOMAIN, "import { A } from './a.ts';\nexport type B = A;"],
  ['unused suppression', 'null', DOMAIN, '// eslint-disable-next-line no-console\nexport const a = 1;'],
];

/** Lints all samples in one process of its own: the export conditions of the tests would lead ESLint's plugins astray. */
const LINT = `
  import { ESLint } from 'eslint';
  const eslint = new ESLint();
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  const samples = JSON.parse(Buffer.concat(chunks).toString());
  const results = await Promise.all(samples.map(([filePath, code]) => eslint.lintText(code, { filePath })));
  process.stdout.write(JSON.stringify(results.map(([{ messages }]) => messages.map(({ ruleId }) => String(ruleId)))));
`;
let found: string[][] = [];

beforeAll(() => {
  const samples = [[ELEMENT, HONEST], ...FORBIDDEN.map(([, , file, code]) => [file, code])].map(([file, code]) => [file, `${code}\n`]);
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', LINT], { input: JSON.stringify(samples), encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  found = JSON.parse(run.stdout) as string[][];
}, 60_000);

test('lint accepts an honest element', () => {
  expect(found[0]).toEqual([]);
});

test.each(FORBIDDEN.map(([why, rule], index) => ({ why, rule, index })))('lint refuses $why ($rule)', ({ rule, index }) => {
  expect(found[index + 1]).toContain(rule);
});
