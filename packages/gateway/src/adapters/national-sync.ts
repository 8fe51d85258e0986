/**
 * Shapes of the national exchange (Cổng DVCQG): `DongBoHoSoMC`, one dossier, and `CapNhatTienDoHoSoMC`, one row of its timeline.
 * Pure mapping, field names as working systems send them; the addresses and the session belong to whoever has been admitted to
 * the national platform. Times are `yyyyMMddHHmmss` in Asia/Ho_Chi_Minh.
 */
import { STATUSES } from '@motcua/contract/status';
import type { TimelineEntry, Tracking } from '@motcua/contract/tracking';
import { toLocalTime } from '@motcua/domain/calendar';

const pad = (value: number): string => String(value).padStart(2, '0');

/** `20261123091500`; empty for what did not happen. */
export function nationalTime(instant: string | null): string {
  if (instant === null) return '';
  const { date, minute } = toLocalTime(instant);
  return `${date.replaceAll('-', '')}${pad(Math.floor(minute / 60))}${pad(Math.floor(minute % 60))}${instant.slice(17, 19)}`;
}

/** 1 trực tiếp, 2 trực tuyến, 3 bưu chính. */
const CHANNELS = { counter: '1', online: '2', post: '3' } as const;
/** 1 khi tiếp nhận, 2 khi bổ sung, 4 khi trả. */
const COLLECTED = { receipt: '1', supplement: '2', return: '4' } as const;

/** What a dossier says beyond its tracking view; `fieldCode` and `applicantKind` are the words of the receiving generation. */
export interface NationalFacts {
  readonly fieldCode: string;
  readonly fieldName: string;
  /** `LoaiDoiTuong` differs by generation: old 1 citizen, 2 business; new 0 citizen, 1 business, 2 household. Never kept in the core. */
  readonly applicantKind: string;
  readonly updating: boolean;
}

type Json = Readonly<Record<string, unknown>>;

function fees({ fees: { lines } }: Tracking): Json[] {
  return lines.map((line) => ({
    TenPhiLePhi: line.label.vi, MaPhiLePhi: line.ruleId, HinhThucThu: COLLECTED[line.collectedAt ?? 'receipt'], Gia: String(line.amount ?? 0),
    LoaiPhiLePhi: line.kind === 'state-fee' ? '1' : '2',
  }));
}

function papers({ papers: list }: Tracking): Json[] {
  return list.flatMap(({ paperId, files }) => files.map(({ uploadId, name }) => ({
    TepDinhKemId: uploadId, TenTepDinhKem: name, IsDeleted: 'False', MaThanhPhanHoSo: paperId, DuongDanTaiTepTin: '', DuocSoHoa: '1', DuocTaiSuDung: '0',
  })));
}

function supplements({ supplement, timeline }: Tracking): Json[] {
  if (supplement === null) return [];
  const by = timeline.filter(({ action }) => action === 'request-supplement').at(-1);
  return [{
    HoSoBoSungId: String(by?.sequence ?? 1), NguoiYeuCauBoSung: by?.person ?? '', NoiDungBoSung: supplement.text ?? supplement.items.map(({ label }) => label).join('; '),
    NgayBoSung: nationalTime(supplement.requestedAt), NgayTiepNhanBoSung: nationalTime(supplement.answeredAt), TrangThaiBoSung: supplement.answeredAt === null ? '0' : '1',
    DanhSachGiayToBoSung: supplement.items.filter(({ target }) => target === 'paper').map(({ label }) => ({ TenGiayTo: label })),
  }];
}

/** `DongBoHoSoMC` has no field for who hands in; it goes where everything else about the applicant goes. The name alone, as on the receipt. */
const submitterText = ({ declarantName }: Tracking): string => (declarantName === undefined ? '' : `Người nộp hồ sơ theo văn bản ủy quyền: ${declarantName}`);

/** One dossier as `data[0]` of `DongBoHoSoMC`. */
export function dongBoHoSoMC(tracking: Tracking, { fieldCode, fieldName, applicantKind, updating }: NationalFacts): Json {
  const at = (action: string): string | null => tracking.timeline.filter((row) => row.action === action).at(-1)?.at ?? null;
  const data = {
    MaHoSo: tracking.dossierCode, MaTTHC: tracking.procedure.code, TenTTHC: tracking.procedure.name, MaLinhVuc: fieldCode, TenLinhVuc: fieldName,
    KenhThucHien: CHANNELS[tracking.channel ?? 'online'], ChuHoSo: tracking.applicantName, LoaiDoiTuong: applicantKind, ThongTinKhac: submitterText(tracking), TrichYeuHoSo: tracking.procedure.name,
    NgayNopHoSo: nationalTime(tracking.submittedAt), NgayTiepNhan: nationalTime(tracking.acceptedAt), NgayHenTra: nationalTime(tracking.due.dueAt),
    TrangThaiHoSo: String(STATUSES[tracking.status]), NgayTra: nationalTime(at('return')), NgayTuChoi: nationalTime(at('refuse')),
    NgayKetThucXuLy: nationalTime(tracking.finishedAt), HinhThuc: tracking.delivery?.resultBy === 'post' ? '1' : '0', DonViXuLy: tracking.unit.name,
    NoiNopHoSo: '2', HoSoCoThanhPhanSoHoa: tracking.papers.some(({ files }) => files.length > 0) ? '1' : '0', DuocThanhToanTrucTuyen: '2',
    TaiLieuNop: papers(tracking), DanhSachLePhi: fees(tracking), DanhSachHoSoBoSung: supplements(tracking),
  };
  return { service: 'DongBoHoSoMC', isUpdating: updating ? 'True' : 'False', data: [data] };
}

/** One row of the timeline as `data[0]` of `CapNhatTienDoHoSoMC`. */
export function capNhatTienDoHoSoMC(tracking: Pick<Tracking, 'dossierCode' | 'due'>, row: TimelineEntry): Json {
  const data = {
    MaHoSo: tracking.dossierCode, NguoiXuLy: row.person ?? row.agency, ChucDanh: '', ThoiDiemXuLy: nationalTime(row.at), PhongBanXuLy: row.section ?? row.agency,
    NoiDungXuLy: row.text ?? row.action, TrangThai: String(STATUSES[row.status]), NgayBatDau: nationalTime(row.receivedAt ?? row.at),
    NgayKetThucTheoQuyDinh: nationalTime(tracking.due.dueAt),
  };
  return { service: 'CapNhatTienDoHoSoMC', data: [data] };
}
