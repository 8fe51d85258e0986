import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Answers } from '@motcua/contract/answers';
import type { Field, FieldOf, FormDefinition, Step } from '@motcua/contract/form';
import { readAt, writeAt } from '../answer-path.model.ts';
import { placeOfLine } from './card-address.model.ts';
import { fillPerson, personOfCard } from './fill-person.model.ts';
import { addressOffers, knownAddresses, knownPeople, offersFor } from './known-people.model.ts';
import { personPlaces, type PersonPlace } from './person-places.model.ts';

const label = { vi: 'x' };
const option = (value: string, vi = value) => ({ value, label: { vi } });
const step = (id: string, vi: string, fields: Field[]): Step => ({ id, title: { vi }, fields });
const REQUESTER = step('a', 'Người yêu cầu', [
  { kind: 'text', id: 'nguoiYeuCau.hoTen', label },
  { kind: 'address', id: 'nguoiYeuCau.noiCuTru', label, parts: 'full' },
  { kind: 'identity-paper', id: 'nguoiYeuCau.giayTo', label, types: ['cccd', 'ho-chieu'] },
]);
const CHILD = step('b', 'Trẻ', [{ kind: 'text', id: 'tre.hoTen', label }, { kind: 'date', id: 'tre.ngaySinh', label, precision: 'full' }]);
const MOTHER = step('c', 'Người mẹ', [
  { kind: 'text', id: 'me.hoTen', label },
  { kind: 'date', id: 'me.namSinh', label, precision: 'year' },
  { kind: 'choice', id: 'me.gioiTinh', label, display: 'radio', options: [option('nam', 'Nam'), option('F', 'Nữ')] },
  { kind: 'choice', id: 'me.quocTich', label, display: 'select', optionsFrom: 'n' },
  { kind: 'address', id: 'me.noiCuTru', label, parts: 'commune' },
]);
const HOUSEHOLD = step('d', 'Hộ', [
  { kind: 'person', id: 'chuHo', label: { vi: 'Chủ hộ' }, parts: ['hoTen', 'ngaySinh', 'soDinhDanh', 'noiCuTru'] },
  { kind: 'group', id: 'thanhVien', label, itemLabel: { vi: 'Người' }, fields: [{ kind: 'text', id: 'hoTen', label }, { kind: 'citizen-number', id: 'soDinhDanh', label }, { kind: 'date', id: 'ngaySinh', label, precision: 'full' }] },
]);
const steps = [REQUESTER, CHILD, MOTHER, HOUSEHOLD];
const definition: FormDefinition = { id: 'f', version: '1', title: label, procedureCodes: [], applicant: { name: 'nguoiYeuCau.hoTen' }, steps };
const place = (at: string, answers: Answers = {}): PersonPlace => {
  const found = personPlaces(steps, answers).find((one) => one.at === at);
  if (found === undefined) throw new Error(`no place at ${at}`);
  return found;
};
const options = (field: FieldOf<'choice'>) => field.options ?? [option('Việt Nam')];
const fill = (at: string, person: Parameters<typeof fillPerson>[1], answers: Answers = {}): Answers =>
  fillPerson(place(at, answers), person, options).reduce((all, { path, value }) => writeAt(all, path, value), answers);
const home = { provinceCode: '96', provinceName: 'Tỉnh Cà Mau', communeCode: '32065', communeName: 'Xã Thới Bình', detail: 'Ấp 1' };
const card = { personalNumber: '096190001234', name: 'Lê Thị Hoa', birthDate: '1990-05-04', sex: 'nu' as const, issuedOn: '2021-04-10', address: 'Ấp 1, Thới Bình, Thới Bình, Cà Mau' };

describe('places of persons', () => {
  test('separate fields with one beginning are one person; composed ones and rows too', () => {
    const rows = { thanhVien: [{ rowId: 'r1', answers: {} }, { rowId: 'r2', answers: {} }] };
    expect(personPlaces(steps, rows).map((one) => [one.at, one.role.vi, one.row])).toEqual([
      ['chuHo', 'Chủ hộ', undefined], ['nguoiYeuCau.hoTen', 'Người yêu cầu', undefined], ['tre.hoTen', 'Trẻ', undefined], ['me.hoTen', 'Người mẹ', undefined],
      ['thanhVien/r1/hoTen', 'Người', 1], ['thanhVien/r2/hoTen', 'Người', 2],
    ]);
  });

  test('a newborn has no card', () => {
    expect(place('tre.hoTen').mayHaveCard).toBe(false);
    expect(place('me.hoTen').mayHaveCard).toBe(true);
  });

  test('every declaration of the demonstration that asks for a number and a name has a place for the card', () => {
    const folder = new URL('../../../../demo/seed/forms/', import.meta.url);
    const without = readdirSync(folder)
      .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as FormDefinition)
      .filter((form) => form.steps.some((one) => one.fields.some((field) => field.kind === 'citizen-number' || field.kind === 'identity-paper')))
      .filter((form) => !personPlaces(form.steps, {}).some((one) => one.mayHaveCard))
      .map((form) => form.id);
    expect(without).toEqual([]);
  });
});

