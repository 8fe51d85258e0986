/** A small catalogue and one sheet, for element tests about drawing and keys. Names and codes are real. */
import type { Catalogue, CatalogueEntry, Procedure } from '@motcua/contract/procedure';

const entry = (code: string, name: string, field: string, rest: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  code, name, field, levels: ['commune'], handledBy: ['ubnd-xa'], audience: ['citizen'], submission: 'gateway', ...rest,
});

const NUMBERED = Array.from({ length: 30 }, (_, index) =>
  entry(`9.${String(100_000 + index)}`, `Xác nhận tạm trú theo mẫu số ${index + 1}`, index % 2 ? 'Cư trú' : 'Lĩnh vực thử'),
);

export const fakeCatalogue: Catalogue = {
  version: 'test',
  updatedAt: '2026-11-01T00:00:00.000Z',
  entries: [
    entry('1.001193', 'Thủ tục đăng ký khai sinh', 'Hộ tịch', { weight: 1 }),
    entry('1.004884', 'Thủ tục đăng ký lại khai sinh', 'Hộ tịch', { weight: 0.5 }),
    entry('1.000894', 'Thủ tục đăng ký kết hôn', 'Hộ tịch', { weight: 0.9 }),
    entry('1.000656', 'Thủ tục đăng ký khai tử', 'Hộ tịch', { weight: 0.8 }),
    entry('2.000815', 'Chứng thực bản sao từ bản chính', 'Chứng thực', { weight: 0.9, submission: 'counter' }),
    entry('1.004222', 'Đăng ký thường trú', 'Cư trú', { weight: 0.7, submission: 'national-portal', handledBy: ['cong-an-xa'] }),
    ...NUMBERED,
  ],
  everydayWords: [['synonym', 'đăng ký khai sinh', [0], 'làm giấy khai sinh cho con']],
};

/** The sheet of birth registration, short; override what the test is about. */
export function fakeProcedure(change: Partial<Procedure> = {}): Procedure {
  const time = { unit: 'same-day' as const };
  const fees = [{ id: 'le-phi', kind: 'state-fee' as const, label: { vi: 'Lệ phí', en: 'State fee' }, amount: { type: 'free' as const } }];
  return {
    code: '1.001193',
    name: 'Thủ tục đăng ký khai sinh',
    plainName: { vi: 'Làm giấy khai sinh cho con', en: 'Register a birth' },
    summary: { vi: 'Để trẻ có giấy khai sinh và số định danh cá nhân.' },
    field: 'Hộ tịch',
    levels: ['commune'],
    handledBy: ['ubnd-xa'],
    agency: 'Ủy ban nhân dân cấp xã',
    audience: ['citizen'],
    serviceLevel: 'full',
    submission: 'gateway',
    postal: 'both',
    channels: [
      { kind: 'post', time, fees },
      { kind: 'counter', time, fees },
      { kind: 'online', time: { unit: 'working-day', value: 0.5 }, fees },
    ],
    cases: [
      { id: 'co', title: 'Có giấy chứng sinh', papers: [{ id: 'chung-sinh', name: 'Giấy chứng sinh', originals: 1, required: true }] },
      {
        id: 'khong', title: 'Không có giấy chứng sinh',
        papers: [
          { id: 'lam-chung', name: 'Văn bản của người làm chứng', originals: 1, copies: 2, required: false },
          { id: 'luu-y', name: 'Lưu ý: viết rõ họ tên.', required: false, isNote: true },
        ],
      },
    ],
    steps: ['Nộp hồ sơ.', 'Nhận kết quả.'],
    results: ['Giấy khai sinh'],
    conditions: null,
    legalBasis: [{ number: '60/2014/QH13', title: 'Luật Hộ tịch', date: '2014-11-20', agency: 'Quốc hội' }],
    decision: '163/QĐ-BTP',
    formId: 'khai-sinh',
    portalUrl: 'https://dichvucong.gov.vn/thu-tuc/1.001193',
    source: { name: 'Cổng Dịch vụ công quốc gia', checkedOn: '2026-07' },
    ...change,
  };
}
