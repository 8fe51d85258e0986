/**
 * The ten national status codes of a dossier (mã trạng thái hồ sơ), their families and the moves between them.
 * No schema library here: pages that only show a status must stay small.
 */

/** Number → stable English name; the number is what national systems exchange (`TrangThaiHoSo`). */
export const STATUSES = {
  submitted: 1,
  accepted: 2,
  refused: 3,
  processing: 4,
  'supplement-requested': 5,
  'payment-requested': 6,
  withdrawn: 7,
  stopped: 8,
  finished: 9,
  returned: 10,
} as const;

/** Name of a status; `submitted` is mã 1 «Mới đăng ký», `returned` is mã 10 «Đã trả kết quả». */
export type DossierStatus = keyof typeof STATUSES;

/** All statuses in the order of their national codes. */
export const STATUS_NAMES = Object.keys(STATUSES) as DossierStatus[];

/** What a status means for the person who waits. */
export type StatusFamily = 'waiting' | 'active' | 'needs-citizen' | 'done' | 'closed';

/** Status → family (design: waiting, active, needs the citizen, done, closed). */
export const STATUS_FAMILY: Readonly<Record<DossierStatus, StatusFamily>> = {
  submitted: 'waiting',
  accepted: 'active',
  refused: 'closed',
  processing: 'active',
  'supplement-requested': 'needs-citizen',
  'payment-requested': 'needs-citizen',
  withdrawn: 'closed',
  stopped: 'closed',
  finished: 'done',
  returned: 'done',
};

/** Official Vietnamese name of each status, as the national integration document prints it. */
export const STATUS_OFFICIAL_NAME: Readonly<Record<DossierStatus, string>> = {
  submitted: 'Mới đăng ký',
  accepted: 'Được tiếp nhận',
  refused: 'Không được tiếp nhận',
  processing: 'Đang xử lý',
  'supplement-requested': 'Yêu cầu bổ sung giấy tờ',
  'payment-requested': 'Yêu cầu thực hiện nghĩa vụ tài chính',
  withdrawn: 'Công dân yêu cầu rút hồ sơ',
  stopped: 'Dừng xử lý',
  finished: 'Đã xử lý xong',
  returned: 'Đã trả kết quả',
};

/** Moves that are allowed; anything else is the problem `dossier-transition-not-allowed`. */
export const STATUS_TRANSITIONS: Readonly<Record<DossierStatus, readonly DossierStatus[]>> = {
  submitted: ['accepted', 'refused', 'supplement-requested', 'withdrawn'],
  accepted: ['processing', 'supplement-requested', 'payment-requested', 'withdrawn', 'stopped', 'finished'],
  refused: [],
  processing: ['supplement-requested', 'payment-requested', 'withdrawn', 'stopped', 'finished'],
  'supplement-requested': ['submitted', 'accepted', 'processing', 'withdrawn', 'stopped', 'refused'],
  'payment-requested': ['accepted', 'processing', 'withdrawn', 'stopped'],
  withdrawn: [],
  stopped: ['returned'],
  finished: ['returned', 'processing'],
  // The post brings back what nobody took (TT 17/2017/TT-BTTTT Đ.5.2h): the result lies at the office again.
  returned: ['finished'],
};

/** Who has to do something now. */
export type Actor = 'office' | 'citizen' | 'post' | 'nobody';
