/** Everything the demo needs before it can answer, beside its bundles: database, reference data, an officer. */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addOfficer, importReference, readReferenceFolder, type Gateway } from '@motcua/gateway';
import type { Say } from './bundles.ts';

/** A secret of this machine, made once; without it stored answers cannot be read. */
export function machineSecret(data: string): string {
  const file = join(data, 'secret.txt');
  mkdirSync(data, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

function fingerprint(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile() && entry.name.endsWith('.json'));
    for (const file of files.map((entry) => join(entry.parentPath, entry.name)).sort()) hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Imports the seed (another folder of reference data, if one is named) when it changed since the last time. Throws when a record of it is bad. */
export async function prepareReference(gateway: Gateway, root: string, data: string, say: Say, seed = join(root, 'packages/demo/seed')): Promise<void> {
  const mark = join(data, 'seed.sha256');
  const now = fingerprint([seed, join(root, 'packages/domain/data')]);
  const known = existsSync(mark) && readFileSync(mark, 'utf8') === now && (await gateway.deps.reference.site('thoibinh')) !== null;
  if (known) return;
  let stage = '';
  const report = await importReference(gateway.deps.database.db, readReferenceFolder(seed), {
    clock: gateway.deps.clock,
    onProgress: (progress) => {
      if (progress.stage === stage) return;
      stage = progress.stage;
      say(`Importing: ${stage} (${String(progress.total)})…`);
    },
  });
  const [fault] = report.faults;
  if (fault) throw new Error(`${fault.file}, record ${String(fault.index)}, ${fault.pointer}: ${fault.code}`);
  say(`Imported ${String(report.procedures)} procedures, ${String(report.forms)} forms, ${String(report.communes)} communes.`);
  writeFileSync(mark, now);
}

/** The token of the demo's officer, in a file that only this user reads; made once. */
export async function prepareOfficer(gateway: Gateway, data: string): Promise<{ file: string; token: string }> {
  const file = join(data, 'officer-token.txt');
  const known = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (known !== '' && (await isAccepted(gateway, known))) return { file, token: known };
  const { token } = await addOfficer(gateway.deps, { site: 'thoibinh', name: 'Nguyễn Văn Một Cửa', role: 'officer' });
  writeFileSync(file, `${token}\n`, { mode: 0o600 });
  return { file, token };
}

async function isAccepted(gateway: Gateway, token: string): Promise<boolean> {
  const answer = await gateway.fetch(new Request('http://gateway/v1/officer/dossiers?limit=1', { headers: { authorization: `Bearer ${token}` } }));
  return answer.status === 200;
}
