/** `forms check FILE`: every mistake of a form definition in words, with line and path. */
import { readTextFile } from '../adapters/text-file.ts';
import { formMistakes } from '../form-check.ts';
import { UsageError } from './cli-settings.ts';

/** A definition is text somebody wrote; what is larger is something else. */
const MAX_BYTES = 5 * 1024 * 1024;

function read(file: string): string {
  try {
    return readTextFile(file, MAX_BYTES);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Checks files; `faults` counts mistakes, `text` is to be printed. Throws {@link UsageError} for a file that cannot be read. */
export function runForms([action, ...files]: readonly string[]): { readonly text: string; readonly faults: number } {
  if (action !== 'check' || files.length === 0) throw new UsageError('forms check <file> …');
  const found = files.map((file) => ({ file, mistakes: formMistakes(read(file)) }));
  const text = found.map(({ file, mistakes }) =>
    mistakes.length === 0 ? `${file}: no mistakes` : mistakes.map(({ line, pointer, words }) => `${file}:${line}: ${pointer || '(the whole)'} ${words}`).join('\n'));
  return { text: text.join('\n'), faults: found.reduce((sum, { mistakes }) => sum + mistakes.length, 0) };
}
