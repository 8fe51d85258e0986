/** Papers to attach, and consent. */
import type { AttachedFile, ConsentAnswer, PaperAnswer } from '@motcua/contract/answers';
import type { FieldOf } from '@motcua/contract/form';
import { isAcceptedFile } from '../accepted-file.ts';
import type { Spot } from '../finding.ts';
import type { Check } from './check.ts';

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
