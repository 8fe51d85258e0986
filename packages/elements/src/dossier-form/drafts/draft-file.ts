/**
 * A draft as a file («Lưu vào máy»): everything encrypted with a password, opens on any device. Layout (docs/decisions/0010):
 * `MOTCUA-DRAFT` · version (1 byte) · length of the head (2 bytes) · head (JSON) · ciphertext (AES-GCM, the rest is its
 * additional data). Plain: length of the contents (4 bytes) · contents (JSON) · the bytes of the files one after the other.
 */
import { fromBase64 } from '../../internal/base64.ts';
import { base64url, type Device } from '../../internal/device.ts';
import { parseDraft, type DraftData } from '../../internal/drafts/draft.model.ts';

/** Why a file cannot be opened. Words are in the message table. */
export type FileTrouble = 'not-ours' | 'newer' | 'too-large' | 'cut' | 'password' | 'other-procedure' | 'other-unit' | 'damaged' | 'unreadable';

/** A file that cannot be opened, and why. */
export class DraftFileError extends Error {
  override readonly name = 'DraftFileError';
  readonly trouble: FileTrouble;
  constructor(trouble: FileTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** Where a draft belongs. */
export interface DraftPlace {
  readonly gateway: string;
  readonly unit: string;
  readonly procedure: string;
}

/** A draft with the bytes of its files that have not arrived yet. */
export interface PackedDraft {
  readonly draft: DraftData;
  readonly place: DraftPlace;
  readonly files: ReadonlyMap<string, Blob>;
}

/** The part of a file that can be read without its password. */
export interface DraftFileHead {
  readonly procedure: string;
  readonly iterations: number;
  readonly salt: string;
  readonly iv: string;
  /** Length of the ciphertext. */
  readonly bytes: number;
}

const MAGIC = 'MOTCUA-DRAFT';
const VERSION = 1;
/** OWASP's number for PBKDF2 with SHA-256; a file that asks for fewer is weak, for many more a trap. */
const ITERATIONS = 600_000;
const FEWEST = 100_000;
const MOST = 2_000_000;
/** Above the largest dossier (100 MB) with room for its answers. */
const LARGEST = 128 * 1024 * 1024;
const FRAME = MAGIC.length + 3;

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const refuse = (trouble: FileTrouble): never => {
  throw new DraftFileError(trouble);
};

/** Digits may be typed with or without gaps; words count as they are, in one spelling. */
function tidyPassword(password: string): string {
  const text = password.normalize('NFC').trim();
  const digits = text.replace(/[\s.-]/g, '');
  return /^\d+$/.test(digits) ? digits : text;
}

/** A password of 16 digits in groups (53 bits): easy to write down, typed on any phone. */
export function offerPassword(device: Device): string {
  let digits = '';
  // Bytes of 250 and more would make low digits likelier.
  while (digits.length < 16) for (const byte of device.randomBytes(16)) if (byte < 250 && digits.length < 16) digits += String(byte % 10);
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ');
}

async function keyOf(password: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', utf8(tidyPassword(password)), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

function frameOf(head: DraftFileHead): Uint8Array<ArrayBuffer> {
  const json = utf8(JSON.stringify(head));
  const frame = new Uint8Array(FRAME + json.length);
  frame.set(utf8(MAGIC));
  frame.set([VERSION, json.length >> 8, json.length & 255], MAGIC.length);
  frame.set(json, FRAME);
  return frame;
}

/** Writes the file. Rejects when it would be too large to be opened again. */
export async function sealDraftFile({ draft, place, files }: PackedDraft, password: string, device: Device): Promise<Blob> {
  const parts = await Promise.all([...files].map(async ([id, blob]) => ({ id, type: blob.type, bytes: new Uint8Array(await blob.arrayBuffer()) })));
  const contents = utf8(JSON.stringify({ draft, place, files: parts.map(({ id, type, bytes }) => ({ id, type, size: bytes.length })) }));
  const plain = new Uint8Array(4 + contents.length + parts.reduce((sum, { bytes }) => sum + bytes.length, 0));
  if (plain.length > LARGEST - 70_000) refuse('too-large');
  new DataView(plain.buffer).setUint32(0, contents.length);
  plain.set(contents, 4);
  let at = 4 + contents.length;
  for (const { bytes } of parts) {
    plain.set(bytes, at);
    at += bytes.length;
  }
  const [salt, iv] = [device.randomBytes(16), device.randomBytes(12)];
  const frame = frameOf({ procedure: place.procedure, iterations: ITERATIONS, salt: base64url(salt), iv: base64url(iv), bytes: plain.length + 16 });
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: frame }, await keyOf(password, salt, ITERATIONS), plain);
  return new Blob([frame, sealed], { type: 'application/octet-stream' });
}

async function bytesOf(file: Blob, from: number, to?: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.slice(from, to).arrayBuffer().catch(() => refuse('unreadable')));
}

