// What a page loads (packages/elements/dist/page). The product for people with a bundler is what tsc
// writes to each dist folder, module by module; this is the other one: ready files for pages without
// a build. `npm run build` runs this after tsc, then compresses and signs the files.
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import minify from '@lit-labs/rollup-plugin-minify-html-literals';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { transform } from 'esbuild';
import { TAGS } from './packages/elements/src/loader/loader.model.ts';
import { lowerKy } from './scripts/lib/browser-floor.ts';
import { COMPILE_EARLY, isCompiledLate } from './scripts/lib/compile-early.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const sources = join(root, 'packages/elements/src');
const dir = join(root, 'packages/elements/dist/page');

/** The published floor: phones of 2021. Nothing newer than these may stand in the files. */
const FLOOR = ['chrome92', 'safari15.4', 'firefox102'];

/** The same floor for styles: without targets the minifier writes media ranges that old phones skip. */
const version = (major, minor = 0) => (major << 16) | (minor << 8);
const cssTargets = { chrome: version(92), safari: version(15, 4), ios_saf: version(15, 4), firefox: version(102) };

const minifyLiterals = () =>
  (minify.default ?? minify)({
    options: {
      // A literal that is only a value (css`40em`) is no style sheet.
      shouldMinifyCSS: ({ tag, parts }) => tag === 'css' && parts.some(({ text }) => text.includes('{')),
      minifyOptions: {
        caseSensitive: true,
        collapseWhitespace: true,
        // One space stays one space: a template is a piece of a sentence as often as a piece of a page.
        conservativeCollapse: true,
        removeComments: true,
        // An empty lang or value says something; entities stay as they were written.
        removeEmptyAttributes: false,
        decodeEntities: false,
        minifyJS: false,
        minifyCSS: { minify: true, targets: cssTargets },
      },
    },
  });

/** Tag files by name, read from the folders: a new element needs no line here. */
function tagFiles() {
  const entries = {};
  const folders = existsSync(sources) ? readdirSync(sources, { withFileTypes: true }) : [];
  for (const folder of folders.filter((entry) => entry.isDirectory() && entry.name !== 'internal').sort((a, b) => (a.name < b.name ? -1 : 1))) {
    for (const file of readdirSync(join(sources, folder.name)).sort()) {
      if (/^motcua-[a-z-]+\.ts$/.test(file)) entries[basename(file, '.ts')] = join(sources, folder.name, file);
    }
  }
  const connect = join(sources, 'connect.ts');
  return existsSync(connect) ? { ...entries, connect } : entries;
}

/** Types off first, then everything (our code and that of others) down to the floor. */
const esbuild = (define = () => ({})) => ({
  name: 'esbuild',
  async transform(code, id) {
    if (!id.endsWith('.ts')) return null;
    const { code: js } = await transform(code, {
      loader: 'ts',
      target: 'esnext',
      sourcefile: id,
      define: define(),
      tsconfigRaw: { compilerOptions: { useDefineForClassFields: true, verbatimModuleSyntax: true } },
    });
    return { code: js, map: { mappings: '' } };
  },
  async renderChunk(code) {
    const { code: js } = await transform(code, { loader: 'js', target: FLOOR, charset: 'utf8' });
    return { code: js, map: null };
  },
});

const plugins = ({ first = [], last = [], define } = {}) => [
  ...first,
  lowerKy(),
  minifyLiterals(),
  // `source` is a condition of our own packages: bundles are made from sources, never from a stale dist.
  nodeResolve({ browser: true, exportConditions: ['source', 'production', 'browser'], extensions: ['.ts', '.mjs', '.js'] }),
  esbuild(define),
  terser({ ecma: 2020, module: true, format: { comments: false }, compress: { passes: 2 } }),
  ...last,
];

/** A warning is either known and harmless, named here, or it breaks the build. */
function onwarn(warning, warn) {
  const harmless =
    warning.code === 'INVALID_ANNOTATION' ||
    (warning.code === 'CIRCULAR_DEPENDENCY' && warning.ids?.every((id) => id.includes('node_modules')));
  if (!harmless) warn(warning);
}

const tags = tagFiles();
const loader = join(sources, 'loader/loader.ts');
const all = join(sources, 'all.ts');
const paste = join(sources, 'loader/page-paste.ts');

/**
 * Which files an entry needs at once beside itself. The chunk build fills it, the loader gets it as the
 * constant `__MOTCUA_CHUNKS__` (`{ [entry]: file[] }`), so that all of them travel side by side and
 * nothing waits for the entry to arrive before it asks for the rest.
 */
const needs = {};
const collectNeeds = {
  name: 'collect-needs',
  generateBundle(_, bundle) {
    const walk = (file, seen) => {
      for (const next of bundle[file]?.imports ?? []) if (!seen.has(next)) walk(next, seen.add(next));
      return seen;
    };
    const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
    for (const { name, fileName } of chunks.filter(({ isEntry, name }) => isEntry && TAGS.includes(name))) {
      const seen = walk(fileName, new Set());
      // The largest first: what comes late on a slow line should be small. Equal sizes by name, so that builds are equal.
      const size = (file) => bundle[file]?.code?.length ?? 0;
      needs[name] = [...seen].filter((file) => file !== fileName).sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1));
    }
  },
};

