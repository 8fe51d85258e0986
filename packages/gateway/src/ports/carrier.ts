/** Carriers of parcels (bưu chính công ích). Without one, officers type the waybill of the post office (`dispatch`). */
import type { ParcelEvent } from '@motcua/contract/postal';

/** A sender or receiver as a carrier wants it. */
export interface CarrierParty {
  readonly name: string;
  readonly phone: string;
  readonly email?: string;
  readonly address: string;
  /** Two-digit code of the province; the adapter knows the carrier's own. */
  readonly provinceCode: string;
}

/** An order; `orderNumber` is the dossier code, `contents` the list of papers, `codAmount` đồng to be collected. */
export interface CarrierOrder {
  readonly orderNumber: string;
  readonly direction: 'submit' | 'return';
  readonly sender: CarrierParty;
  readonly receiver: CarrierParty;
  readonly contents: string;
  readonly codAmount: number;
  /** Post office where the citizen brings or collects it, name and address; empty: the nearest one. Absent: the postman comes. */
  readonly postOffice?: string;
}

/** What happened to a parcel. `id` orders all events of the carrier. */
export interface CarrierEvent extends ParcelEvent {
  readonly id: string;
  readonly waybill: string;
}

/** One carrier. Methods reject with {@link CarrierError} when it refuses or cannot be reached. */
export interface CarrierPort {
  readonly name: string;
  order(order: CarrierOrder): Promise<{ readonly waybill: string }>;
  cancel(waybill: string): Promise<void>;
  /** Events after `lastId`, oldest first, at most `pageSize` (≤ 1000). */
  tracking(lastId: string | null, pageSize: number): Promise<readonly CarrierEvent[]>;
}

/** The carrier refused or did not answer; `status` is its own code, for the log. */
export class CarrierError extends Error {
  override name = 'CarrierError';
  readonly status: string;
  constructor(status: string) {
    super('carrier-refused');
    this.status = status;
  }
}
