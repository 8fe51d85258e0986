/** What the paper fields know of their files. The queue behind it is loaded with the first paper. */
import type { AttachedFile } from '@motcua/contract/answers';
import type { FieldOf } from '@motcua/contract/form';
import type { Site } from '@motcua/contract/site';
import type { LocalizedText } from '@motcua/contract/text';
import type { UploadState } from '@motcua/sdk';
import type { CounterPort } from '../../context/counter-port.ts';
import type { PhoneDesk } from './phone-desk.ts';
import type { PhotoDoubt } from './photo-doubt.model.ts';

/** A file picked for a paper, as a draft remembers it. */
export interface KeptFile {
  readonly id: string;
  /** Path of the paper's answer. */
  readonly path: string;
  readonly name: string;
  readonly type: string;
  /** Bytes that travel, and bytes as picked. */
  readonly size: number;
  readonly originalSize: number;
  /** A photograph that waits to become a page of one PDF. */
  readonly page?: true;
  /** How far the upload is; absent before the first byte. */
  readonly resume?: UploadState;
  /** What arrived; the bytes are no longer kept then. */
  readonly sent?: AttachedFile;
}

/** Why a file is not on its way. Words are in the message table. */
export type PaperTrouble = 'empty' | 'too-big' | 'wrong-type' | 'heic' | 'too-many' | 'unreadable' | 'refused' | 'gone' | 'storage-full' | 'network' | 'pass-over';

/** A file of a paper. `sent` bytes are those the gateway has acknowledged. A `page` waits to become a sheet of one PDF. */
export interface PaperFile {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly originalSize: number;
  readonly state: 'preparing' | 'page' | 'waiting' | 'sending' | 'arrived' | 'failed';
  readonly sent: number;
  readonly trouble?: PaperTrouble;
  /** The photograph may be hard to read; gone once the person says to use it all the same. */
  readonly doubt?: PhotoDoubt;
  /** Came from the phone just now, by a phone pass. */
  readonly fromPhone?: true;
  readonly arrived?: AttachedFile;
}

/** What could not be taken, and why. */
export type RefusedFile = { readonly name: string; readonly trouble: PaperTrouble };

/** Files of all papers of the form. */
export interface PaperFiles {
  /** Files that have not arrived yet. */
  readonly unfinished: number;
  of(path: string): readonly PaperFile[];
  /** Takes picked files; what cannot be taken is returned with its reason. */
  pick(field: FieldOf<'paper'>, path: string, files: readonly File[]): Promise<readonly RefusedFile[]>;
  /** Takes photographs as pages of one file: they wait until {@link finishPages}. */
  pickPages(field: FieldOf<'paper'>, path: string, files: readonly File[]): Promise<readonly RefusedFile[]>;
  /** Moves a page one place forward (-1) or back (1). */
  move(id: string, by: -1 | 1): void;
  /** One page is sent as the picture it is, several become a PDF. */
  finishPages(path: string): Promise<PaperTrouble | null>;
  /** Bytes of a page that is still here; null when it is gone. */
  page(id: string): Promise<Blob | null>;
  /** «Vẫn dùng»: the person can read it. */
  accept(id: string): void;
  /** Papers are kept on this device and not sent: the dossier goes elsewhere. */
  readonly stays: boolean;
  /** The phone saves data: nothing is sent before {@link allow}. */
  readonly asking: boolean;
  /** Bytes that still have to travel. */
  readonly bytesToSend: number;
  allow(): void;
  retry(id: string): void;
  remove(id: string): void;
  /** Files of a row that is taken away go with it. */
  removeUnder(path: string): void;
  /** A phone may add photographs to these papers. */
  readonly canLend: boolean;
  /** A phone was asked to add photographs: what it sends is looked for, after a reload too. */
  readonly lent: boolean;
  /** The hand-over to a phone, made when it is first asked for. */
  phone(): Promise<PhoneDesk>;
  /** Resolves when no file is on its way any more: all arrived, or some failed. */
  settled(): Promise<'arrived' | 'failed'>;
  /** What a draft has to remember of the files. */
  kept(): readonly KeptFile[];
  /** Stops sending; the form is done or thrown away. */
  stop(): void;
}

/** What a paper on the screen needs of whoever holds it: the form, or the answer to a supplement request. */
export interface PaperView {
  /** Limits of the site, for papers that have none of their own; null until they have arrived. */
  readonly site: Pick<Site, 'uploadLimits'> | null;
  readonly files: PaperFiles | null;
  say(text: LocalizedText | undefined): string;
  value(path: string): unknown;
  set(path: string, value: unknown): void;
  leave(path: string): void;
  announce(text: string): void;
  /** Called before a file chooser opens: the page may be thrown away meanwhile. */
  saveNow(): void;
  /** On the phone that helps a computer: photographs alone, no other choice. */
  readonly photosOnly?: boolean;
}

/** A paper that is asked for now, with the path of its answer. */
export interface AskedPaper {
  readonly path: string;
  readonly paperId: string;
  readonly rowId?: string;
  readonly required: boolean;
  /** What the office calls it: the form need not have it. */
  readonly label?: string;
}

/** What the queue of uploads needs of whoever holds the answers. */
export interface PaperSession {
  readonly procedure: { readonly code: string };
  readonly port: CounterPort | null;
  value(path: string): unknown;
  set(path: string, value: unknown): void;
  filesChanged(): void;
}

/** Where bytes lie until they have travelled; `store` is null when nothing can or shall be kept. */
export interface PaperKeeper {
  saveFile(id: string, bytes: Blob): Promise<void>;
  readonly store: { loadFile(id: string): Promise<Blob | null>; removeFile(id: string): Promise<void> } | null;
}
