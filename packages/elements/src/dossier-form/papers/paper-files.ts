/** What the paper fields know of their files. The queue behind it is loaded with the first paper. */
import type { AttachedFile } from '@motcua/contract/answers';
import type { FieldOf } from '@motcua/contract/form';
import type { AnswerPath } from '../answer-path.model.ts';
import type { KeptFile } from '../drafts/draft.model.ts';

/** Why a file is not on its way. Words are in the message table. */
export type PaperTrouble = 'empty' | 'too-big' | 'wrong-type' | 'too-many' | 'unreadable' | 'refused' | 'gone' | 'storage-full' | 'network';

/** A file of a paper. `sent` bytes are those the gateway has acknowledged. */
export interface PaperFile {
  readonly id: string;
  readonly path: AnswerPath;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly originalSize: number;
  readonly state: 'preparing' | 'waiting' | 'sending' | 'arrived' | 'failed';
  readonly sent: number;
  readonly trouble?: PaperTrouble;
  readonly arrived?: AttachedFile;
}

/** Files of all papers of the form. */
export interface PaperFiles {
  /** Files that have not arrived yet. */
  readonly unfinished: number;
  of(path: AnswerPath): readonly PaperFile[];
  /** Takes picked files; what cannot be taken is returned with its reason. */
  pick(field: FieldOf<'paper'>, path: AnswerPath, files: readonly File[]): Promise<readonly { name: string; trouble: PaperTrouble }[]>;
  retry(id: string): void;
  remove(id: string): void;
  /** Resolves when no file is on its way any more: all arrived, or some failed. */
  settled(): Promise<'arrived' | 'failed'>;
  /** What a draft has to remember of the files. */
  kept(): readonly KeptFile[];
  /** Stops sending; the form is done or thrown away. */
  stop(): void;
}
