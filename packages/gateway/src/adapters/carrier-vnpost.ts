/**
 * A carrier that speaks the order shape of VNPost through the NGSP adapter, as public code bases use it: token, post order,
 * cancel, `getOrderTracking(pageSize ≤ 1000, lastId)`. The addresses of the real service are given by its operator; the paths
 * here are the defaults of the shape, not a documented interface.
 */
import { CarrierError, type CarrierEvent, type CarrierOrder, type CarrierPort } from '../ports/carrier.ts';

/** `provinces`: our two-digit code → the carrier's own; codes that are missing travel as they are. */
export interface VnpostOptions {
  readonly url: string;
  readonly customerCode: string;
  readonly username: string;
  readonly password: string;
  readonly provinces?: Readonly<Record<string, string>>;
  readonly name?: string;
  /** Milliseconds until a call is given up; default 15,000. */
  readonly timeout?: number;
  readonly fetch?: typeof globalThis.fetch;
}

/** Status codes of the carrier → what the timeline says. Unknown codes are «on the way». */
const STATUSES: Readonly<Record<string, CarrierEvent['status']>> = {
  '1': 'registered', '2': 'collected', '3': 'in-transit', '4': 'delivering', '5': 'delivered', '6': 'failed', '7': 'returned',
  '8': 'invited', '9': 'invited-again',
};
/** «ok» in the replies of this interface. */
const OK = '100';

type Json = Readonly<Record<string, unknown>>;
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** What the parcel is, and what the postman must know of where. The shape has no field for a post office: it stands in words. */
function descriptionOf({ direction, postOffice }: CarrierOrder): string {
  const what = direction === 'return' ? 'Trả kết quả thủ tục hành chính' : 'Thu gom hồ sơ thủ tục hành chính';
  if (postOffice === undefined) return what;
  const where = postOffice === '' ? 'bưu cục gần nhất' : postOffice;
  return direction === 'return' ? `${what}. Người nhận đến lấy tại ${where}` : `${what}. Người gửi mang đến ${where}`;
}

/** The body of an order in the carrier's words. Districts are gone since July 2025: the fields stay empty. */
export function vnpostOrder(options: Pick<VnpostOptions, 'customerCode' | 'provinces'>, order: CarrierOrder): Json {
  const { sender, receiver } = order;
  const province = (code: string): string => options.provinces?.[code] ?? code;
  return {
    customerCode: options.customerCode, orderNumber: order.orderNumber, codAmount: order.codAmount,
    senderProvince: province(sender.provinceCode), senderDistrict: '', senderAddress: sender.address, senderName: sender.name,
    senderEmail: sender.email ?? '', senderTel: sender.phone, senderDesc: order.contents,
    description: descriptionOf(order),
    receiverName: receiver.name, receiverAddress: receiver.address, receiverTel: receiver.phone, receiverProvince: province(receiver.provinceCode),
    receiverDistrict: '', receiverEmail: receiver.email ?? '',
  };
}

function eventOf(row: Json): CarrierEvent {
  const at = new Date(text(row['time']));
  if (Number.isNaN(at.getTime())) throw new CarrierError('bad-time');
  const place = text(row['place']);
  return {
    id: text(row['id']), waybill: text(row['itemCode']), at: at.toISOString(), status: STATUSES[text(row['statusCode'])] ?? 'in-transit',
    ...(place !== '' && { place }),
  };
}

/** Calls with a token that is fetched once and again when it is no longer taken. */
function caller(options: VnpostOptions): (path: string, body: Json) => Promise<Json> {
  const request = options.fetch ?? globalThis.fetch;
  let token: string | null = null;
  const post = async (path: string, body: Json): Promise<Response> => {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), options.timeout ?? 15_000);
    try {
      return await request(options.url.replace(/\/+$/, '') + path, {
        method: 'POST', redirect: 'error', signal: controller.signal, body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json', ...(token !== null && { Authorization: `Bearer ${token}` }) },
      });
    } catch {
      throw new CarrierError('unreachable');
    } finally {
      clearTimeout(timer);
    }
  };
  const read = async (response: Response): Promise<Json> => {
    if (!response.ok) throw new CarrierError(`http-${response.status}`);
    const body = (await response.json().catch(() => null)) as Json | null;
    if (body === null || text(body['status']) !== OK) throw new CarrierError(text(body?.['status']) || 'unreadable');
    return body;
  };
  const signIn = async (): Promise<void> => {
    token = null;
    const { username, password } = options;
    token = text((await read(await post('/token', { username, password })))['token']);
  };
  return async (path, body) => {
    if (token === null) await signIn();
    const first = await post(path, body);
    if (first.status !== 401) return read(first);
    await signIn();
    return read(await post(path, body));
  };
}

/** The carrier. Nothing is sent before the first order. */
export function vnpostCarrier(options: VnpostOptions): CarrierPort {
  const call = caller(options);
  return {
    name: options.name ?? 'VNPost',
    async order(order) {
      const waybill = text((await call('/orders', vnpostOrder(options, order)))['itemCode']);
      if (waybill === '') throw new CarrierError('no-waybill');
      return { waybill };
    },
    cancel: async (waybill) => void (await call('/orders/cancel', { customerCode: options.customerCode, itemCode: waybill })),
    async tracking(lastId, pageSize) {
      const body = await call('/getOrderTracking', { customerCode: options.customerCode, pageSize: Math.min(pageSize, 1000), lastId: lastId ?? '0' });
      const rows = body['data'];
      return Array.isArray(rows) ? (rows as Json[]).map(eventOf) : [];
    },
  };
}
