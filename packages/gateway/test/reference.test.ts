/** Importing the seed of the demo and reading it back over `app.fetch`. */
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Guide } from '@motcua/contract/guide';
import type { Catalogue, CatalogueEntry, Procedure } from '@motcua/contract/procedure';
import type { FormDefinition } from '@motcua/contract/form';
import type { FeeQuote } from '@motcua/contract/payment';
import type { Page } from '@motcua/contract/page';
import type { LegacyMatch, Province, ProvinceUnits } from '@motcua/contract/unit';
import type { Site } from '@motcua/contract/site';
import { createGateway, importReference, memoryFiles, openSqlite, readReferenceFolder, type Gateway, type ImportProgress, type ReferenceBundle } from '../src/index.ts';

const SEED = fileURLToPath(new URL('../../demo/seed', import.meta.url));
const clock = { now: () => new Date('2026-11-23T01:15:00.000Z') };
const newGateway = () => createGateway({ database: openSqlite(':memory:'), files: memoryFiles(), secret: 'a test secret of at least 32 characters', clock });

let gateway: Gateway;
let bundle: ReferenceBundle;
const stages: ImportProgress[] = [];

beforeAll(async () => {
  gateway = newGateway();
  await gateway.ready;
  bundle = readReferenceFolder(SEED);
  const report = await importReference(gateway.deps.database.db, bundle, { clock, onProgress: (progress) => stages.push(progress) });
  expect(report).toMatchObject({ site: 'thoibinh', communes: 3321, legacyUnits: 10047, faults: [] });
}, 60_000);
afterAll(() => gateway.close());

const call = (path: string, init?: RequestInit) => gateway.fetch(new Request(`http://gateway${path}`, init));
async function read<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await call(path, init);
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as T;
}
const post = (body: unknown): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

describe('import', () => {
  test('tells its progress by stages', () => {
    expect([...new Set(stages.map((stage) => stage.stage))]).toEqual(['check', 'procedures', 'forms', 'catalogue', 'units']);
    expect(stages.at(-1)).toMatchObject({ done: 3321, total: 3321 });
  });

  test('running it again changes nothing', async () => {
    const before = await read<Catalogue>('/v1/sites/thoibinh/catalogue');
    const later = { now: () => new Date('2026-12-01T00:00:00.000Z') };
    await importReference(gateway.deps.database.db, bundle, { clock: later });
    expect(await read<Catalogue>('/v1/sites/thoibinh/catalogue')).toEqual(before);
  });

  test('a bad record is told with file, index and pointer, the others go on', async () => {
    const other = newGateway();
    await other.ready;
    const [first, second, third] = bundle.procedures.records as Procedure[];
    const bad = { ...second, channels: [{ kind: 'pigeon', time: { unit: 'unknown' }, fees: [] }] };
    const report = await importReference(other.deps.database.db, {
      ...bundle, procedures: { file: 'procedures.json', records: [first, bad, third, first] }, forms: [{ file: 'forms/x.json', records: [{ id: '!' }] }],
    }, { clock });
    expect(report.procedures).toBe(2);
    expect(report.faults).toContainEqual({ file: 'procedures.json', index: 1, pointer: '/channels/0/kind', code: 'not-an-option', key: second?.code });
    expect(report.faults).toContainEqual({ file: 'procedures.json', index: 3, pointer: '', code: 'duplicate', key: first?.code });
    expect(report.faults).toContainEqual(expect.objectContaining({ file: 'forms/x.json', index: 0 }));
    await other.close();
  });

  test('a bad site imports nothing', async () => {
    const other = newGateway();
    await other.ready;
    const report = await importReference(other.deps.database.db, { ...bundle, site: { file: 'site.json', records: [{ id: 'x' }] } }, { clock });
    expect(report.site).toBeNull();
    expect(report.faults[0]).toMatchObject({ file: 'site.json', index: 0 });
    expect(await other.deps.reference.site('thoibinh')).toBeNull();
    await other.close();
  });
});

