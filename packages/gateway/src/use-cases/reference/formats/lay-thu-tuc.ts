/** The answer `LayThuTuc` of the national system (one procedure in capitals) → a record. Time and fee hang off the channel, papers off the case. */
import { audienceOf, codeOf, EMPTY } from './row-record.ts';

type Row = Readonly<Record<string, unknown>>;
const rows = (value: unknown): Row[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]).filter((one): one is Row => typeof one === 'object' && one !== null);
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');

const CHANNELS: Readonly<Record<string, string>> = { 1: 'counter', 2: 'online', 3: 'post' };
const UNITS: Readonly<Record<string, string>> = { 'ngày làm việc': 'working-day', 'ngày': 'calendar-day', 'giờ': 'hour', 'giờ làm việc': 'hour' };

/** A record of this shape. */
export const isLayThuTuc = (value: unknown): value is Row => typeof value === 'object' && value !== null && 'MATTHC' in value;

function timeOf(row: Row | undefined): object {
  const [amount, printed] = [text(row?.['THOIGIANGIAIQUYET']).replace(',', '.'), text(row?.['DONVITINH'])];
  const unit = UNITS[printed.normalize('NFC').toLowerCase()];
  const raw = [amount, printed].filter(Boolean).join(' ');
  return unit !== undefined && /^\d{1,4}(\.5)?$/.test(amount) ? { unit, value: Number(amount), raw } : { unit: 'unknown', ...(raw && { raw }) };
}

/** Free only where it says 0 without words: «0» with «do HĐND tỉnh quy định» is an amount that nobody told. */
function feeOf(row: Row, index: number): object {
  const [money, note] = [text(row['SOTIEN']).replace(/[.,\s]/g, ''), text(row['MOTA'])];
  const dong = /^(đồng|vnd|vnđ|đ)?$/i.test(text(row['DONVI']).normalize('NFC'));
  const amount = !/^\d{1,9}$/.test(money) || !dong || /quy định|HĐND|hội đồng nhân dân/i.test(note) ? { type: 'unknown' } : Number(money) === 0 ? { type: 'free' } : { type: 'fixed', amount: Number(money) };
  return { id: text(row['MAPHILEPHI']).replace(/[^A-Za-z0-9._-]/g, '') || `phi-${String(index + 1)}`, kind: 'state-fee', label: { vi: 'Phí, lệ phí' }, amount, ...(note && { note: { vi: note } }) };
}

function channelsOf(record: Row): object[] {
  return rows(record['CACHTHUCTHUCHIEN']).map((one) => {
    const times = rows(one['THOIGIAN']);
    const note = times.map((time) => text(time['MOTA'])).filter(Boolean).join('\n');
    // Several limits depend on something that only the words say: no single number is right.
    const time = times.length > 1 ? { unit: 'unknown', raw: times.map((each) => `${text(each['THOIGIANGIAIQUYET'])} ${text(each['DONVITINH'])}`.trim()).join('; ') } : timeOf(times[0]);
    return { kind: CHANNELS[text(one['KENH'])] ?? text(one['KENH']), time, ...(note && { timeNote: note }), fees: times.flatMap((each) => rows(each['PHILEPHI'])).map(feeOf) };
  });
}

function casesOf(record: Row): object[] {
  return rows(record['THANHPHANHOSO']).map((one, place) => ({
    id: `truong-hop-${String(place + 1)}`,
    title: text(one['TRUONGHOP']) || null,
    papers: rows(one['GIAYTO']).map((paper, index) => {
      const name = text(paper['TENGIAYTO']);
      return { id: `giay-${String(index + 1)}`, name, required: !/nếu có|trường hợp/i.test(name), ...(text(paper['TENMAUDON']) && { templates: [text(paper['TENMAUDON'])] }) };
    }),
  }));
}

/** Converts one record; what does not fit is refused by the schema afterwards, with its place. `source`: where it came from. */
export function fromLayThuTuc(record: Row, source: string): object {
  const list = (name: string, part: string): string[] => rows(record[name]).map((one) => text(one[part])).filter(Boolean);
  const steps = rows(record['TRINHTUTHUCHIEN']).flatMap((one) => [text(one['TRUONGHOP']), ...rows(one['TRINHTU']).map((step) => text(step['TENTRINHTU']))]);
  return {
    ...EMPTY, code: codeOf(record['MATTHC']), name: record['TENTTHC'], field: list('LINHVUCTHUCHIEN', 'TENLINHVUC')[0],
    audience: audienceOf(list('DOITUONGTHUCHIEN', 'TENDOITUONG')), agency: list('COQUANTHUCHIEN', 'TENDONVI').join('; ') || null,
    channels: channelsOf(record), cases: casesOf(record), steps: steps.filter(Boolean), results: list('KETQUATHUCHIEN', 'TENKETQUA'),
    conditions: text(record['YEUCAU']) || null,
    legalBasis: rows(record['CANCUPHAPLY']).map((law) => ({ number: text(law['SOVANBAN']) || null, title: text(law['TENVANBAN']) || null, date: null, agency: null })),
    source: { name: source },
  };
}
