import { expect, test } from 'vitest';
import type { Tracking } from '@motcua/contract/tracking';
import { capNhatTienDoHoSoMC, dongBoHoSoMC, nationalTime } from '../src/adapters/national-sync.ts';
import { call, officer, submitted, testGateway } from './fixture.ts';
import { openSqlite } from '../src/index.ts';

test('times are those of Vietnam', () => {
  expect(nationalTime('2026-11-23T02:15:07.000Z')).toBe('20261123091507');
  expect(nationalTime('2026-11-22T18:00:00Z')).toBe('20261123010000');
  expect(nationalTime(null)).toBe('');
});

test('a dossier and the rows of its timeline in the national shapes', async () => {
  const { gateway } = testGateway(openSqlite(':memory:'));
  const { receipt, tracking: authorization } = await submitted(gateway);
  const headers = await officer(gateway);
  const act = (json: unknown) => call(gateway, 'POST', `/v1/officer/dossiers/${String(receipt['dossierId'])}/acts`, { headers, json });
  await act({ action: 'accept', version: 1 });
  await act({ action: 'request-supplement', version: 2, items: [{ target: 'paper', targetId: 'x', label: 'Giấy chứng sinh', reason: 'unclear' }] });
  const tracking = (await call(gateway, 'GET', '/v1/tracking', { headers: authorization })).body as unknown as Tracking;
  const facts = { fieldCode: 'G03-HT', fieldName: 'Hộ tịch', applicantKind: '0', updating: true };
  expect(dongBoHoSoMC(tracking, facts)).toMatchObject({
    service: 'DongBoHoSoMC', isUpdating: 'True',
    data: [{
      MaHoSo: receipt['dossierCode'], MaTTHC: '1.001193', KenhThucHien: '2', TrangThaiHoSo: '5', NgayNopHoSo: '20261123090000', NgayTiepNhan: '20261123090000',
      NgayHenTra: '', NgayTra: '', HinhThuc: '0', DanhSachLePhi: [{ Gia: '8000', HinhThucThu: '1' }], TaiLieuNop: [{ IsDeleted: 'False' }],
      DanhSachHoSoBoSung: [{ TrangThaiBoSung: '0', NguoiYeuCauBoSung: 'Trần Văn Bé', NoiDungBoSung: 'Giấy chứng sinh', DanhSachGiayToBoSung: [{ TenGiayTo: 'Giấy chứng sinh' }] }],
    }],
  });
  const rows = tracking.timeline.map((row) => capNhatTienDoHoSoMC(tracking, row));
  expect(rows).toMatchObject([{ data: [{ TrangThai: '1' }] }, { data: [{ TrangThai: '2', NguoiXuLy: 'Trần Văn Bé' }] }, { data: [{ TrangThai: '5' }] }]);
  await gateway.close();
});