/** Reads what a file says of itself, before anybody is asked for a password. Rejects with {@link DraftFileError}. */
export async function readDraftFileHead(file: Blob, procedure: string): Promise<DraftFileHead> {
  if (file.size > LARGEST) refuse('too-large');
  const frame = await bytesOf(file, 0, FRAME);
  if (new TextDecoder().decode(frame.subarray(0, MAGIC.length)) !== MAGIC) refuse('not-ours');
  if ((frame[MAGIC.length] ?? 0) > VERSION) refuse('newer');
  if (frame.length < FRAME) refuse('cut');
  const length = ((frame[MAGIC.length + 1] ?? 0) << 8) | (frame[MAGIC.length + 2] ?? 0);
  if (file.size < FRAME + length) refuse('cut');
  const head = parseHead(readJson(await bytesOf(file, FRAME, FRAME + length)));
  if (file.size < FRAME + length + head.bytes) refuse('cut');
  if (head.procedure !== procedure) refuse('other-procedure');
  return head;
}

function readJson(bytes: Uint8Array<ArrayBuffer>): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  return refuse('damaged');
}

function parseHead(read: Readonly<Record<string, unknown>>): DraftFileHead {
  const { procedure, iterations, salt, iv, bytes } = read;
  const count = (value: unknown, least: number, most: number): value is number => Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
  const word = (value: unknown, length: number): value is string => typeof value === 'string' && value.length === length && /^[\w-]+$/.test(value);
  if (typeof procedure !== 'string' || !count(iterations, FEWEST, MOST) || !word(salt, 22) || !word(iv, 16) || !count(bytes, 21, LARGEST)) return refuse('damaged');
  return { procedure, iterations, salt, iv, bytes };
}

/** Opens a file whose head was read. Rejects with {@link DraftFileError}; nothing of it is kept then. */
export async function openDraftFile(file: Blob, head: DraftFileHead, password: string): Promise<PackedDraft> {
  const lengths = await bytesOf(file, MAGIC.length + 1, FRAME);
  const start = FRAME + (((lengths[0] ?? 0) << 8) | (lengths[1] ?? 0));
  const [frame, sealed] = await Promise.all([bytesOf(file, 0, start), bytesOf(file, start, start + head.bytes)]);
  const key = await keyOf(password, fromBase64(head.salt), head.iterations);
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: fromBase64(head.iv), additionalData: frame }, key, sealed).catch(() => refuse('password'));
  return unpack(new Uint8Array(plain), head);
}

/** Whoever knows the password may have written anything: everything is looked at again. */
function unpack(plain: Uint8Array<ArrayBuffer>, head: DraftFileHead): PackedDraft {
  const length = new DataView(plain.buffer).getUint32(0);
  if (4 + length > plain.length) refuse('damaged');
  const contents = readJson(plain.subarray(4, 4 + length));
  const draft = parseDraft(JSON.stringify(contents['draft'] ?? null));
  if (draft === 'newer') return refuse('newer');
  if (draft === null || !isNamed(draft) || draft.procedureCode !== head.procedure) return refuse('damaged');
  return { draft, place: placeOf(contents['place'], head), files: filesOf(contents['files'], draft, plain.subarray(4 + length)) };
}

const isNamed = ({ id, secret }: DraftData): boolean => /^[0-9a-f-]{36}$/.test(id) && /^[\w-]{22,64}$/.test(secret);

function placeOf(place: unknown, head: DraftFileHead): DraftPlace {
  const { gateway, unit, procedure } = (place ?? {}) as { gateway?: unknown; unit?: unknown; procedure?: unknown };
  if (typeof gateway !== 'string' || typeof unit !== 'string' || procedure !== head.procedure) return refuse('damaged');
  return { gateway, unit, procedure: head.procedure };
}

function filesOf(listed: unknown, draft: DraftData, bytes: Uint8Array<ArrayBuffer>): ReadonlyMap<string, Blob> {
  const files = new Map<string, Blob>();
  let at = 0;
  for (const one of Array.isArray(listed) ? (listed as unknown[]) : []) {
    const { id, type, size } = (one ?? {}) as { id?: unknown; type?: unknown; size?: unknown };
    const isKnown = typeof id === 'string' && draft.files.some((file) => file.id === id);
    if (!isKnown || typeof type !== 'string' || !Number.isInteger(size) || (size as number) < 0 || at + (size as number) > bytes.length) return refuse('damaged');
    files.set(id, new Blob([bytes.slice(at, at + (size as number))], { type }));
    at += size as number;
  }
  return files;
}
