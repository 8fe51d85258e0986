/** A site of bare pages in front of the demo: no style sheet of a CMS in the measure, answers of the gateway exchanged where a bench wants others. */
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants } from 'node:zlib';

/** What is served instead of the demo's answer. */
export interface BareAnswer {
  readonly type: string;
  readonly body: string;
}

// A page has its picture already: otherwise each of these would fetch the page «not found» of the demo for it.
const HEAD = '<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Thử</title>';
const TAG = '<script src="/motcua/motcua.js" data-gateway="/gateway" data-unit="thoibinh" async></script>';

/** A page in plain HTML. */
export const plainPage = (body: string): BareAnswer => ({ type: 'text/html', body: `${HEAD}${body}</html>` });

/** A page with the tag of the loader, and no lines beside it. */
export const pastedPage = (body: string): BareAnswer => plainPage(TAG + body);

const pack = ({ body }: BareAnswer): Buffer => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });

/** Serves `answers` by path, brotli as a site does, and everything else from the demo at `port`; answers may be added while it runs. The caller closes it. */
export function serveBare(port: number, answers: Readonly<Record<string, BareAnswer>>): Promise<{ url: string; close(): void }> {
  const packed = new Map(Object.values(answers).map((answer) => [answer, pack(answer)]));
  const server = createServer((incoming: IncomingMessage, outgoing: ServerResponse) => {
    const own = answers[incoming.url ?? ''];
    if (own !== undefined) {
      outgoing.writeHead(200, { 'content-type': `${own.type}; charset=utf-8`, 'content-encoding': 'br' }).end(packed.get(own) ?? pack(own));
      return;
    }
    const onward = ask({ port, host: '127.0.0.1', path: incoming.url, method: incoming.method, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({ url: `http://localhost:${String((server.address() as AddressInfo).port)}`, close: () => server.close() }));
  });
}
