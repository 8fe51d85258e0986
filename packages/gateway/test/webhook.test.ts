import { describe, expect, test } from 'vitest';
import { httpsWebhooks, isPublicAddress } from '../src/adapters/webhook-sender.ts';
import { waitAfter } from '../src/use-cases/outbox/deliver.ts';

describe('webhooks go to the public internet only', () => {
  test.each(['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '255.255.255.255', '::1', '::ffff:127.0.0.1', 'fe80::1', 'fd00::1', '64:ff9b::7f00:1', 'nonsense'])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
  test.each(['8.8.8.8', '203.162.4.190', '2606:4700::1111'])('%s is', (address) => expect(isPublicAddress(address)).toBe(true));
  test.each(['http://example.com/', 'https://127.0.0.1/', 'https://localhost/', 'https://[::1]/', 'https://2130706433/', 'https://0x7f.1/', 'https://example.com:22/'])('%s is not called', async (url) => {
    expect(await httpsWebhooks().post(url, {}, '{}')).toEqual({ status: null });
  });
});

test('failures are tried again for three days, a little later by chance, then given up', () => {
  const waits = Array.from({ length: 9 }, (_, index) => waitAfter(index + 1, 0) ?? 0);
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(72 * 3_600_000);
  expect(waitAfter(10, 0)).toBeNull();
  expect(waitAfter(3, 1)).toBe(Math.round((waitAfter(3, 0) ?? 0) * 1.2));
});
