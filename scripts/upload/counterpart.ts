/** What the uploads of the benchmark arrive at: a gateway on a port, and a plain receiver for PUT. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import { createClient, newDraftCredentials, type DraftCredentials } from '@motcua/sdk';
import { startTestGateway } from '@motcua/testkit/gateway-fetch';
import { listen } from '@motcua/testkit/listen';

/** Ports and a way to open a draft, and to ask whether a draft holds whole files. */
export interface Counterpart {
  readonly gatewayPort: number;
  readonly plainPort: number;
  openDraft(): Promise<DraftCredentials>;
  holds(draft: DraftCredentials, sha256: string): Promise<boolean>;
  close(): Promise<void>;
}

/** `%PDF` and noise. */
export const noise = (size: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)]);

export async function startCounterpart(): Promise<Counterpart> {
  const home = await startTestGateway();
  const gateway = await listen((request) => home.fetch(request));
  const plain = createServer((incoming, outgoing) => {
    incoming.on('error', () => undefined).on('end', () => outgoing.end('ok')).resume();
  });
  await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
  const client = createClient({ gateway: home.url, site: home.site, fetch: home.fetch });
  return {
    gatewayPort: gateway.port,
    plainPort: (plain.address() as AddressInfo).port,
    openDraft: async () => {
      const draft = newDraftCredentials();
      await client.drafts.open(draft, '1.001193');
      return draft;
    },
    holds: async (draft, sha256) => (await client.drafts.get(draft)).uploads.some((upload) => upload.complete && upload.sha256 === sha256),
    close: async () => {
      plain.closeAllConnections();
      plain.close();
      await gateway.close();
      await home.close();
    },
  };
}
