/** Shapes of values as JSON: enough to refuse hostile input before a check touches it. */
import type { FieldKind } from '@motcua/contract/form';
import { hasOwn, isRecord } from './value.ts';

/** A type name, a list of one shape, or an object with these keys and no others (all optional). */
export type Shape = 'string' | 'number' | 'boolean' | 'anything' | readonly [Shape] | { readonly [key: string]: Shape };

const TEXT = 'string';
const ADDRESS: Shape = {
  country: TEXT,
  provinceCode: TEXT,
  provinceName: TEXT,
  communeCode: TEXT,
  communeName: TEXT,
  detail: TEXT,
  legacy: { communeCode: TEXT, text: TEXT },
};
const IDENTITY_PAPER: Shape = { type: TEXT, number: TEXT, issuedOn: TEXT, issuedBy: TEXT };
const PERSON: Shape = {
  hoTen: TEXT,
  ngaySinh: TEXT,
  gioiTinh: TEXT,
  danToc: TEXT,
  quocTich: TEXT,
  soDinhDanh: TEXT,
  giayTo: IDENTITY_PAPER,
  noiCuTru: ADDRESS,
  dienThoai: TEXT,
  email: TEXT,
};
const PARTY: Shape = { name: TEXT, phone: TEXT, email: TEXT, address: ADDRESS };
const DELIVERY: Shape = {
  resultBy: TEXT,
  papersBy: TEXT,
  party: PARTY,
  receiver: PARTY,
  receiverPickUpAt: TEXT,
  receiverPostOffice: TEXT,
  authorisedReceiver: TEXT,
  copies: 'number',
  pickUpAt: TEXT,
  postOffice: TEXT,
  size: TEXT,
  handBack: TEXT,
  note: TEXT,
};

/** What the answer of each kind must look like; `choice` depends on its display and is narrowed by its check. */
export const SHAPES: Readonly<Record<FieldKind, Shape>> = {
  'text': TEXT,
  'textarea': TEXT,
  'number': 'number',
  'money': 'number',
  'date': TEXT,
  'choice': 'anything',
  'yes-no': 'boolean',
  'person': PERSON,
  'identity-paper': IDENTITY_PAPER,
  'address': ADDRESS,
  'phone': TEXT,
  'email': TEXT,
  'citizen-number': TEXT,
  'tax-code': TEXT,
  'paper': {
    files: [{ uploadId: TEXT, name: TEXT, size: 'number', type: TEXT, sha256: TEXT }],
    handInAtCounter: 'boolean',
  },
  'statement': 'anything',
  'consent': { granted: 'boolean', version: TEXT },
  'computed': 'anything',
  'custom': 'anything',
  'delivery': DELIVERY,
  'group': [{ rowId: TEXT, answers: 'anything' }],
};

/** Does the value have the shape? Null parts count as absent. */
export function fits(shape: Shape, value: unknown): boolean {
  if (shape === 'anything') return true;
  // JSON knows neither NaN nor Infinity, but callers in the page may.
  if (typeof shape === 'string') return typeof value === shape && (shape !== 'number' || Number.isFinite(value));
  if (Array.isArray(shape)) return Array.isArray(value) && value.every((item) => fits(shape[0] as Shape, item));
  const parts = shape as { readonly [key: string]: Shape };
  return (
    isRecord(value) &&
    Object.keys(value).every((key) => {
      const part = hasOwn(parts, key) ? parts[key] : undefined;
      return part !== undefined && (value[key] === undefined || value[key] === null || fits(part, value[key]));
    })
  );
}
