/**
 * The seed of the gateway inside the page: the real site of the demo with two dozen of its procedures, their forms, and the
 * units of two provinces. Put into the bundle when Storybook is built, so that the built pages ask no network for anything.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const SEED = new URL('../packages/demo/seed/', import.meta.url);
const DATA = new URL('../packages/domain/data/', import.meta.url);
const MODULE = 'virtual:story-seed';

/** What people need most, look-alikes of birth registration, every kind of fee, and two with very long names. */
const CODES = [
  '1.001193', '1.004884', '1.000689', '1.000656', '1.005461', '1.000894', '1.004873', '1.004859', '2.000635', '2.000815', '2.000884',
  '1.004837', '1.004222', '1.004194', '1.010038', '1.010041', '1.001776', '1.001699', '1.001612', '2.000720', '2.001263',
  '1.013949', '1.013455',
];
/** Cà Mau and Cần Thơ: old communes of these two are known. */
const PROVINCES = ['96', '92'];

interface SeedProcedure {
  code: string;
  formId: string | null;
  submission?: string;
}

const read = (base: URL, file: string): unknown => JSON.parse(readFileSync(new URL(file, base), 'utf8'));

function procedures(): SeedProcedure[] {
  const all = read(SEED, 'procedures.json') as SeedProcedure[];
  return all
    .filter(({ code }) => CODES.includes(code))
    // A site may say where a procedure is handed in; the demo takes all of them itself, here two are not.
    .map((one) => ({ ...one, ...(one.code === '1.001612' && { submission: 'national-portal' }), ...(one.code === '1.010041' && { submission: 'counter' }) }));
}

function legacyUnits(): unknown {
  const legacy = read(DATA, 'legacy-units.json') as { provinces: Record<string, { newProvinceCode: string }> };
  const kept = Object.entries(legacy.provinces).filter(([, province]) => PROVINCES.includes(province.newProvinceCode));
  return { ...legacy, provinces: Object.fromEntries(kept) };
}

/** The bundle that the importer of the gateway takes. */
function bundle(): object {
  const chosen = procedures();
  const forms = [...new Set(chosen.flatMap(({ formId }) => formId ?? []))];
  return {
    site: { file: 'site.json', records: [read(SEED, 'site.json')] },
    procedures: { file: 'procedures.json', records: chosen },
    forms: forms.map((id) => ({ file: `${id}.json`, records: [read(SEED, `forms/${id}.json`)] })),
    everydayWords: { file: 'everyday-words.json', records: read(DATA, 'everyday-words.json') },
    lifeEvents: { file: 'life-events.json', records: read(DATA, 'life-events.json') },
    lookAlikes: { file: 'look-alikes.json', records: read(DATA, 'look-alikes.json') },
    weights: read(SEED, 'weights.json'),
    units: read(DATA, 'administrative-units.json'),
    legacyUnits: legacyUnits(),
  };
}

/** Vite plugin: `import seed from 'virtual:story-seed'` gives the bundle as JSON text. */
export function storySeed(): Plugin {
  return {
    name: 'motcua-story-seed',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load(id) {
      if (id !== `\0${MODULE}`) return undefined;
      this.addWatchFile(fileURLToPath(new URL('procedures.json', SEED)));
      return `export default ${JSON.stringify(JSON.stringify(bundle()))};`;
    },
  };
}
