/** Acts about parcels: ordered at the carrier, cancelled there, or handed over with a waybill that the officer types. */
import type { Parcel, PostalParty } from '@motcua/contract/postal';
import { formatAddress } from '@motcua/domain/address';
import { isUnderWay, partyOn, postOfficeOn, postOfficeText } from '@motcua/domain/postal';
import { CarrierError, type CarrierOrder, type CarrierParty, type CarrierPort } from '../../ports/carrier.ts';
import { ProblemError } from '../../problem-error.ts';
import { randomId } from '../bytes.ts';
import { allFees, openAmount, paymentsOf } from '../payment/fees.ts';
import type { ActOf, Effect, Scene } from './effect.ts';
import { parcelNews } from './parcel-news.ts';
import { deliveryNow, parcelsOf, receiptOf, snapshotOf } from './stored.ts';
import { requireSite } from './supplement.ts';

const refuse = (): ProblemError => new ProblemError('dossier-transition-not-allowed');
/** Longer lists of papers are cut by the carrier anyway. */
const MAX_CONTENTS = 500;

/** The manual way: the officer types the waybill of the post office. */
export async function dispatch({ row, now }: Scene, act: ActOf<'dispatch'>): Promise<Effect> {
  const carrier = act.carrier ?? 'Bưu điện';
  const parcels = parcelsOf(row);
  if (parcels.some((parcel) => parcel.waybill === act.waybill)) throw refuse();
  const parcel: Parcel = { direction: 'return', carrier, waybill: act.waybill, events: [{ at: now, status: 'registered' }] };
  return { status: null, text: `${carrier}: ${act.waybill}`, set: { parcels: JSON.stringify([...parcels, parcel]) } };
}

/** What handed over means for parcels: by post the parcel travels on, otherwise what the post still says of it no longer matters. */
export async function hand({ row, now }: Scene, act: ActOf<'return'>): Promise<Effect> {
  const parcels = parcelsOf(row).map((parcel) => {
    if (parcel.direction !== 'return') return parcel;
    if (act.by !== 'post') return { ...parcel, answeredAt: parcel.answeredAt ?? now };
    return isUnderWay(parcel) ? { ...parcel, events: [...parcel.events, { at: now, status: 'collected' as const }] } : parcel;
  });
  return { status: 'returned', text: act.note, set: { closed_at: row.closed_at ?? now, parcels: JSON.stringify(parcels) } };
}

const partyOf = ({ name, phone, email, address }: PostalParty): CarrierParty => ({
  name, phone, ...(email !== undefined && { email }), address: formatAddress(address), provinceCode: address.provinceCode ?? '',
});

/** Carriers say no for reasons of their own; the officer can try again or type a waybill by hand. */
async function asking<T>({ deps }: Scene, carrier: CarrierPort, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof CarrierError)) throw error;
    deps.logger.warn({ carrier: carrier.name, status: error.status }, 'carrier refused');
    throw new ProblemError('unavailable', { retryAfter: 60 });
  }
}

async function orderOf({ deps, row }: Scene, direction: CarrierOrder['direction']): Promise<CarrierOrder> {
  const site = await requireSite(deps, row);
  const receipt = await receiptOf(deps, row);
  const delivery = await deliveryNow(deps, row, receipt);
  const party = delivery === null ? undefined : partyOn(delivery, direction);
  if (delivery === null || party === undefined) throw refuse();
  const meets = postOfficeOn(delivery, direction);
  const { unit } = site;
  const office: CarrierParty = { name: unit.name, phone: unit.phone ?? '', address: unit.address, provinceCode: unit.provinceCode, ...(unit.email !== undefined && { email: unit.email }) };
  const citizen = partyOf(party);
  const papers = direction === 'submit' ? snapshotOf(row).papers.map(({ name }) => name) : [row.procedure_name];
  const codAmount = direction === 'return' ? openAmount(await allFees(deps, row, receipt), await paymentsOf(deps.database.db, row.id)) : 0;
  const [sender, receiver] = direction === 'return' ? [office, citizen] : [citizen, office];
  return { orderNumber: row.code, direction, sender, receiver, contents: papers.join('; ').slice(0, MAX_CONTENTS), codAmount, ...(meets !== null && { postOffice: postOfficeText(meets, site.postOffices) }) };
}

/** What the post office told the officer: the manual way of what a carrier reports by itself. Not in the future. */
export async function reportParcel({ row, now }: Scene, { waybill, status, at = now, place }: ActOf<'report-parcel'>): Promise<Effect> {
  if (at > now) throw new ProblemError('validation-failed', { errors: [{ pointer: '/at', code: 'date-in-future' }] });
  const news = parcelNews(row, waybill, { at, status, ...(place !== undefined && { place }) });
  if (news === null) throw refuse();
  return { status: news.status, text: news.text, set: news.set, as: 'parcel' };
}

/** Orders the collection or the delivery of a parcel. The fee that is still open is paid to the postman (QĐ 45/2016 Đ.11). */
export async function orderParcel(scene: Scene, act: ActOf<'order-parcel'>): Promise<Effect> {
  const { deps, row, now } = scene;
  const { carrier } = deps;
  const direction = act.direction ?? 'return';
  // The postman collects what is open: that must be known.
  if (carrier === null || (direction === 'return' && (snapshotOf(row).openClaims ?? 0) > 0)) throw refuse();
  const { waybill } = await asking(scene, carrier, carrier.order(await orderOf(scene, direction)));
  const parcel: Parcel = { direction, carrier: carrier.name, waybill, events: [{ at: now, status: 'registered' }] };
  return {
    status: null, text: `${carrier.name}: ${waybill}`, set: { parcels: JSON.stringify([...parcelsOf(row), parcel]) },
    also: async (tx) => {
      await tx.insertInto('carrier_orders').values({ id: randomId(deps.random(26)), dossier_id: row.id, carrier: carrier.name, waybill, created_at: now, cancelled_at: null })
        .onConflict((conflict) => conflict.columns(['carrier', 'waybill']).doUpdateSet({ dossier_id: row.id, cancelled_at: null })).execute();
    },
  };
}

/** Takes an order back, as long as the carrier has not collected the parcel. */
export async function cancelParcel(scene: Scene, { waybill, note }: ActOf<'cancel-parcel'>): Promise<Effect> {
  const { deps, row, now } = scene;
  const { carrier } = deps;
  const ordered = await deps.database.db.selectFrom('carrier_orders').selectAll()
    .where('dossier_id', '=', row.id).where('waybill', '=', waybill).where('cancelled_at', 'is', null).executeTakeFirst();
  const begun = parcelsOf(row).some((parcel) => parcel.waybill === waybill && parcel.events.some(({ status }) => status !== 'registered'));
  if (carrier === null || ordered === undefined || begun) throw refuse();
  await asking(scene, carrier, carrier.cancel(waybill));
  return {
    status: null, text: note ?? waybill, set: { parcels: JSON.stringify(parcelsOf(row).filter((parcel) => parcel.waybill !== waybill)) },
    also: async (tx) => void (await tx.updateTable('carrier_orders').set({ cancelled_at: now }).where('id', '=', ordered.id).execute()),
  };
}
