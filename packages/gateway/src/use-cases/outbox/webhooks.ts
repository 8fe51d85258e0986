/** Addresses that want to hear of dossiers of a site (Standard Webhooks 1.0). The secret is shown once. */
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem-error.ts';
import { base64url, fromBase64, randomId, utf8 } from '../bytes.ts';

const base64 = (bytes: Uint8Array): string => {
  const text = base64url(bytes).replace(/-/g, '+').replace(/_/g, '/');
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
};

/** A new address. `secret` is `whsec_…` of 32 bytes. Problems: `site-not-found`, `bad-request` for what is not https. */
export async function addWebhook(deps: Deps, { site, url }: { site: string; url: string }): Promise<{ id: string; secret: string }> {
  if ((await deps.reference.site(site)) === null) throw new ProblemError('site-not-found');
  if (!/^https:\/\/[^/@\s]+(\/\S*)?$/.test(url)) throw new ProblemError('bad-request');
  const id = randomId(deps.random(12));
  const secret = `whsec_${base64(deps.random(32))}`;
  await deps.database.db.insertInto('webhooks').values({ id, site, url, sealed_secret: await deps.keys.seal(secret), created_at: deps.clock.now().toISOString(), disabled_at: null }).execute();
  return { id, secret };
}

/** The three headers of the standard: id and time are signed with the body. */
export async function signedHeaders(secret: string, id: string, at: Date, body: string): Promise<Record<string, string>> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = await crypto.subtle.importKey('raw', fromBase64(secret.replace(/^whsec_/, '')) ?? new Uint8Array(), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(`${id}.${timestamp}.${body}`)));
  return { 'Content-Type': 'application/json', 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${base64(signature)}` };
}
