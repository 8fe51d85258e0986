/** The pasted code, read by the parser of a real browser. */
import { describe, expect, test } from 'vitest';
import { TAGS } from './loader.model.ts';
import { hintLines, type HintFiles } from './page-hints.ts';
import { pasteCode, pasteFault, PASTE_TAGS, type PastePlace } from './page-paste.ts';

const FILES: HintFiles = Object.fromEntries(TAGS.map((tag) => [tag, [`${tag}.js`, 'chunks/core-1.js']]));
const FORM: PastePlace = {
  tag: 'motcua-dossier-form', procedure: '1.001193', scripts: 'https://g.example/motcua', gateway: 'https://g.example/gateway', unit: 'thoibinh',
  fallback: { phone: '0290 000 0135' },
};
const place = (change: Partial<PastePlace>): PastePlace => ({ ...FORM, ...change });
const bare = (tag: string): PastePlace => ({ ...FORM, tag, procedure: null });
const read = (code: string): Document => new DOMParser().parseFromString(`<!doctype html><title>Xã</title><main id="here">${code}</main><p id="after">`, 'text/html');
const phone = (text: string): PastePlace => place({ fallback: { phone: text } });

describe('the code to paste', () => {
  test('is lines, loader and element, one under the other', () => {
    expect(pasteCode(FILES, place({ mode: 'auto', helper: true }))).toBe(`<link rel="modulepreload" href="https://g.example/motcua/motcua-dossier-form.js">
<link rel="modulepreload" href="https://g.example/motcua/chunks/core-1.js">
<link rel="preload" as="fetch" crossorigin href="https://g.example/gateway/v1/sites/thoibinh/procedures/1.001193/form">
<script src="https://g.example/motcua/motcua.js" data-gateway="https://g.example/gateway" data-unit="thoibinh" async></script>
<motcua-dossier-form procedure="1.001193" mode="auto" helper>
  <p>Bộ phận Một cửa. Điện thoại <a href="tel:02900000135">0290 000 0135</a>.</p>
  <p><a href="https://dichvucong.gov.vn/">Cổng Dịch vụ công quốc gia</a></p>
</motcua-dossier-form>`);
  });

  test('names the office, its place and its hours where they are known', () => {
    const fallback = { phone: '0290 000 0135', office: 'Bộ phận Một cửa xã Thới Bình', address: 'Khóm 1', hours: '7 giờ – 17 giờ' };
    const words = [...read(pasteCode(FILES, place({ fallback }))).querySelectorAll('motcua-dossier-form p')].map(({ textContent }) => textContent);
    expect(words).toEqual(['Bộ phận Một cửa xã Thới Bình. Điện thoại 0290 000 0135.', 'Địa chỉ: Khóm 1.', 'Giờ làm việc: 7 giờ – 17 giờ.', 'Cổng Dịch vụ công quốc gia']);
  });

  test('carries the check of the loader where one is given', () => {
    const script = read(pasteCode(FILES, place({ integrity: 'sha384-abc+/1==' }))).querySelector('script');
    expect([script?.integrity, script?.crossOrigin, script?.async]).toEqual(['sha384-abc+/1==', 'anonymous', true]);
  });

  test('works without the list of files', () => {
    expect(pasteCode({}, FORM)).not.toContain('<link');
    expect(read(pasteCode({}, FORM)).querySelector('script + motcua-dossier-form')).not.toBeNull();
  });

  test.each(PASTE_TAGS)('is there for %s, with the lines of that tag', (tag) => {
    const wish = { ...bare(tag), procedure: /form|sheet/.test(tag) ? '1.001193' : null };
    const page = read(pasteCode(FILES, wish));
    expect([...page.querySelectorAll('link')].map(({ outerHTML }) => outerHTML.replace('crossorigin=""', 'crossorigin'))).toEqual(hintLines(FILES, wish));
    expect(page.querySelector(`#here > ${tag}`)).not.toBeNull();
  });

  test('knows every tag of the loader but the one that only wraps others', () => expect([...PASTE_TAGS, 'motcua-site'].sort()).toEqual([...TAGS].sort()));
});

