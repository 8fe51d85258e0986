import { describe, expect, test } from 'vitest';
import { faultOf, needsOf, TAGS } from './loader.model.ts';

const PAGE = 'https://thoibinh.camau.example/mot-cua';

describe('what the loader fetches beside the script', () => {
  test.each([
    ['motcua-procedure-picker', null, '', ['', '/catalogue']],
    ['motcua-counter', null, '', ['', '/catalogue']],
    ['motcua-counter', null, '1.001193', ['', '/catalogue', '/procedures/1.001193']],
    ['motcua-counter', null, '1.001193.form', ['/procedures/1.001193/form']],
    ['motcua-counter', null, 'track', []],
    ['motcua-dossier-form', '1.000894', '', ['/procedures/1.000894/form']],
    ['motcua-dossier-form', '1.000894', '1.001193.form', ['/procedures/1.001193/form']],
    ['motcua-dossier-form', '1.000894', '1.001193', ['/procedures/1.000894/form']],
    ['motcua-dossier-form', null, '', []],
    ['motcua-counter', null, '../../x', ['', '/catalogue']],
    ['motcua-procedure-picker', null, '1.001193', ['', '/catalogue', '/procedures/1.001193']],
    ['motcua-procedure-picker', null, '1.001193.form', ['', '/catalogue']],
    ['motcua-site', null, '', []],
  ])('%s (%s, %s)', (tag, procedure, state, paths) => expect(needsOf(tag, procedure, state).paths).toEqual(paths));

  test('a counter asks for its first part at the same time', () => {
    expect(needsOf('motcua-counter', null, '').tags).toEqual(['motcua-counter', 'motcua-procedure-picker']);
    expect(needsOf('motcua-counter', null, '1.001193.form').tags).toEqual(['motcua-counter', 'motcua-dossier-form']);
    expect(needsOf('motcua-counter', null, 'track').tags).toEqual(['motcua-counter', 'motcua-status-tracker']);
  });

  test('every tag is known', () => expect(TAGS).toContain('motcua-service-board'));
});

describe('what is told to the webmaster', () => {
  test.each([
    [null, 'thoibinh', 'thiếu data-gateway'],
    ['https://g.example', null, 'thiếu data-unit'],
    ['https://g.example', 'xã Thới Bình', 'không phải là mã đơn vị'],
    ['https://', 'thoibinh', 'không phải là địa chỉ'],
    ['http://g.example', 'thoibinh', 'phải bắt đầu bằng https'],
  ])('gateway %s, unit %s', (gateway, unit, part) => expect(faultOf(gateway, unit, PAGE)).toContain(part));

  test.each(['https://g.example', '/', 'http://localhost:8080', 'http://127.0.0.1:8080'])('%s is fine', (gateway) => {
    expect(faultOf(gateway, 'thoibinh', PAGE)).toBe('');
  });
});
