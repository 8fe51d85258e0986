/** Public reads: site, catalogue, procedures, forms, units, quotes. */
import type { Procedure } from '@motcua/contract/procedure';
import type { Site } from '@motcua/contract/site';
import { toLocalTime } from '@motcua/domain/calendar';
import { channelOf, feeQuote } from '@motcua/domain/fees';
import { postalQuote } from '@motcua/domain/postal';
import type { Deps } from '../deps.ts';
import { invalid, ProblemError } from '../problem-error.ts';
import { createCatalogueSearch } from '../use-cases/reference/catalogue-search.ts';
import { statistics } from '../use-cases/reference/statistics.ts';
import { createUnitReads, type UnitReads } from '../use-cases/reference/units.ts';
import type { Call, ReadyJson, Routes } from './register.ts';

type Parameters = Readonly<Record<string, string>>;

async function requireSite({ reference }: Deps, { site = '' }: Parameters): Promise<Site> {
  const found = await reference.site(site);
  if (found === null) throw new ProblemError('site-not-found');
  return found;
}

/** `site-not-found` when the site is unknown, `procedure-not-found` when only the procedure is. */
async function requireProcedure(deps: Deps, parameters: Parameters): Promise<Procedure> {
  const found = await deps.reference.procedure(parameters['site'] ?? '', parameters['code'] ?? '');
  if (found !== null) return found;
  await requireSite(deps, parameters);
  throw new ProblemError('procedure-not-found');
}

/** The catalogue as it was written at import: nothing is parsed on the way out. */
async function readyCatalogue({ database }: Deps, { site = '' }: Parameters): Promise<ReadyJson> {
  const row = await database.db.selectFrom('catalogues').select(['data', 'version']).where('site', '=', site).executeTakeFirst();
  if (row === undefined) throw new ProblemError('site-not-found');
  return { json: row.data, etag: row.version };
}

/** A site imported before there were guides has an empty one. */
async function readyGuide(deps: Deps, parameters: Parameters): Promise<ReadyJson> {
  const row = await deps.database.db.selectFrom('guides').select(['data', 'version']).where('site', '=', parameters['site'] ?? '').executeTakeFirst();
  if (row !== undefined) return { json: row.data, etag: row.version };
  await requireSite(deps, parameters);
  return { json: JSON.stringify({ version: 'none', lifeEvents: [], lookAlikes: [] }), etag: 'none' };
}

async function readyProcedure(deps: Deps, parameters: Parameters): Promise<ReadyJson> {
  const { site = '', code = '' } = parameters;
  const row = await deps.database.db.selectFrom('procedures').select(['data', 'etag']).where('site', '=', site).where('code', '=', code).executeTakeFirst();
  if (row !== undefined) return { json: row.data, etag: row.etag };
  await requireSite(deps, parameters);
  throw new ProblemError('procedure-not-found');
}

async function fees(deps: Deps, { parameters, body }: Call<'quoteFees'>) {
  const channel = channelOf(await requireProcedure(deps, parameters), body.channel);
  const { copies, pages, exemptionIds } = body;
  return feeQuote(channel?.fees ?? [], {
    ...(copies === undefined ? {} : { copies }), ...(pages === undefined ? {} : { pages }), ...(exemptionIds === undefined ? {} : { exemptionIds }),
  });
}

async function postage(deps: Deps, units: UnitReads, { parameters, query }: Call<'quotePostal'>) {
  const site = await requireSite(deps, parameters);
  const commune = await units.commune(query.to);
  if (commune === null) throw invalid('/to', 'commune-unknown');
  const readyOn = toLocalTime(deps.clock.now().toISOString()).date;
  return postalQuote({
    fromProvince: site.unit.provinceCode, toProvince: commune.provinceCode, mode: query.mode, readyOn, calendar: site.calendar,
    ...(site.postalTariff !== undefined && { tariff: site.postalTariff }), ...(query.weight !== undefined && { weight: query.weight }),
  });
}

export function referenceRoutes({ add, deps }: Routes): void {
  const search = createCatalogueSearch(deps.database.db);
  const units = createUnitReads(deps.database.db);

  add('getSite', async ({ parameters }) => {
    const site = await requireSite(deps, parameters);
    const signIn = deps.identity?.signIn;
    return { body: site.officerSignIn === undefined && signIn !== undefined ? { ...site, officerSignIn: signIn } : site };
  });
  add('getCatalogue', async ({ parameters }) => readyCatalogue(deps, parameters));
  add('getGuide', async ({ parameters }) => readyGuide(deps, parameters));
  add('listProcedures', async ({ parameters, query }) => ({ body: await search(parameters['site'] ?? '', query) }));
  add('getProcedure', async ({ parameters }) => readyProcedure(deps, parameters));
  add('getForm', async ({ parameters }) => {
    const form = await deps.reference.form(parameters['site'] ?? '', parameters['code'] ?? '');
    if (form !== null) return { body: form };
    await requireProcedure(deps, parameters);
    throw new ProblemError('procedure-not-found');
  });
  add('quoteFees', async (call) => ({ body: await fees(deps, call) }));
  add('quotePostal', async (call) => ({ body: await postage(deps, units, call) }));
  add('getStatistics', async ({ parameters, query }) => {
    await requireSite(deps, parameters);
    return { body: await statistics(deps, parameters['site'] ?? '', query) };
  });
  add('listProvinces', async () => ({ body: await units.provinces(), maxAge: 3600 }));
  add('getProvinceUnits', async ({ parameters }) => {
    const ready = await units.province(parameters['province'] ?? '');
    if (ready === null) throw new ProblemError('not-found');
    return ready;
  });
  add('findLegacyUnits', async ({ query }) => ({ body: await units.legacy(query.q) }));
}