describe('what is wrong', () => {
  test.each<[string, PastePlace, RegExp]>([
    ['no such tag', bare('script'), /không có thẻ «script».*motcua-counter/],
    ['a name of objects', bare('__proto__'), /không có thẻ/],
    ['another name of objects', bare('constructor'), /không có thẻ/],
    ['a tag with more', bare('motcua-counter onclick=1'), /không có thẻ/],
    ['the desk', bare('motcua-officer-desk'), /không có thẻ/],
    ['a wrapper', bare('motcua-site'), /không có thẻ/],
    ['a declaration of nothing', bare('motcua-dossier-form'), /thiếu procedure/],
    ['a sheet of nothing', bare('motcua-procedure-sheet'), /thiếu procedure/],
    ['a word for a code', place({ procedure: 'khai sinh' }), /"khai sinh" không phải là mã thủ tục/],
    ['an empty code', place({ procedure: '' }), /không phải là mã thủ tục/],
    ['a code without dots', place({ procedure: '1001193' }), /không phải là mã thủ tục/],
    ['a code and more', place({ procedure: '1.001193"><script>' }), /không phải là mã thủ tục/],
    ['a code and a line', place({ procedure: '1.001193\n' }), /không phải là mã thủ tục/],
    ['digits of another script', place({ procedure: '１.００１１９３' }), /không phải là mã thủ tục/],
    ['no such mode', place({ mode: 'fast' }), /mode="fast" không có; có: step, question, auto, page/],
    ['a mode where there is none', { ...bare('motcua-counter'), mode: 'page' }, /motcua-counter không có mode/],
    ['a procedure where there is none', { ...bare('motcua-status-tracker'), procedure: '1.001193' }, /không có procedure/],
    ['help where there is none', { ...bare('motcua-service-board'), helper: true }, /không có helper/],
    ['no gateway', place({ gateway: '' }), /data-gateway/],
    ['a gateway without a lock', place({ gateway: 'http://g.example' }), /https/],
    ['a gateway that is a script', place({ gateway: 'javascript:alert(1)' }), /https/],
    ['a gateway over two lines', place({ gateway: 'https://g.\nexample' }), /data-gateway có khoảng trắng/],
    ['no unit', place({ unit: '' }), /data-unit/],
    ['a unit with marks', place({ unit: 'thớibình' }), /không phải là mã đơn vị/],
    ['a unit and more', place({ unit: 'a" onload="x' }), /không phải là mã đơn vị/],
    ['no scripts', place({ scripts: '' }), /thiếu địa chỉ/],
    ['scripts without a lock', place({ scripts: 'http://g.example/motcua' }), /https/],
    ['scripts that are data', place({ scripts: 'data:text/javascript,1' }), /https/],
    ['scripts over two lines', place({ scripts: 'https://g.example/\u2028motcua' }), /khoảng trắng/],
    ['scripts nowhere', place({ scripts: 'https://[' }), /không phải là địa chỉ/],
    ['a check that is none', place({ integrity: 'sha384-"><b>' }), /mã kiểm tra/],
    ['no number to call', phone(' '), /thiếu số điện thoại/],
    ['a name for a number', phone('gọi xã'), /không phải là số điện thoại/],
  ])('%s', (_, wish, said) => {
    expect(pasteFault(wish)).toMatch(said);
    expect(() => pasteCode(FILES, wish)).toThrow(said);
  });

  test('nothing with a good wish', () => {
    for (const scripts of ['/motcua', '/motcua/', 'https://g.example/motcua', 'http://localhost:8080/motcua']) expect(pasteFault(place({ scripts }))).toBe('');
    expect(pasteFault(place({ procedure: '1.012796.H36', gateway: '/gateway' }))).toBe('');
  });
});

describe('hostile texts stay text', () => {
  const HOSTILE = ['"><img src=x onerror=alert(1)>', '</p></motcua-dossier-form><script>alert(1)</script>', '</script><script>', '<!--', ']]>&lt;b&gt;', "' onclick='x", '&quot;&#60;script>', 'a\n\u2028\u0000b'];
  const shape = ({ body }: Document): string[] => [...body.querySelectorAll('*')].map((each) => `${each.localName} ${each.getAttributeNames().join()}`);
  const calm = shape(read(pasteCode(FILES, place({ fallback: { phone: '0290', office: 'a', address: 'b', hours: 'c' } }))));

  test.each(HOSTILE)('%j as a text between the tags', (text) => {
    const page = read(pasteCode(FILES, place({ fallback: { phone: `0290 ${text}`, office: text, address: text, hours: text } })));
    expect(shape(page)).toEqual(calm);
    const said = text.replace(/[\s\p{Cc}]+/gu, ' ');
    expect(page.querySelector('motcua-dossier-form p:nth-child(2)')?.textContent).toBe(`Địa chỉ: ${said}.`);
    expect(page.querySelector('#here')?.nextElementSibling?.id).toBe('after');
  });

  test.each(['https://g.example/"><script>/', "https://g.example/'&quot;&amp;<!--", 'https://g.example/?a&lt=1'])('%s as an address', (address) => {
    const page = read(pasteCode(FILES, place({ scripts: address, gateway: address })));
    expect(shape(page).filter((each) => !each.startsWith('p ') && !each.startsWith('a '))).toEqual(calm.filter((each) => !each.startsWith('p ') && !each.startsWith('a ')));
    expect(page.querySelector('script')?.getAttribute('data-gateway')).toBe(address);
    expect(page.querySelector('script')?.getAttribute('src')).toBe(`${address.replace(/\/*$/, '/')}motcua.js`);
  });

  test('a name of a file', () => {
    const page = read(pasteCode({ 'motcua-dossier-form': ['"><script src=//evil.example>'] }, FORM));
    expect(page.querySelectorAll('script')).toHaveLength(1);
  });

  test('decomposed letters are composed, wide digits are called as digits', () => {
    const code = pasteCode(FILES, place({ fallback: { phone: '+８４ 290-000.0135 (máy lẻ 12)', office: 'Xã Thới Bình'.normalize('NFD') } }));
    expect(code).toContain('<p>Xã Thới Bình. Điện thoại <a href="tel:+842900000135">');
  });
});
