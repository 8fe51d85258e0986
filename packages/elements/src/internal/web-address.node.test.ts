import fc from 'fast-check';
import { expect, test } from 'vitest';
import { webAddress } from './web-address.ts';

test('addresses of pages stay as they are', () => {
  for (const address of ['https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fac-7489-b53b-a15eb239a6fe', 'http://thoibinh.camau.gov.vn/', 'https://dichvucong.gov.vn/tim?keyword=khai%20sinh&a=1#muc']) {
    expect(webAddress(address)).toBe(address);
  }
  expect(webAddress(' https://dichvucong.gov.vn/x \n')).toBe('https://dichvucong.gov.vn/x');
  expect(webAddress('HTTPS://DichVuCong.gov.vn')).toBe('https://dichvucong.gov.vn/');
});

const HOSTILE = [
  '', ' ', 'javascript:alert(1)', 'JavaScript:alert(1)', ' javascript:alert(1)', '\u0001javascript:alert(1)', 'java\tscript:alert(1)', 'java\nscript:alert(1)', 'java\rscript:alert(1)', 'javascript\u0000:alert(1)',
  'javascript://dichvucong.gov.vn/%0aalert(1)', 'javascript:https://dichvucong.gov.vn', 'data:text/html,<script>alert(1)</script>', 'data:text/html;base64,PHNjcmlwdD4=', 'vbscript:msgbox(1)', 'blob:https://dichvucong.gov.vn/1',
  'filesystem:https://dichvucong.gov.vn/temporary/x', 'file:///etc/passwd', 'about:blank', 'view-source:https://dichvucong.gov.vn', 'intent://scan/#Intent;scheme=zxing;end', 'tel:113', 'mailto:a@example.com', 'ftp://example.com/x',
  '//example.com/x', '/gateway/v1', 'dichvucong.gov.vn', '?motcua=track', '#x', 'https:', 'https://', 'http:\\\\example.com', 'https://dichvucong.gov.vn\\@example.com', 'https://dichvucong.gov.vn@example.com', 'https://a:b@example.com',
  'https://exa\tmple.com', 'https://example.com/\u202egpj.exe', 'https://example.com/\u00a0x', '&#106;avascript:alert(1)', 'javascript&colon;alert(1)', '<a href="https://example.com">', 'https://[::1', 'https://%00',
];

test.each(HOSTILE)('%j is no link', (address) => {
  expect(webAddress(address)).toBeNull();
});

test('nothing is no link', () => {
  expect(webAddress(null)).toBeNull();
  expect(webAddress(undefined)).toBeNull();
});

test('whatever comes, a link is http or https, as the browser reads it', () => {
  const pieces = fc.array(fc.constantFrom('java', 'script', ':', 'data:', 'https', 'http', '//', '\\', '\t', '\n', ' ', '\u0000', '@', 'example.com', '%0a', 'alert(1)', 'text/html,'), { maxLength: 8 }).map((all) => all.join(''));
  fc.assert(
    fc.property(fc.oneof(pieces, fc.string(), fc.webUrl()), (text) => {
      const address = webAddress(text);
      if (address === null) return;
      expect(['http:', 'https:']).toContain(new URL(address, 'https://page.test/').protocol);
      expect(address).toBe(new URL(address).href);
    }),
    { numRuns: 3000 },
  );
});
