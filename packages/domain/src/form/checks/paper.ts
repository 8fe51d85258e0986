/** Papers to attach, and consent. */
import type { AttachedFile, ConsentAnswer, PaperAnswer } from '@motcua/contract/answers';
import type { FieldOf } from '@motcua/contract/form';
import type { Spot } from '../finding.ts';
import type { Check } from './check.ts';

/** Is a file of an accepted kind? Entries are media types (`image/*`, `application/pdf`) or endings (`.pdf`). */
export function isAcceptedFile(file: Pick<AttachedFile, 'name' | 'type'>, accept: readonly string[]): boolean {
  const [name, type] = [file.name.toLowerCase(), file.type.toLowerCase()];
  return accept.some((entry) => {
    const wanted = entry.trim().toLowerCase();
    if (wanted.startsWith('.')) return name.endsWith(wanted);
    return wanted.endsWith('/*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
  });
}

function isWhole(file: AttachedFile): boolean {
  const { uploadId, name, type, size } = file;
  return Boolean(uploadId && name && name.length <= 255) && typeof type === 'string' && Number.isInteger(size) && size > 0;
}

function checkFile(file: AttachedFile, field: FieldOf<'paper'>, at: Spot, part: string): void {
  if (!isWhole(file)) at.error('type', part);
  else if (field.maxBytes !== undefined && file.size > field.maxBytes) at.error('too-large', part, { max: field.maxBytes });
  else if (field.accept && !isAcceptedFile(file, field.accept)) at.error('not-an-option', part);
}

/** Files that the device sent; whether they arrived is for the gateway to say (`paper-unknown`). */
export const checkPaper: Check<'paper', PaperAnswer> = (field, value, at) => {
  const files = value.files ?? [];
  const max = Math.min(field.maxFiles ?? 20, 20);
  if (files.length > max) at.error('too-many-rows', 'files', { max });
  files.slice(0, max).forEach((file, index) => checkFile(file, field, at, `files.${index}`));
};

/** Consent to the very text of `version`; a changed text is asked again. */
export const checkConsent: Check<'consent', ConsentAnswer> = (field, value, at) => {
  if (value.granted && value.version !== field.version) at.error('consent-missing', undefined, { version: field.version });
};
