/** The site of the demo: xã Thới Bình, tỉnh Cà Mau. Phone numbers, addresses of houses and the agency code are made up. */
import type { SpecialDay } from '@motcua/contract/calendar';
import type { Site } from '@motcua/contract/site';
import { UPLOAD_LIMITS } from '@motcua/contract/upload';

const MORNING = { from: '07:00', to: '11:30' };
const AFTERNOON = { from: '13:30', to: '17:00' };

/** `version` is replaced by the gateway with a hash of all public data. */
export function demoSite(specialDays: SpecialDay[]): Site {
  const day = [MORNING, AFTERNOON];
  return {
    id: 'thoibinh',
    name: { vi: 'Bộ phận Một cửa xã Thới Bình', en: 'One-stop counter of Thới Bình commune' },
    unit: {
      id: 'ubnd-xa-thoi-binh',
      name: 'Ủy ban nhân dân xã Thới Bình',
      agencyCode: 'H12.35',
      level: 'commune',
      communeCode: '32065',
      provinceCode: '96',
      provinceName: 'Cà Mau',
      address: 'Khóm 1, xã Thới Bình, tỉnh Cà Mau',
      phone: '0290 000 0135',
      email: 'motcua@thoibinh.example',
      website: 'https://thoibinh.example',
    },
    languages: ['vi', 'en'],
    hotline: '0290 000 0135',
    openingHours: { vi: 'Thứ Hai đến thứ Sáu, 7 giờ – 11 giờ 30 và 13 giờ 30 – 17 giờ', en: 'Monday to Friday, 7:00–11:30 and 13:30–17:00' },
    calendar: { week: [day, day, day, day, day, [], []], specialDays, cutoff: '15:00', validFrom: '2026-01-01', validTo: '2027-12-31' },
    postOffices: [
      { id: 'buu-cuc-thoi-binh', name: 'Bưu cục Thới Bình', address: 'Khóm 2, xã Thới Bình, tỉnh Cà Mau', hours: '7 giờ – 17 giờ, thứ Hai đến thứ Bảy' },
      { id: 'diem-bdvhx-thoi-binh', name: 'Điểm Bưu điện – Văn hóa xã Thới Bình', address: 'Ấp 8, xã Thới Bình, tỉnh Cà Mau', hours: '7 giờ 30 – 11 giờ, thứ Hai đến thứ Sáu' },
    ],
    // No real account: the demo must not be paid to.
    bankAccount: { bankBin: '970436', bankName: 'Ngân hàng minh họa', accountNumber: '0000000135', accountName: 'UBND XA THOI BINH (MINH HOA)' },
    featured: ['1.001193', '2.000635', '2.000815', '1.004873', '1.000894', '1.004222', '1.004194', '1.001776'],
    uploadLimits: { ...UPLOAD_LIMITS, types: [...UPLOAD_LIMITS.types] },
    version: 'seed',
  };
}
