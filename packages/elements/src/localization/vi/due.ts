/** Words for the steps of a due date (vì sao hẹn trả ngày này). Keys are the codes of `DueReason`. */
type Params = Readonly<Record<string, string | number>>;

const unitVi: Record<string, (value: number) => string> = {
  'working-day': (value) => `${String(value).replace('.', ',')} ngày làm việc`,
  'calendar-day': (value) => `${String(value).replace('.', ',')} ngày`,
  hour: (value) => `${value} giờ làm việc`,
  'same-day': () => 'trong ngày',
};

const limitOf = (unit: string, value: number): string => unitVi[unit]?.(value) ?? 'chưa ghi rõ số ngày';

export const dueVi = {
  title: 'Vì sao là ngày này?',
  unknown: 'Thủ tục này chưa ghi rõ số ngày. Cán bộ sẽ báo ngày hẹn khi nhận hồ sơ.',
  paused: 'Đang chờ bà con bổ sung. Xã nhận đủ giấy tờ thì tính lại ngày hẹn.',
  unpaid: 'Đang chờ nộp tiền. Nộp xong thì tính tiếp ngày hẹn.',
  dueOn: (date: string, time: string) => `Hẹn trả kết quả trước ${time} ngày ${date}`,
  weekdays: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  reason: {
    received: (date: string, { time }: Params) => `Hồ sơ đến lúc ${time ?? ''}, ngày ${date}.`,
    'received-outside-hours': (date: string, { time }: Params) => `Lúc đó ngoài giờ làm việc, nên tính từ ${time ?? ''} ngày ${date}.`,
    'received-after-cutoff': (date: string, { cutoff }: Params) => `Sau ${cutoff ?? '15:00'} thì tính sang ngày làm việc kế tiếp: ${date}.`,
    'counting-starts': (date: string) => `Bắt đầu đếm từ ngày ${date}.`,
    limit: (_date: string, { value, unit }: Params) => `Thời hạn của thủ tục: ${limitOf(String(unit), Number(value))}.`,
    'day-off-skipped': (date: string, { kind, name, count }: Params) =>
      kind === 'weekly' ? `Không tính ${count ?? ''} ngày nghỉ cuối tuần.` : `Không tính ngày ${date}: ${name ?? 'nghỉ lễ'}.`,
    'make-up-day-counted': (date: string, { name }: Params) => `Ngày ${date} là ngày làm bù nên có tính${name === undefined ? '' : ` (${name})`}.`,
    'moved-to-working-day': (date: string, { from }: Params) => `Ngày ${from ?? ''} là ngày nghỉ, nên dời sang ${date}.`,
    paused: (date: string, { from, why }: Params) => `Thời gian chờ ${why === 'payment' ? 'nộp tiền' : 'bổ sung giấy tờ'} (từ ${from ?? date}) không tính.`,
    restarted: (date: string) => `Giấy tờ bổ sung đủ ngày ${date}. Thời hạn tính lại từ đầu.`,
    'postal-days': (date: string, { days }: Params) => `Cộng ${days ?? ''} ngày làm việc bưu điện giao, đến ${date}.`,
    extended: (date: string, { from }: Params) => `Xã xin lỗi và hẹn lại từ ngày ${from ?? ''} sang ${date}.`,
    'holidays-not-announced': () => 'Lịch nghỉ lễ chính thức của thời gian này chưa công bố, ngày có thể thay đổi.',
    due: (date: string, { time }: Params) => `Ngày hẹn trả: ${time ?? ''} ngày ${date}.`,
  } as Record<string, (date: string, params: Params) => string>,
};
export type DueMessages = typeof dueVi;
