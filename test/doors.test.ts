import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly version: string;
  readonly license: string;
  readonly exports: Record<string, string | Record<string, string>>;
  readonly dependencies?: Record<string, string>;
  readonly sideEffects?: boolean | string[];
}

const read = (folder: string): Manifest => JSON.parse(readFileSync(`packages/${folder}/package.json`, 'utf8')) as Manifest;
const folders = readdirSync('packages').filter((name) => existsSync(`packages/${name}/package.json`));

describe.each(folders)('the doors of %s', (folder) => {
  const manifest = read(folder);
  const doors = Object.entries(manifest.exports).filter(([, target]) => typeof target === 'object') as [string, Record<string, string>][];

  test('lead to sources that exist', () => {
    const closed = doors.filter(([door, { source }]) => !door.includes('*') && !existsSync(`packages/${folder}/${source}`));
    expect(closed.map(([door]) => door)).toEqual([]);
  });

  test('offer source, types and default side by side', () => {
    if (manifest.private) return;
    for (const [door, target] of doors) {
      expect(Object.keys(target), door).toEqual(['source', 'types', 'default']);
      const built = target['source']?.replace('./src/', './dist/').replace(/\.ts$/, '');
      expect([target['types'], target['default']], door).toEqual([`${built}.d.ts`, `${built}.js`]);
    }
  });

  test('pin every dependency, and carry one version and licence', () => {
    const root = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
    expect([manifest.version, manifest.license]).toEqual([root.version, 'MIT']);
    for (const [name, version] of Object.entries(manifest.dependencies ?? {})) expect(version, name).toMatch(/^\d/);
  });
});

test('every tag file of elements has its door, and the door keeps its side effect', () => {
  const { exports, sideEffects } = read('elements');
  const tags = readdirSync('packages/elements/src', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /^(?!internal)[a-z-]+\/motcua-[a-z-]+\.ts$/.test(path));
  for (const path of tags) {
    const door = `./${path.replace(/^.*\//, '').replace(/\.ts$/, '.js')}`;
    expect((exports[door] as Record<string, string> | undefined)?.['source'], door).toBe(`./src/${path}`);
  }
  expect(sideEffects).toEqual(expect.arrayContaining(['**/motcua-*.js', '**/motcua-*.ts']));
});