describe('reads', () => {
  test('site, with a version and the calendar', async () => {
    const site = await read<Site>('/v1/sites/thoibinh');
    expect(site.unit).toMatchObject({ communeCode: '32065', provinceCode: '96', agencyCode: 'H12.35' });
    expect(site.version).toMatch(/^[0-9a-f]{20}$/);
    expect(site.calendar.specialDays.find((day) => day.date === '2026-11-24')?.dayOff).toBe(true);
    expect((await call('/v1/sites/nowhere')).status).toBe(404);
  });

  test('guide: life events and look-alikes with codes of the site only, with a tag; empty for a site that has none', async () => {
    const response = await call('/v1/sites/thoibinh/guide');
    const guide = (await response.json()) as Guide;
    const { entries } = await read<Catalogue>('/v1/sites/thoibinh/catalogue');
    const offered = new Set(entries.map(({ code }) => code));
    expect(guide.lifeEvents.length).toBeGreaterThanOrEqual(10);
    expect(guide.lookAlikes.length).toBeGreaterThanOrEqual(20);
    const codes = [...guide.lifeEvents.flatMap((event) => event.codes), ...guide.lookAlikes.flatMap(({ answers }) => answers.flatMap((answer) => answer.codes))];
    expect(codes.filter((code) => !offered.has(code))).toEqual([]);
    expect((await call('/v1/sites/thoibinh/guide', { headers: { 'if-none-match': response.headers.get('etag') ?? '' } })).status).toBe(304);
    expect((await call('/v1/sites/khong-co/guide')).status).toBe(404);
  });

  test('catalogue: the plain name stands beside the official one', async () => {
    const { entries } = await read<Catalogue>('/v1/sites/thoibinh/catalogue');
    expect(entries.find(({ code }) => code === '1.001193')?.plainName?.vi).toBe('Làm giấy khai sinh cho con');
  });

  test('catalogue: under 40 KiB brotli, with a tag that answers 304', async () => {
    const response = await call('/v1/sites/thoibinh/catalogue');
    const body = await response.text();
    expect(brotliCompressSync(body).byteLength).toBeLessThan(40 * 1024);
    const catalogue = JSON.parse(body) as Catalogue;
    expect(response.headers.get('etag')).toBe(`"${catalogue.version}"`);
    expect(catalogue.entries.length).toBe(277);
    const again = await call('/v1/sites/thoibinh/catalogue', { headers: { 'if-none-match': response.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  test('procedures: ranked, by page, by field', async () => {
    const found = await read<Page<CatalogueEntry>>('/v1/sites/thoibinh/procedures?q=lam%20giay%20khai%20sinh%20cho%20con');
    expect(found.items[0]?.code).toBe('1.001193');
    const codes: string[] = [];
    let cursor = '';
    do {
      const page: Page<CatalogueEntry> = await read(`/v1/sites/thoibinh/procedures?limit=100${cursor && `&cursor=${cursor}`}`);
      codes.push(...page.items.map((item) => item.code));
      cursor = page.next ?? '';
    } while (cursor);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBe(277);
    const field = await read<Page<CatalogueEntry>>(`/v1/sites/thoibinh/procedures?field=${encodeURIComponent('Hộ tịch')}`);
    expect(field.items.every((item) => item.field === 'Hộ tịch')).toBe(true);
    expect((await call('/v1/sites/thoibinh/procedures?cursor=zzz')).status).toBe(422);
    expect((await call('/v1/sites/nowhere/procedures')).status).toBe(404);
  });

  test('procedure and form', async () => {
    const procedure = await read<Procedure>('/v1/sites/thoibinh/procedures/1.001193');
    expect(procedure.channels.map((channel) => channel.kind)).toEqual(['counter', 'online', 'post']);
    expect(procedure.channels[0]?.time.unit).toBe('same-day');
    const form = await read<FormDefinition>('/v1/sites/thoibinh/procedures/1.001193/form');
    expect(form.steps.length).toBeGreaterThan(6);
    expect(form.applicant?.name).toBe('nguoiYeuCau.hoTen');
    expect((await call('/v1/sites/thoibinh/procedures/9.999999/form')).status).toBe(404);
    expect(((await (await call('/v1/sites/thoibinh/procedures/9.999999')).json()) as { code: string }).code).toBe('procedure-not-found');
  });

  test('every form of every procedure can be put together', async () => {
    const { entries } = await read<Catalogue>('/v1/sites/thoibinh/catalogue');
    for (const { code } of entries.filter((entry) => entry.hasForm)) await read<FormDefinition>(`/v1/sites/thoibinh/procedures/${code}/form`);
  });

  test('fees: certified copies by page with a cap, copies of extracts', async () => {
    const copies = await read<FeeQuote>('/v1/sites/thoibinh/procedures/2.000815/fee-quotes', post({ channel: 'counter', copies: 2, pages: 4 }));
    expect(copies).toMatchObject({ total: 12000, complete: true });
    const capped = await read<FeeQuote>('/v1/sites/thoibinh/procedures/2.000815/fee-quotes', post({ channel: 'counter', copies: 1, pages: 1000 }));
    expect(capped.total).toBe(200000);
    const extract = await read<FeeQuote>('/v1/sites/thoibinh/procedures/2.000635/fee-quotes', post({ channel: 'online', copies: 3 }));
    expect(extract.total).toBe(24000);
    const residence = await read<FeeQuote>('/v1/sites/thoibinh/procedures/1.004222/fee-quotes', post({ channel: 'online', exemptionIds: ['ho-ngheo'] }));
    expect(residence.total).toBe(0);
  });

  test('postage: days, never an invented charge', async () => {
    expect(await read('/v1/sites/thoibinh/postal-quotes?to=32065&mode=return')).toMatchObject({ scope: 'same-province', charge: null, chargeReason: 'carrier-will-say' });
    expect((await call('/v1/sites/thoibinh/postal-quotes?to=99999&mode=return')).status).toBe(422);
  });

  test('units: provinces, communes, old names', async () => {
    expect(await read<Province[]>('/v1/units')).toHaveLength(34);
    const caMau = await read<ProvinceUnits>('/v1/units/96');
    expect(caMau.communes).toHaveLength(64);
    const matches = await read<LegacyMatch[]>(`/v1/legacy-units?q=${encodeURIComponent('Biển Bạch Đông')}`);
    expect(matches[0]?.communes.map((commune) => commune.code)).toEqual(['32069']);
    expect((await call('/v1/units/00')).status).toBe(404);
  });

  test('statistics: zeros on an empty gateway, bad periods refused', async () => {
    expect(await read('/v1/sites/thoibinh/statistics?from=2026-01-01&to=2026-11-23')).toMatchObject({ received: 0, paused: 0 });
    for (const period of ['from=2026-02-31&to=2026-03-01', 'from=2026-03-02&to=2026-03-01', 'from=2020-01-01&to=2026-01-01', 'from=x&to=y']) {
      expect((await call(`/v1/sites/thoibinh/statistics?${period}`)).status, period).toBe(422);
    }
  });
});
