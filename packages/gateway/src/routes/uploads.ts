/** tus 1.0.0 on the wire: core, creation, creation-with-upload, checksum, termination, expiration (ADR 0003). */
import { UPLOAD_LIMITS } from '@motcua/contract/upload';
import type { OperationName } from '@motcua/contract/routes';
import type { UploadsTable } from '../database/schema-dossiers.ts';
import { bodyOf } from '../middleware/json-body.ts';
import { ProblemError } from '../problem-error.ts';
import { uploadCredential } from '../use-cases/credentials.ts';
import { countHit } from '../use-cases/limits.ts';
import { heldLength } from '../use-cases/upload/held.ts';
import { uploadOwner, type UploadOwner } from '../use-cases/upload/owner.ts';
import { parseCount, parseMetadata } from '../use-cases/upload/metadata.ts';
import { appendToUpload, createUpload, deleteUpload, settleUpload } from '../use-cases/upload/uploads.ts';
import type { Call, Routes } from './register.ts';

const VERSION = '1.0.0';
/** What `OPTIONS` tells a tus client. */
export const TUS_OPTIONS: Readonly<Record<string, string>> = {
  'Tus-Resumable': VERSION,
  'Tus-Version': VERSION,
  'Tus-Extension': 'creation,creation-with-upload,checksum,termination,expiration',
  'Tus-Max-Size': String(UPLOAD_LIMITS.maxFileBytes),
  'Tus-Checksum-Algorithm': 'sha256,sha1',
};
const OCTETS = 'application/offset+octet-stream';

type UploadCall = Pick<Call<OperationName>, 'header' | 'parameters' | 'request' | 'facts'>;

function requireVersion(call: UploadCall): void {
  if (call.header('tus-resumable') !== VERSION) throw new ProblemError('tus-version', { headers: { 'Tus-Version': VERSION } });
}

function tusResponse(status: number, row: UploadsTable | null, extra: Record<string, string> = {}): Response {
  const headers = new Headers({ 'Tus-Resumable': VERSION, 'Cache-Control': 'no-store', ...extra });
  if (row !== null) {
    headers.set('Upload-Offset', String(row.received));
    if (row.completed_at === null) headers.set('Upload-Expires', new Date(row.expires_at).toUTCString());
  }
  return new Response(null, { status, headers });
}

/** Every refusal of a tus request carries the version too. */
async function speakingTus(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw new ProblemError(error.code, { ...error.facts, headers: { 'Tus-Resumable': VERSION, ...error.facts.headers } });
  }
}

export function uploadRoutes({ add, deps }: Routes): void {
  const asking = (call: UploadCall): Promise<UploadOwner> => uploadOwner(deps, uploadCredential(call.header('authorization')), call.facts.address);
  /** Whoever has no draft has no upload either: the answer does not tell the difference. */
  const holding = (call: UploadCall): Promise<UploadOwner> =>
    asking(call).catch((error: unknown) => {
      const unknown = error instanceof ProblemError && (error.code === 'draft-not-found' || error.code === 'pass-not-found');
      throw unknown ? new ProblemError('upload-not-found') : error;
    });
  const writers = new Map<string, () => void>();
  const sent = async (call: UploadCall, offset: number) => ({ offset, body: await bodyOf(call.request), checksum: call.header('upload-checksum'), heldChecksum: call.header('upload-held-checksum') });

  add('createUpload', (call) => speakingTus(async () => {
    requireVersion(call);
    const owner = await asking(call);
    await countHit(deps, 'uploadsByDraft', owner.draft.id);
    const metadata = parseMetadata(call.header('upload-metadata'));
    const row = await createUpload(deps, owner, {
      size: parseCount('Upload-Length', call.header('upload-length')),
      name: metadata['filename'] ?? '', type: metadata['filetype'] ?? '', paperId: metadata['paper'] ?? '', rowId: metadata['row'], draftId: metadata['draft'],
    });
    const location = { Location: `/v1/uploads/${row.id}` };
    if (call.header('content-type') !== OCTETS) return tusResponse(201, row, location);
    return tusResponse(201, await appendToUpload(deps, writers, owner, row.id, await sent(call, 0)), location);
  }));

  const head = (call: UploadCall) => speakingTus(async () => {
    requireVersion(call);
    const row = await settleUpload(deps, writers, await holding(call), call.parameters['upload'] ?? '');
    const held = await heldLength(deps, row);
    return tusResponse(200, row, { 'Upload-Length': String(row.size), ...(held > 0 ? { 'Upload-Held': String(held) } : {}) });
  });
  const patch = (call: UploadCall) => speakingTus(async () => {
    requireVersion(call);
    const owner = await holding(call);
    if (call.header('content-type') !== OCTETS) throw new ProblemError('unsupported-media-type');
    const offset = parseCount('Upload-Offset', call.header('upload-offset'));
    return tusResponse(204, await appendToUpload(deps, writers, owner, call.parameters['upload'] ?? '', await sent(call, offset)));
  });
  const remove = (call: UploadCall) => speakingTus(async () => {
    requireVersion(call);
    await deleteUpload(deps, writers, await holding(call), call.parameters['upload'] ?? '');
    return tusResponse(204, null);
  });
  add('headUpload', head);
  add('patchUpload', patch);
  add('deleteUpload', remove);
}
