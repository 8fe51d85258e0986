/**
 * The last known state of dossiers that the reader wanted remembered, for a day without network. Sealed with a key made from the tracking
 * key, which never lies on the device: without the receipt nobody reads it, and the name it lies under tells nothing.
 */
import type { Tracking } from '@motcua/contract/tracking';
import { fromBase64 } from '../internal/base64.ts';
import type { Credentials } from './status-tracker.controller.ts';

const KEY = 'motcua.dossiers.sealed';
const MOST = 5;
/** 80 random bits need no slow derivation against guessing; some rounds cost nothing here. */
const ROUNDS = 20_000;

/** What was known, and when it was asked for. */
export interface Known {
  readonly tracking: Tracking;
  readonly checkedAt: string;
}

type Shelf = [name: string, sealed: string][];

/** Long texts do not fit into one call. */
function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}

function shelf(): Shelf {
  const list = JSON.parse(localStorage.getItem(KEY) ?? '[]') as unknown;
  return Array.isArray(list) ? (list as Shelf).filter((row) => Array.isArray(row) && typeof row[0] === 'string' && typeof row[1] === 'string') : [];
}

async function derive({ code, key }: Credentials): Promise<{ name: string; seal: CryptoKey }> {
  const utf8 = new TextEncoder();
  const material = await crypto.subtle.importKey('raw', utf8.encode(key), 'PBKDF2', false, ['deriveBits']);
  const bits = new Uint8Array(await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: utf8.encode(`motcua|${code}`), iterations: ROUNDS }, material, 384));
  return { name: base64(bits.slice(32)), seal: await crypto.subtle.importKey('raw', bits.slice(0, 32), 'AES-GCM', false, ['encrypt', 'decrypt']) };
}

/** Keeps the newest state; quiet where nothing can be kept. */
export async function keepKnown(credentials: Credentials, known: Known): Promise<void> {
  try {
    const { name, seal } = await derive(credentials);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, seal, new TextEncoder().encode(JSON.stringify(known))));
    const others = shelf().filter(([other]) => other !== name);
    localStorage.setItem(KEY, JSON.stringify([[name, `${base64(iv)}.${base64(sealed)}`], ...others].slice(0, MOST)));
  } catch {
    // Full, denied, or no web crypto: the page works as before, only not without network.
  }
}

/** What was kept for this code and key; null when there is nothing. */
export async function openKnown(credentials: Credentials): Promise<Known | null> {
  try {
    const { name, seal } = await derive(credentials);
    const [iv = '', sealed = ''] = (shelf().find(([one]) => one === name)?.[1] ?? '').split('.');
    const text = new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: fromBase64(iv) }, seal, fromBase64(sealed)));
    return JSON.parse(text) as Known;
  } catch {
    return null;
  }
}

/** Forgets what was kept for this code and key. */
export async function forgetKnown(credentials: Credentials): Promise<void> {
  try {
    const { name } = await derive(credentials);
    localStorage.setItem(KEY, JSON.stringify(shelf().filter(([one]) => one !== name)));
  } catch {
    // Nothing was kept.
  }
}
