/** A carrier for tests that speaks the VNPost order shape: token, orders, cancel, tracking with a cursor. */

/** What the carrier was told, and a hand to move its parcels. */
export interface FakeCarrier {
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
  readonly orders: Record<string, unknown>[];
  readonly cancelled: string[];
  /** How often somebody signed in. */
  readonly signIns: number;
  /** Reports a status (1 registered … 5 delivered, 8 and 9 first and second invitation, 7 returned) of the parcel at an instant. */
  move(waybill: string, statusCode: number | string, time: string, place?: string): void;
  /** Forgets every token, as a carrier does at night. */
  forgetTokens(): void;
  /** Until called with false, nothing is answered. */
  goDown(down?: boolean): void;
}

const REQUIRED = ['customerCode', 'orderNumber', 'senderProvince', 'senderAddress', 'senderName', 'senderTel', 'receiverName', 'receiverAddress', 'receiverTel', 'receiverProvince'];
const reply = (body: unknown, status = 200): Response => Response.json(body, { status });

/** Takes orders of `customerCode` only, and refuses (status 101) what lacks a required field. */
export function fakeCarrier({ customerCode, username, password }: { customerCode: string; username: string; password: string }): FakeCarrier {
  const orders: Record<string, unknown>[] = [];
  const cancelled: string[] = [];
  const events: Record<string, unknown>[] = [];
  let tokens = new Set<string>();
  let signIns = 0;
  let down = false;
  const answers: Record<string, (body: Record<string, unknown>) => Response> = {
    '/orders': (body) => {
      if (body['customerCode'] !== customerCode || REQUIRED.some((key) => !body[key]) || typeof body['codAmount'] !== 'number') return reply({ status: '101', message: 'thiếu thông tin' });
      orders.push(body);
      return reply({ status: '100', itemCode: `EC${String(orders.length).padStart(9, '0')}VN` });
    },
    '/orders/cancel': (body) => {
      cancelled.push(String(body['itemCode']));
      return reply({ status: '100' });
    },
    '/getOrderTracking': ({ pageSize, lastId }) => {
      if (Number(pageSize) > 1000) return reply({ status: '101', message: 'pageSize' });
      return reply({ status: '100', data: events.filter(({ id }) => Number(id) > Number(lastId)).slice(0, Number(pageSize)) });
    },
  };
  return {
    orders, cancelled,
    get signIns() {
      return signIns;
    },
    async fetch(input, init) {
      if (down) throw new TypeError('fetch failed');
      const { pathname } = new URL(input instanceof Request ? input.url : input);
      const body = JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as Record<string, unknown>;
      if (pathname === '/token') {
        if (body['username'] !== username || body['password'] !== password) return reply({ status: '101' }, 401);
        signIns += 1;
        tokens.add(`token-${signIns}`);
        return reply({ status: '100', token: `token-${signIns}` });
      }
      const token = new Headers(init?.headers).get('authorization')?.replace('Bearer ', '') ?? '';
      if (!tokens.has(token)) return reply({ status: '101' }, 401);
      return answers[pathname]?.(body) ?? reply({ status: '101' }, 404);
    },
    move: (itemCode, statusCode, time, place = '') => void events.push({ id: String(events.length + 1), itemCode, statusCode: String(statusCode), time, place }),
    forgetTokens: () => void (tokens = new Set()),
    goDown: (is = true) => void (down = is),
  };
}
