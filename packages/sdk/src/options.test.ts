import { describe, expect, test } from 'vitest';
import { createOfficerClient } from './officer.ts';
import { connectionOf } from './options.ts';
import { createReader } from './read.ts';
import { createUploads } from './uploads.ts';

describe('the address of the gateway', () => {
  test.each([
    ['https://mot-cua.example.vn', 'https://mot-cua.example.vn'], ['https://mot-cua.example.vn/', 'https://mot-cua.example.vn'],
    ['https://example.vn/thoi-binh/api/', 'https://example.vn/thoi-binh/api'], ['https://example.vn:8443', 'https://example.vn:8443'],
    ['http://localhost:8787', 'http://localhost:8787'], ['http://127.0.0.1:8787/', 'http://127.0.0.1:8787'], ['http://[::1]:8787', 'http://[::1]:8787'],
    ['http://gateway.localhost', 'http://gateway.localhost'], ['', ''], ['/', ''], ['/motcua', '/motcua'],
  ])('%s is taken', (given, base) => expect(connectionOf({ gateway: given }).gateway).toBe(base));

  test.each([
    'http://example.vn', 'http://localhost.example.vn', 'http://127.0.0.1.example.vn', 'http://localhost@example.vn', 'http://localhost:80@example.vn',
    'https://user:secret@example.vn', 'https://example.vn?x=1', 'https://example.vn/#x', '//example.vn', 'ftp://example.vn', 'javascript:alert(1)',
    'example.vn', 'https://', 'https:// x', 'http://10.0.0.1', '/\\example.vn',
  ])('%s is refused, at every door', (gateway) => {
    expect(() => connectionOf({ gateway })).toThrow(TypeError);
    expect(() => createReader({ gateway, site: 's' })).toThrow(TypeError);
    expect(() => createUploads({ gateway })).toThrow(TypeError);
    expect(() => createOfficerClient({ gateway, token: 't' })).toThrow(TypeError);
  });
});