describe('filling from a card', () => {
  test('goes into the fields that are asked, in their own shape', () => {
    expect(fill('me.hoTen', personOfCard(card, home))).toEqual({
      'me.hoTen': 'Lê Thị Hoa', 'me.namSinh': '1990', 'me.gioiTinh': 'F', 'me.quocTich': 'Việt Nam',
      'me.noiCuTru': { provinceCode: '96', provinceName: 'Tỉnh Cà Mau', communeCode: '32065', communeName: 'Xã Thới Bình' },
    });
    expect(readAt(fill('nguoiYeuCau.hoTen', personOfCard(card)), 'nguoiYeuCau.giayTo')).toEqual({
      type: 'cccd', number: '096190001234', issuedOn: '2021-04-10', issuedBy: 'Cục Cảnh sát quản lý hành chính về trật tự xã hội',
    });
  });

  test('a card of the new law is named so; a list without it takes the older name', () => {
    const now = personOfCard({ ...card, issuedOn: '2025-01-02' });
    expect(now.giayTo).toMatchObject({ type: 'can-cuoc', issuedBy: 'Bộ Công an' });
    expect(readAt(fill('nguoiYeuCau.hoTen', now), 'nguoiYeuCau.giayTo')).toMatchObject({ type: 'cccd' });
  });

  test('a composed person and a row are filled by their paths; a partial birth date does not enter a full one', () => {
    expect(fill('chuHo', personOfCard(card, home))).toEqual({ chuHo: { hoTen: 'Lê Thị Hoa', ngaySinh: '1990-05-04', soDinhDanh: '096190001234', noiCuTru: home } });
    const rows: Answers = { thanhVien: [{ rowId: 'r1', answers: {} }] };
    expect(readAt(fill('thanhVien/r1/hoTen', personOfCard({ ...card, birthDate: '1952' }), rows), 'thanhVien/r1')).toEqual({ hoTen: 'Lê Thị Hoa', soDinhDanh: '096190001234' });
  });
});

describe('using again', () => {
  const answers: Answers = { 'nguoiYeuCau.hoTen': 'Lê Thị Hoa', 'nguoiYeuCau.noiCuTru': home, 'nguoiYeuCau.giayTo': { type: 'cccd', number: '096190001234' } };

  test('the applicant is offered where a name is missing, never twice, never at the own place', () => {
    const known = knownPeople(definition, steps, { ...answers, chuHo: { hoTen: 'LÊ THỊ HOA' } });
    expect(known.map((one) => [one.place.at, one.isApplicant])).toEqual([['nguoiYeuCau.hoTen', true]]);
    expect(offersFor(place('me.hoTen'), known, answers).length).toBe(1);
    expect(offersFor(place('nguoiYeuCau.hoTen'), known, answers)).toEqual([]);
    expect(offersFor(place('tre.hoTen'), known, answers)).toEqual([]);
    expect(offersFor(place('me.hoTen'), known, { ...answers, 'me.hoTen': 'Trần Thị Bé' })).toEqual([]);
  });

  test('a number on a card becomes the personal number of another place', () => {
    const [known] = knownPeople(definition, steps, answers);
    expect(fill('chuHo', known!.person, {})).toEqual({ chuHo: { hoTen: 'Lê Thị Hoa', soDinhDanh: '096190001234', noiCuTru: home } });
  });

  test('addresses are offered while the own one is empty, abroad only where that may be', () => {
    const abroad = { country: 'KH', detail: 'Phnom Penh' };
    const known = knownAddresses(steps, { ...answers, chuHo: { hoTen: 'A', noiCuTru: abroad } });
    expect(known.map((one) => one.path)).toEqual(['nguoiYeuCau.noiCuTru', 'chuHo/noiCuTru']);
    const field: FieldOf<'address'> = { kind: 'address', id: 'me.noiCuTru', label };
    expect(addressOffers('me.noiCuTru', field, known, answers).map((one) => one.address)).toEqual([home]);
    expect(addressOffers('me.noiCuTru', { ...field, allowAbroad: true }, known, answers).length).toBe(2);
    expect(addressOffers('me.noiCuTru', field, known, { 'me.noiCuTru': home })).toEqual([]);
  });
});

describe('the address line of a card', () => {
  const province = { code: '96', name: 'Cà Mau', fullName: 'Tỉnh Cà Mau' };
  const communes = [
    { code: '32065', name: 'Thới Bình', fullName: 'Xã Thới Bình', provinceCode: '96' },
    { code: '32071', name: 'Trí Phải', fullName: 'Xã Trí Phải', provinceCode: '96' },
  ];
  const legacy = { code: '32068', fullName: 'Thị trấn Thới Bình', district: 'Huyện Thới Bình', province: 'Tỉnh Cà Mau', newCodes: ['32065'], mapping: 'merged' as const };

  test('an old line leads to the commune of today and keeps the old words', () => {
    expect(placeOfLine('Khóm 1, Thới Bình, Thới Bình, Cà Mau', [{ legacy, communes: [communes[0]!] }], [province], communes)).toEqual({
      ...home, detail: 'Khóm 1', legacy: { communeCode: '32068', text: 'Thị trấn Thới Bình, Huyện Thới Bình, Tỉnh Cà Mau' },
    });
  });

  test('a line of two tiers is read as it is', () => {
    expect(placeOfLine('Ấp 1, Xã Thới Bình, Tỉnh Cà Mau', [], [province], communes)).toEqual(home);
  });

  test('a divided commune or an unknown one is left to the person', () => {
    expect(placeOfLine('Khóm 1, Thới Bình, Thới Bình, Cà Mau', [{ legacy, communes }], [province], communes)).toBe(null);
    expect(placeOfLine('Ấp 1, Nơi Nào, Đâu Đó', [], [province], communes)).toBe(null);
  });
});
