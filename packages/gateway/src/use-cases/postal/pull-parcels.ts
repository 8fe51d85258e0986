/** Asks the carrier what happened to the parcels; every event becomes a row of the timeline, once. */
import type { DossiersTable } from '../../database/schema-dossiers.ts';
import type { Deps } from '../../deps.ts';
import { CarrierError, type CarrierEvent } from '../../ports/carrier.ts';
import { appendNewest } from '../dossier/append.ts';
import type { Change } from '../dossier/events.ts';
import { parcelNews } from '../dossier/parcel-news.ts';

/** The carrier gives at most this many at once. */
const PAGE_SIZE = 1000;
/** Pages of one run; the next run goes on. */
const MAX_PAGES = 20;

/** Null when the event is known. */
function changeOf(row: DossiersTable, event: CarrierEvent): Change | null {
  const news = parcelNews(row, event.waybill, event);
  return news === null ? null : { action: 'parcel', status: news.status, agency: news.carrier, text: news.text, set: news.set };
}

async function take(deps: Deps, carrier: string, event: CarrierEvent): Promise<boolean> {
  const order = await deps.database.db.selectFrom('carrier_orders').select('dossier_id').where('carrier', '=', carrier).where('waybill', '=', event.waybill).executeTakeFirst();
  if (order === undefined) return false;
  await appendNewest(deps, order.dossier_id, async (row) => changeOf(row, event));
  return true;
}

async function remember(deps: Deps, carrier: string, lastId: string): Promise<void> {
  const row = { carrier, last_id: lastId, updated_at: deps.clock.now().toISOString() };
  await deps.database.db.insertInto('carrier_cursors').values(row).onConflict((conflict) => conflict.column('carrier').doUpdateSet({ last_id: row.last_id, updated_at: row.updated_at })).execute();
}

/**
 * One run; answers the number of events that belonged to a dossier. The cursor moves after a page was taken: a crash repeats
 * a page, and repeated events change nothing. A carrier that does not answer is asked again by the next run.
 */
export async function pullParcels(deps: Deps): Promise<number> {
  const { carrier } = deps;
  if (carrier === null) return 0;
  let taken = 0;
  let { last_id: lastId } = (await deps.database.db.selectFrom('carrier_cursors').select('last_id').where('carrier', '=', carrier.name).executeTakeFirst()) ?? { last_id: null };
  try {
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const events = await carrier.tracking(lastId, PAGE_SIZE);
      for (const event of events) if (await take(deps, carrier.name, event)) taken += 1;
      const last = events.at(-1);
      if (last === undefined) break;
      lastId = last.id;
      await remember(deps, carrier.name, lastId);
      if (events.length < PAGE_SIZE) break;
    }
  } catch (error) {
    if (!(error instanceof CarrierError)) throw error;
    deps.logger.warn({ carrier: carrier.name, status: error.status }, 'carrier not reached');
  }
  return taken;
}
