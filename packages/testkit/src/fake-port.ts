/** A counter made of data, for element tests that are about drawing and keys; journeys use the real gateway. */
import type { Site } from '@motcua/contract/site';
import type { Tracking } from '@motcua/contract/tracking';
import type { CounterPort, CounterReads } from '@motcua/elements';

const WEEKDAY = [{ from: '07:00', to: '11:30' }, { from: '13:30', to: '17:00' }];

/** Xã Thới Bình, small: enough for every element to draw itself. */
export const fakeSite: Site = {
  id: 'thoibinh',
  name: { vi: 'Bộ phận Một cửa xã Thới Bình', en: 'One-stop counter of Thới Bình' },
  unit: {
    id: 'thoibinh', name: 'UBND xã Thới Bình', agencyCode: 'H12.35', level: 'commune', communeCode: '32065', provinceCode: '96',
    provinceName: 'Tỉnh Cà Mau', address: 'Ấp 1, xã Thới Bình', phone: '0290 000 0000',
  },
  languages: ['vi', 'en'],
  calendar: { week: [WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, [], []], specialDays: [], cutoff: '15:00', validFrom: '2026-01-01', validTo: '2027-12-31' },
  featured: [],
  uploadLimits: { maxFileBytes: 20_971_520, maxFilesPerDraft: 40, maxDraftBytes: 104_857_600, types: ['application/pdf', 'image/jpeg', 'image/png'] },
  version: 'test',
};

/** A dossier in the middle of its way; override what the test is about. */
export function fakeTracking(change: Partial<Tracking> = {}): Tracking {
  return {
    dossierCode: 'H12.35-261123-0001',
    procedure: { code: '1.001193', name: 'Thủ tục đăng ký khai sinh' },
    unit: fakeSite.unit,
    applicantName: 'Lê Thị Hoa',
    status: 'processing',
    family: 'active',
    actor: 'office',
    submittedAt: '2026-11-23T01:15:00.000Z',
    acceptedAt: '2026-11-23T02:00:00.000Z',
    finishedAt: null,
    due: {
      dueAt: '2026-11-25T10:00:00.000Z',
      dueOn: '2026-11-25',
      reasons: [
        { code: 'received', date: '2026-11-23', params: { time: '15:20' } },
        { code: 'received-after-cutoff', date: '2026-11-25', params: { cutoff: '15:00' } },
        { code: 'day-off-skipped', date: '2026-11-24', params: { kind: 'holiday', name: 'Ngày Văn hóa Việt Nam' } },
        { code: 'limit', params: { unit: 'same-day' } },
        { code: 'due', date: '2026-11-25', params: { time: '17:00' } },
      ],
    },
    workingDaysLeft: 1,
    timeline: [
      { sequence: 1, at: '2026-11-23T01:15:00.000Z', status: 'submitted', action: 'submit', agency: 'UBND xã Thới Bình', person: null, text: null },
      { sequence: 2, at: '2026-11-23T02:00:00.000Z', status: 'accepted', action: 'accept', agency: 'UBND xã Thới Bình', person: 'Nguyễn Văn An', text: 'Hồ sơ đủ giấy tờ.' },
      { sequence: 3, at: '2026-11-23T03:00:00.000Z', status: 'processing', action: 'process', agency: 'UBND xã Thới Bình', person: 'Trần Thị Bích', text: null },
    ],
    supplement: null,
    papers: [
      {
        paperId: 'giay-chung-sinh', name: 'Giấy chứng sinh',
        files: [{ uploadId: 'u1', name: 'Giấy chứng sinh.jpg', type: 'image/jpeg', size: 263_144, sha256: 'a3'.repeat(32), receivedAt: '2026-11-23T01:14:00.000Z' }],
      },
    ],
    fees: { lines: [], total: 0, complete: true },
    delivery: { resultBy: 'post' },
    parcels: [],
    actions: ['withdraw'],
    rating: null,
    ...change,
  };
}

const missing = (name: string) => (): Promise<never> => Promise.reject(new Error(`this test gave no ${name}`));

/** A port whose reads are the given functions; everything else rejects and says what is missing. */
export function fakePort(reads: Partial<CounterReads> = {}, client: CounterPort['client'] = missing('client')): CounterPort {
  const read: CounterReads = {
    site: () => Promise.resolve(fakeSite),
    catalogue: missing('catalogue'),
    guide: () => Promise.resolve({ version: 'test', lifeEvents: [], lookAlikes: [] }),
    procedure: missing('procedure'),
    form: missing('form'),
    provinces: () => Promise.resolve([{ code: '92', name: 'Cần Thơ', fullName: 'Thành phố Cần Thơ' }, { code: '96', name: 'Cà Mau', fullName: 'Tỉnh Cà Mau' }]),
    provinceUnits: (code) =>
      Promise.resolve({
        province: { code, name: 'Cà Mau', fullName: 'Tỉnh Cà Mau' },
        communes: [
          { code: '32065', name: 'Thới Bình', fullName: 'Xã Thới Bình', provinceCode: code },
          { code: '32071', name: 'Trí Phải', fullName: 'Xã Trí Phải', provinceCode: code },
        ],
        legacy: [],
        validFrom: '2025-07-01',
      }),
    legacyUnits: () => Promise.resolve([]),
    postalQuote: () => Promise.resolve({ transitDays: 2, scope: 'same-province', earliestOn: '2026-11-26', charge: null, chargeReason: 'carrier-will-say', legalBasis: 'TT 17/2017/TT-BTTTT Đ.7' }),
    statistics: missing('statistics'),
    tracking: missing('tracking'),
    ...reads,
  };
  return { gateway: 'https://gateway.test', unit: 'thoibinh', read, client };
}
