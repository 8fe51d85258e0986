// `npm run hints`: the code to paste for one element on one page, with the lines that let scripts and data travel beside the loader
// (docs/huong-dan-nhung.md). Needs `npm run build -- --page`, or `--files` with the address of a published `hints.json`.
//   npm run hints -- --tag motcua-dossier-form --procedure 1.001193 --phone '0290 000 0135' --scripts https://g.example/motcua --gateway https://g.example/gateway --unit thoibinh
//   npm run hints -- --lines …     the lines alone, for plug-ins that write the tags themselves
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { hintLines, type HintFiles } from '../packages/elements/src/loader/page-hints.ts';
import { pasteCode, pasteFault, type PastePlace } from '../packages/elements/src/loader/page-paste.ts';

function fail(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(2);
}

function options() {
  try {
    return parseArgs({
      options: {
        tag: { type: 'string', default: 'motcua-counter' },
        procedure: { type: 'string' },
        mode: { type: 'string' },
        helper: { type: 'boolean', default: false },
        phone: { type: 'string' },
        office: { type: 'string' },
        address: { type: 'string' },
        hours: { type: 'string' },
        scripts: { type: 'string', default: '/motcua' },
        gateway: { type: 'string', default: '/gateway' },
        unit: { type: 'string', default: '' },
        integrity: { type: 'string' },
        files: { type: 'string', default: 'packages/elements/dist/page/hints.json' },
        lines: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

async function readFiles(place: string): Promise<HintFiles> {
  try {
    const found: unknown = JSON.parse(/^https?:/.test(place) ? await (await fetch(place)).text() : readFileSync(place, 'utf8'));
    if (typeof found !== 'object' || found === null || !Object.values(found).every(Array.isArray)) throw new TypeError('not a list of files by tag');
    return found as HintFiles;
  } catch (error) {
    return fail(`${place} cannot be read (${String(error)}). Run "npm run build -- --page" first, or name a published hints.json with --files.`);
  }
}

const { tag, scripts, gateway, unit, procedure = null, mode = null, helper, integrity = null, phone, office, address, hours, files, lines } = options();
if (unit === '') fail('--unit is missing: the code of the unit, as in data-unit');
if (phone === undefined && !lines) fail('--phone is missing: the number that people call when the page cannot load (or --lines for the lines alone)');
const texts = { ...(office === undefined ? {} : { office }), ...(address === undefined ? {} : { address }), ...(hours === undefined ? {} : { hours }) };
// The lines alone say nothing of a number; whatever else is wrong is wrong for them too.
const place: PastePlace = { tag, scripts, gateway, unit, procedure, mode, helper, integrity, fallback: { ...texts, phone: phone ?? '000' } };
const fault = pasteFault(place);
if (fault !== '') fail(fault);
const known = await readFiles(files);
if (known[tag] === undefined) fail(`${files} does not name the files of ${tag}: it belongs to another version`);
process.stdout.write(`${lines ? hintLines(known, place).join('\n') : pasteCode(known, place)}\n`);
