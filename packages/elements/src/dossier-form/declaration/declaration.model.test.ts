import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FormDefinition } from '@motcua/contract/form';
import { summaryVi } from '../../localization/vi/summary.ts';
import { declarationOf, type Declaration } from './declaration.model.ts';

const folder = new URL('../../../../demo/seed/forms/', import.meta.url);
const forms = readdirSync(folder).map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as FormDefinition);
const sheet = (definition: FormDefinition, answers = {}, sent = false): Declaration =>
  declarationOf({ definition, answers, today: '2026-11-23', labels: summaryVi.labels, signer: 'Người khai', sent });
const birth = forms.find((form) => form.id === 'to-khai-dang-ky-khai-sinh')!;
const ct01 = forms.find((form) => form.id.startsWith('ct01'))!;

describe('the printed declaration', () => {
  test('has the labels of the law, numbered through, answers beside them and nothing where nothing was said', () => {
    const { title, addressee, parts, oath, signatures } = sheet(birth, { 'nguoiYeuCau.hoTen': 'Lê Thị Hoa', 'tre.hoTen': 'Nguyễn Minh Khôi', 'tre.ngaySinh': '2026-10-04' });
    expect(title).toBe('Tờ khai đăng ký khai sinh');
    expect(addressee).toContain('Thới Bình');
    const lines = parts.flatMap((part) => part.lines);
    expect(lines.map((line) => line.number)).toEqual(lines.map((_, index) => index + 1));
    expect(lines.find((line) => line.label === 'Ngày, tháng, năm sinh')?.lines).toEqual(['04/10/2026']);
    expect(lines.find((line) => line.label === 'ghi bằng chữ')?.lines[0]).toContain('Ngày bốn tháng mười');
    expect(lines.find((line) => line.label === 'Nơi cư trú')?.lines).toEqual([]);
    expect(oath).toContain('Tôi cam đoan');
    expect(signatures).toEqual(['Người yêu cầu']);
  });

  test('the form of the law is printed whole: lines about an unknown father are there, empty, and the numbers run on', () => {
    const linesFor = (chaMe: string): [number | null, string, string][] =>
      sheet(birth, { chaMe, 'me.hoTen': 'Lê Thị Hoa', 'cha.hoTen': 'Trần Văn Giấu' }).parts.flatMap(({ title, lines }) => lines.map(({ number, label, lines: said }): [number | null, string, string] => [number, `${title}|${label}`, said.join()]));
    const [known, unknown] = [linesFor('ca-hai'), linesFor('khong-ro-cha')];
    expect(unknown.map(([number, label]) => [number, label])).toEqual(known.map(([number, label]) => [number, label]));
    expect(JSON.stringify(known)).toContain('Trần Văn Giấu');
    // What was typed before the father was said to be unknown counts no more.
    expect(JSON.stringify(unknown)).not.toContain('Trần Văn Giấu');
    expect(JSON.stringify(unknown)).toContain('Lê Thị Hoa');
    expect(unknown.filter(([, label]) => label.startsWith('Người cha|')).length).toBe(5);
  });

  test('a group without rows is one empty line', () => {
    const { parts } = sheet(forms.find((form) => form.id === 'giay-de-nghi-dang-ky-ho-kinh-doanh')!, { chuThe: 'ca-nhan' });
    expect(parts.flatMap((part) => part.lines).find((line) => line.label.startsWith('Thông tin về các thành viên'))?.lines).toEqual([]);
  });

  test('place and day stand at the signature; after sending the day is today', () => {
    expect(sheet(birth, { noiLap: 'Xã Thới Bình', ngayLap: '2026-11-20' })).toMatchObject({ place: 'Xã Thới Bình', date: '2026-11-20' });
    expect(sheet(birth).date).toBe('');
    expect(sheet(birth, {}, true).date).toBe('2026-11-23');
    expect(sheet(birth).parts.flatMap((part) => part.lines).some((line) => line.label.startsWith('ngày'))).toBe(false);
  });

  test('labels that bring their numbers are not numbered twice', () => {
    const [first] = sheet(ct01).parts[0]!.lines;
    expect(first).toMatchObject({ number: null, label: '1. Họ, chữ đệm và tên khai sinh' });
  });

  test('rows of a group have headings of their own', () => {
    const rows = ['Trần Văn A', 'Trần Văn B'].map((hoTen, index) => ({ rowId: `r${index}`, answers: { hoTen } }));
    const titles = sheet(ct01, { thanhVien: rows }).parts.filter((part) => part.level === 2).map((part) => part.title);
    expect(titles.filter((title) => title.endsWith(' 1')).length).toBe(1);
    expect(titles.filter((title) => title.endsWith(' 2')).length).toBe(1);
  });

  test('who declares for somebody else is named above the oath, with the number, and only then', () => {
    const asked = { ...birth, declarant: 'declarant', steps: [...birth.steps, { id: 'contact', title: { vi: 'x' }, fields: [{ kind: 'person', id: 'declarant', label: { vi: 'Người làm thay' }, parts: ['hoTen', 'ngaySinh', 'soDinhDanh'], when: { field: 'declarant.for', op: 'equals', value: 'other' } }, { kind: 'choice', id: 'declarant.for', label: { vi: 'x' }, display: 'radio', options: [] }] }] } as FormDefinition;
    const who = { hoTen: 'Trần Văn Bảy', ngaySinh: '1980-02-01', soDinhDanh: '096080001234' };
    expect(sheet(asked, { 'declarant.for': 'other', 'declarant': who } as never).declarant).toEqual(['Trần Văn Bảy', '01/02/1980', '096080001234']);
    expect(sheet(asked, { 'declarant.for': 'self', 'declarant': who } as never).declarant).toEqual([]);
    expect(sheet(birth).declarant).toEqual([]);
    for (const whom of ['self', 'other']) expect(JSON.stringify(sheet(asked, { 'declarant.for': whom, 'declarant': who } as never).parts)).not.toContain('Người làm thay');
  });

  test.each(forms.map((form) => [form.id, form] as const))('%s: every line has a label, somebody signs', (_id, form) => {
    const { parts, signatures, title } = sheet(form);
    expect(title).not.toBe('');
    expect(signatures.length).toBeGreaterThan(0);
    expect(parts.flatMap((part) => part.lines).filter((line) => line.label === '').map((line) => line.number)).toEqual([]);
  });
});
