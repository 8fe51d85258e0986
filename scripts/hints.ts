// `npm run hints`: lines to paste into the head of a page, so that on a slow line scripts and data travel beside the loader
// (docs/huong-dan-nhung.md). Needs `npm run build -- --page`, or `--files` with the address of a published `hints.json`.
//   npm run hints -- --tag motcua-dossier-form --procedure 1.001193 --scripts https://g.example/motcua --gateway https://g.example/gateway --unit thoibinh
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { hintLines, type HintFiles } from '../packages/elements/src/loader/page-hints.ts';

const { values } = parseArgs({
  options: {
    tag: { type: 'string', default: 'motcua-counter' },
    procedure: { type: 'string' },
    scripts: { type: 'string', default: '/motcua' },
    gateway: { type: 'string', default: '/gateway' },
    unit: { type: 'string', default: '' },
    files: { type: 'string', default: 'packages/elements/dist/page/hints.json' },
  },
});

function fail(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(2);
}

async function readFiles(place: string): Promise<HintFiles> {
  try {
    return JSON.parse(/^https?:/.test(place) ? await (await fetch(place)).text() : readFileSync(place, 'utf8')) as HintFiles;
  } catch (error) {
    return fail(`${place} cannot be read (${String(error)}). Run "npm run build -- --page" first, or name a published hints.json with --files.`);
  }
}

const { tag, scripts, gateway, unit, procedure = null, files } = values;
if (unit === '') fail('--unit is missing: the code of the unit, as in data-unit');
const known = await readFiles(files);
const lines = hintLines(known, { tag, scripts, gateway, unit, procedure });
if (lines.length === 0) fail(`--tag ${tag} is not one of ${Object.keys(known).join(', ')}`);
process.stdout.write(`${lines.join('\n')}\n`);
