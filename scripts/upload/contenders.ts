/** Who uploads, and over which trouble. */
import type { Fault } from '@motcua/testkit/fault-proxy';
import type { DraftCredentials } from '@motcua/sdk';
import { createUploads } from '@motcua/sdk/uploads';
import { Upload } from 'tus-js-client';

/** One upload over `url`; resolves when the client believes that it is done, stops when `signal` is aborted. */
export interface Contender {
  readonly name: string;
  readonly to: 'gateway' | 'plain';
  send(url: string, draft: DraftCredentials, bytes: Buffer, signal: AbortSignal): Promise<unknown>;
}

/** What happens to the connections, in their order, and to those after. */
export interface Trouble {
  readonly name: string;
  readonly first: readonly Fault[];
  readonly then: Fault;
}

export const FAULTS: readonly Trouble[] = [
  { name: 'no cuts', first: [], then: {} },
  { name: 'a cut every 256 kB', first: [], then: { cutRequestAfter: 256_000 } },
  { name: 'falls silent at 1 MB', first: [{ swallowRequestAfter: 1_000_000 }], then: {} },
];

const tus: Contender = {
  name: 'tus-js-client 4.3.1',
  to: 'gateway',
  send: (url, draft, bytes, signal) =>
    new Promise((resolve, reject) => {
      const upload = new Upload(bytes, {
        endpoint: `${url}/v1/uploads`,
        headers: { Authorization: `Draft ${draft.id}.${draft.secret}` },
        metadata: { filename: 'a.pdf', filetype: 'application/pdf', paper: 'paper.x', draft: draft.id },
        onSuccess: resolve,
        onError: reject,
      });
      signal.addEventListener('abort', () => void upload.abort());
      upload.start();
    }),
};

const plain: Contender = {
  name: 'plain PUT, tried again',
  to: 'plain',
  send: async (url, _, bytes, signal) => {
    while (!signal.aborted) {
      const answer = await fetch(url, { method: 'PUT', body: bytes as BodyInit, signal }).catch(() => null);
      if (answer?.ok) return;
    }
  },
};

const ours: Contender = {
  name: '@motcua/sdk',
  to: 'gateway',
  send: (url, draft, bytes, signal) =>
    createUploads({ gateway: url }).send({ draft, paperId: 'paper.x', file: new Blob([bytes as Uint8Array<ArrayBuffer>]), name: 'a.pdf', type: 'application/pdf', signal }),
};

export const CONTENDERS: readonly Contender[] = [ours, tus, plain];
