import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { pathOf, safeName, zipPapers } from './zip-papers.ts';

const file = (name: string, text = 'x') => ({ name, bytes: new Blob([text]) });

test.each([
  ['../../etc/passwd', 'etc passwd'], ['C:\\Users\\x\\a.pdf', 'C Users x a.pdf'], ['CON.pdf', '_CON.pdf'], ['', 'tep'], ['...', 'tep'],
  ['a\u202Egpj.exe', 'a gpj.exe'], ['.htaccess', 'htaccess'], ['Giấy chứng sinh.jpg', 'Giấy chứng sinh.jpg'], ['Gia\u0302\u0301y.jpg', 'Giấy.jpg'],
])('«%s» becomes «%s»', (name, safe) => expect(safeName(name)).toBe(safe));

test('papers in the order of the list, two of one name side by side, long names cut with their ending kept', async () => {
  const papers = [{ name: 'Giấy chứng sinh', files: [file('a.jpg', 'một'), file('a.jpg', 'hai')] }, { name: 'Căn cước/CCCD', files: [file(`${'dài '.repeat(60)}.pdf`)] }];
  const found = unzipSync(new Uint8Array(await (await zipPapers(papers)).arrayBuffer()));
  expect(Object.keys(found).slice(0, 2)).toEqual(['1 Giấy chứng sinh/1 a.jpg', '1 Giấy chứng sinh/2 a.jpg']);
  expect(strFromU8(found['1 Giấy chứng sinh/2 a.jpg']!)).toBe('hai');
  const long = Object.keys(found)[2]!;
  expect(long).toMatch(/^2 Căn cước CCCD\/1 dài .*\.pdf$/);
  expect(long.length).toBeLessThan(150);
});

test('no name leaves the folder', () => {
  for (const name of ['..', '/', '\\', '\u0000', '../..', 'a/../../b']) expect(pathOf({ name, files: [file(name)] }, 0, 0)).not.toMatch(/(^|\/)\.\.(\/|$)|^\/|\0/);
});
