/** A file of the queue, between what a draft remembers and what an answer says. */
import type { AttachedFile } from '@motcua/contract/answers';
import type { FieldOf } from '@motcua/contract/form';
import type { KeptFile, PaperFile } from './paper-files.ts';

export interface Entry extends PaperFile {
  readonly resume?: KeptFile['resume'];
  readonly bytes?: Blob;
}

/** One file on its way into the queue. */
export interface Taken {
  readonly field: FieldOf<'paper'>;
  readonly path: string;
  readonly file: File;
  readonly name: string;
  readonly state: 'waiting' | 'page';
}

/** As it stands in the answer: a file that is on its way is not a missing one. */
export const answerFile = (entry: Entry): AttachedFile =>
  entry.arrived ?? { uploadId: `pending-${entry.id}`, name: entry.name, size: entry.size, type: entry.type };

/** What a draft remembered. */
export function entryOf({ sent, resume, page, ...file }: KeptFile): Entry {
  return {
    ...file,
    state: page ? 'page' : sent === undefined ? 'waiting' : 'arrived',
    sent: sent === undefined ? (resume?.acknowledged ?? 0) : file.size,
    ...(sent === undefined ? {} : { arrived: sent }),
    ...(resume === undefined ? {} : { resume }),
  };
}

/** What a draft has to remember. */
export function keptOf({ id, path, name, type, size, originalSize, resume, arrived, state }: Entry): KeptFile {
  return {
    id, path, name, type, size, originalSize,
    ...(state === 'page' ? { page: true as const } : {}),
    ...(resume === undefined ? {} : { resume }),
    ...(arrived === undefined ? {} : { sent: arrived }),
  };
}
