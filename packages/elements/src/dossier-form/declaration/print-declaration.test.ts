import { expect } from '@open-wc/testing';
import { describe, test } from 'vitest';
import type { FormDefinition } from '@motcua/contract/form';
import { paperFrame } from '../../internal/print-alone.ts';
import { declarationStyles, SHEET } from './declaration.styles.ts';
import { declarationRoot } from './print-declaration.ts';

const definition: FormDefinition = {
  id: 'f', version: '1', title: { vi: 'Tờ khai đăng ký khai sinh' }, procedureCodes: ['1.001193'], formNumber: 'CT01', legalSource: 'Thông tư số 04/2020/TT-BTP',
  addressee: { vi: 'Ủy ban nhân dân xã Thới Bình' }, declaration: { vi: 'Tôi cam đoan lời khai trên là đúng sự thật.' }, signatures: [{ vi: 'Bên nữ' }, { vi: 'Bên nam' }],
  steps: [{ id: 'a', title: { vi: 'Người mẹ' }, fields: [{ kind: 'text', id: 'ten', label: { vi: 'Họ tên' } }, { kind: 'text', id: 'so', label: { vi: 'Số giấy tờ' } }] }],
};
const input = { definition, answers: { ten: 'Lê Thị Hoa' }, today: '2026-11-23', preparedCode: 'CB-7K3M-Q2ZD-9P4T-WX5Y', dossierCode: null };
const read = (root: ShadowRoot): string => (root.textContent ?? '').replace(/\s+/g, ' ');

describe('the sheet', () => {
  test('has motto, title, addressee, numbered lines, oath, day and signatures as text', () => {
    const text = read(declarationRoot(input));
    for (const part of [
      'Mẫu CT01', '(Thông tư số 04/2020/TT-BTP)', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập – Tự do – Hạnh phúc', 'TỜ KHAI ĐĂNG KÝ KHAI SINH',
      'Kính gửi: Ủy ban nhân dân xã Thới Bình', '1. Họ tên:Lê Thị Hoa', '2. Số giấy tờ:', 'Tôi cam đoan', 'ngày …… tháng …… năm ………', 'Bên nữ', 'Bên nam', '(Ký, ghi rõ họ, chữ đệm, tên)',
    ]) expect(text).to.contain(part);
  });

  test('its code opens the dossier at the counter and tells nothing of the person', () => {
    const root = declarationRoot(input);
    expect(root.querySelectorAll('.qr').length).to.equal(1);
    expect(root.querySelector('.counter')?.textContent).to.contain('CB-7K3M-Q2ZD-9P4T-WX5Y').and.not.contain('Hoa');
    expect(declarationRoot({ ...input, preparedCode: null }).querySelector('.qr')).to.equal(null);
    expect(read(declarationRoot({ ...input, dossierCode: 'H12.35-261123-0001' }))).to.contain('Mã hồ sơ: H12.35-261123-0001').and.contain('ngày 23 tháng 11 năm 2026');
  });

  test('is printed without the page around it', () => {
    const frame = paperFrame(declarationRoot(input), [declarationStyles], 'vi', SHEET);
    const paper = frame?.contentDocument?.body.firstElementChild?.shadowRoot;
    expect(paper?.querySelector('.answer')?.textContent).to.equal('Lê Thị Hoa');
    expect(frame?.contentWindow?.getComputedStyle(paper!.querySelector('.motto')!).textAlign).to.equal('center');
    frame?.remove();
  });
});