/**
 * Before a first field or a first search nearly every function of these files is called: compiled one by one when they are, they hold the page up
 * for a quarter of a second on a slow phone; compiled while they travel they hold up nothing (ADR 0020).
 */
const COMPILED_EARLY = ['motcua-procedure-picker', 'motcua-dossier-form'];

const compileEarly = {
  name: 'compile-early',
  renderChunk(code, { fileName }, _, { chunks }) {
    const first = Object.values(chunks).filter(({ isEntry, name }) => isEntry && COMPILED_EARLY.includes(name));
    const needed = new Set(first.map((chunk) => chunk.fileName));
    // A set that grows while it is walked is walked to its end.
    for (const file of needed) for (const next of chunks[file]?.imports ?? []) needed.add(next);
    return needed.has(fileName) && isCompiledLate(code) ? { code: COMPILE_EARLY + code, map: null } : null;
  },
};

/** Elements that a citizen meets first: what all of them need at once is one file, `chunks/core`. */
const FIRST = ['motcua-procedure-picker', 'motcua-dossier-form', 'motcua-status-tracker'];

/** Pieces of a few hundred bytes that picker, sheet and counter share: as files of their own they weigh half a KiB more and two requests. */
const SMALL = /internal.(load-controller|fallback|room-styles)\.ts$|procedure-picker\.events\.ts$/;

/**
 * What several rooms share beyond `core`, in as few files as their users allow: a file of its own is a request more, and a
 * browser has six connections to a gateway. `form-base` travels with form and desk, `checks` with the desk and after the first
 * question of a form, `small` with everything but the picker, `due` with sheet, tracker and receipt, `post` with
 * all that is printed or travels, `aside` with what is said of an office and read aloud. `npm run size` counts what each element asks for.
 */
const GROUPS = {
  small: /internal.(device|papers.byte-text|phone.phone-address|page-state|part\.styles|dates)\.ts$|domain.src.calendar.(plain-date|local-time)\.ts$/,
  status: /contract.src.status\.ts$|domain.src.codes.dossier-code\.ts$/,
  due: /internal.due-reasons.due-reasons\.ts$|localization.vi.due\.ts$/,
  aside: /procedure-picker.office\.model\.ts$|internal.(web-address|read-aloud)\.ts$/,
  post: /internal.letters.(barcode|code-128\.model)\.ts$|domain.src.postal.(parties|transit|parcel-size)\.ts$/,
  'form-base':
    /localization.(vi.fields|said)\.ts$|domain.src.calendar.partial-date\.ts$|domain.src.form.(scope|condition|compute|value|number-words|options|accepted-file)\.ts$/,
  checks:
    /localization.vi.findings\.ts$|domain.src.identity.(place-codes|personal-number|phone|tax-code|email|person-name)\.ts$|domain.src.form.(finding|shapes|validate|checks.[a-z-]+)\.ts$/,
};

/** Which shared file a module belongs to; without this the base would fall apart into one small file for each set of users. */
function shared(entries) {
  let core;
  return (id, { getModuleInfo }) => {
    core ??= FIRST.filter((name) => entries[name])
      .map((name) => reach(entries[name], getModuleInfo))
      .reduce((all, one) => new Set([...all].filter((module) => one.has(module))));
    if (core.has(id) || SMALL.test(id)) return 'core';
    return Object.keys(GROUPS).find((name) => GROUPS[name].test(id)) ?? null;
  };
}

/** Every module that is loaded together with this one; dynamic imports are not. */
function reach(id, getModuleInfo) {
  const seen = new Set([id]);
  // A set that grows while it is walked is walked to its end.
  for (const one of seen) for (const next of getModuleInfo(one)?.importedIds ?? []) seen.add(next);
  return seen;
}

const page = (input, output, options) => ({
  input,
  logLevel: 'warn',
  onwarn,
  plugins: plugins(options),
  output: { dir, entryFileNames: '[name].js', generatedCode: 'es2015', ...output },
});

// Scripts that are pasted as they are must work with and without type="module", and leave no globals.
const script = { format: 'iife', inlineDynamicImports: true };

export default [
  Object.keys(tags).length > 0 &&
    page(
      tags,
      {
        format: 'es',
        // Short names: every letter of them stands in the loader, and sixteen different ones pack better than more. 28 bits
        // tell two versions of one chunk apart.
        chunkFileNames: 'chunks/[name]-[hash:7].js',
        hashCharacters: 'hex',
        manualChunks: shared(tags),
        onlyExplicitManualChunks: true,
      },
      { first: [collectNeeds], last: [compileEarly] },
    ),
  existsSync(loader) && page({ motcua: loader }, script, { define: () => ({ __MOTCUA_CHUNKS__: JSON.stringify(needs) }) }),
  existsSync(all) && page({ 'motcua.all': all }, script),
  // For pages that hand out the code to paste; on its own, so that no other file becomes larger for it.
  existsSync(paste) && page({ 'page-paste': paste }, { format: 'es' }),
].filter(Boolean);
