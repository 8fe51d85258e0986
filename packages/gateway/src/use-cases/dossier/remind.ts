/** No silent overdue: the day before a dossier is due the office hears of it, once (NĐ 61/2018 Đ.19.9). */
import { toLocalTime, workingDayAfter } from '@motcua/domain/calendar';
import type { Deps } from '../../deps.ts';
import { randomId } from '../bytes.ts';
import { inTransaction } from '../transaction.ts';

const COUNTED = ['submitted', 'accepted', 'processing'];
const BATCH = 500;

/** Puts `dossier.due-soon` (or `dossier.overdue`) into the outbox for each dossier, once a due day; answers how many. */
export async function remindDue(deps: Deps): Promise<number> {
  const { db } = deps.database;
  const now = deps.clock.now().toISOString();
  const today = toLocalTime(now).date;
  const sites = await db.selectFrom('dossiers').select('site').distinct().where('status', 'in', COUNTED).execute();
  let reminded = 0;
  for (const { site: siteId } of sites) {
    const site = await deps.reference.site(siteId);
    if (site === null) continue;
    const soon = workingDayAfter(today, 1, site.calendar);
    const rows = await db.selectFrom('dossiers').select(['id', 'due_on', 'version']).where('site', '=', siteId).where('status', 'in', COUNTED)
      .where('due_on', '<=', soon).where((is) => is.or([is('reminded_for', 'is', null), is('reminded_for', '!=', is.ref('due_on'))])).limit(BATCH).execute();
    for (const row of rows) {
      reminded += await inTransaction(deps, async (tx) => {
        const first = await tx.updateTable('dossiers').set({ reminded_for: row.due_on }).where('id', '=', row.id)
          .where((is) => is.or([is('reminded_for', 'is', null), is('reminded_for', '!=', row.due_on)])).executeTakeFirst();
        if (first.numUpdatedRows === 0n) return 0;
        const action = row.due_on !== null && row.due_on < today ? 'overdue' : 'due-soon';
        const payload = JSON.stringify({ dossierId: row.id, sequence: row.version, action, dueOn: row.due_on });
        await tx.insertInto('outbox').values({ id: `msg_${randomId(deps.random(26))}`, topic: `dossier.${action}`, payload, created_at: now, sent_at: null }).execute();
        return 1;
      });
    }
  }
  return reminded;
}
