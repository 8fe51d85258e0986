/** What a resource needs of the transport: one function that performs an operation of the contract. */
import type { OperationName } from '@motcua/contract/routes';
import type { InputOf, OutputOf, QueryOf } from '@motcua/contract';

/** Every method takes these. `signal` stops the call and its retries at once. */
export interface CallOptions {
  signal?: AbortSignal | undefined;
}

/** Writes take a key of their own where the contract has no natural one. */
export interface WriteOptions extends CallOptions {
  /** Idempotency key; keep it beside the work if the work must survive a reload. */
  idempotencyKey?: string | undefined;
}

/** One call: the parts of the address, the JSON body, and who asks. */
export interface CallParts<K extends OperationName> {
  path?: Readonly<Record<string, string>>;
  query?: QueryOf<K>;
  body?: InputOf<K>;
  authorization?: string;
  idempotencyKey?: string;
  etag?: string;
  /** The bytes of one file in place of a JSON body, with its name. */
  file?: { readonly bytes: Blob; readonly name: string };
}

/** A decoded answer with what its headers said. `output` is undefined for 204 and 304. */
export interface CallAnswer<T> {
  status: number;
  etag: string | null;
  output: T;
}

/** Performs an operation. Throws the errors of `errors/`; the output has passed the schema of the contract. */
export interface Caller {
  /** Id of the site this client was made for. */
  readonly site: string;
  call<K extends OperationName>(operation: K, parts: CallParts<K>, options?: CallOptions): Promise<OutputOf<K>>;
  answer<K extends OperationName>(operation: K, parts: CallParts<K>, options?: CallOptions): Promise<CallAnswer<OutputOf<K> | undefined>>;
  bytes(operation: OperationName, parts: CallParts<OperationName>, options?: CallOptions): Promise<Blob>;
}
