import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { httpSms, spoolSms } from '../src/index.ts';

describe('text messages', () => {
  test('a modem takes a whole file with the number in its international form', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'motcua-sms-')), 'outgoing');
    await spoolSms(folder).send({ to: '0912345678', text: 'Mot Cua: ma 1234' });
    const [name = '', ...others] = readdirSync(folder);
    expect(others).toEqual([]);
    expect(name).toMatch(/^motcua-/);
    expect(readFileSync(join(folder, name), 'utf8')).toBe('To: 84912345678\n\nMot Cua: ma 1234\n');
  });

  test('a provider gets number, text and token; what it refuses is not sent', async () => {
    const calls: Request[] = [];
    const answering = (status: number): typeof fetch => async (input, init) => {
      calls.push(new Request(input as string, { ...init, signal: null }));
      return new Response(null, { status });
    };
    await httpSms({ url: 'https://sms.test/send', token: 't', fetch: answering(202) }).send({ to: '0912345678', text: 'x' });
    expect(await calls[0]?.json()).toEqual({ to: '84912345678', text: 'x' });
    expect(calls[0]?.headers.get('authorization')).toBe('Bearer t');
    await expect(httpSms({ url: 'https://sms.test/send', token: 't', fetch: answering(500) }).send({ to: '0912345678', text: 'x' })).rejects.toThrow(/refused/);
    expect(() => httpSms({ url: 'http://sms.test/send', token: 't' })).toThrow(RangeError);
  });
});
