/** Puts adapters and application together; the doors `index.ts` and `browser.ts` share it. No module of Node here. */
import { createApp, type ConnectionFacts } from './app.ts';
import { migrate } from './database/migrate.ts';
import type { Deps } from './deps.ts';
import type { DatabasePort } from './ports/database.ts';
import type { CarrierPort } from './ports/carrier.ts';
import type { FileStore } from './ports/files.ts';
import { silentLogger, type Logger } from './ports/logger.ts';
import type { IdentityPort } from './ports/identity.ts';
import type { PaymentPort } from './ports/payment.ts';
import type { SmsPort } from './ports/sms.ts';
import type { ReferenceReader } from './ports/reference.ts';
import { systemClock, systemRandom, type Clock, type RandomBytes } from './ports/world.ts';
import { createKeys } from './use-cases/keys.ts';
import { DEFAULT_LIMITS, type Limits } from './use-cases/limits.ts';
import { createReferenceReader } from './use-cases/reference/reader.ts';

/** `secret`: at least 32 characters; it seals answers and makes tracking keys, so it must stay the same for ever. */
export interface GatewayOptions {
  readonly database: DatabasePort;
  readonly files: FileStore;
  readonly secret: string;
  readonly clock?: Clock;
  readonly random?: RandomBytes;
  readonly logger?: Logger;
  readonly limits?: Partial<Limits>;
  /** Where reference data comes from, if not from the database. */
  readonly reference?: ReferenceReader;
  readonly payments?: readonly PaymentPort[];
  /** Absent: officers type waybills by hand. */
  readonly carrier?: CarrierPort;
  /** Absent: officers sign in with tokens of this gateway only. */
  readonly identity?: IdentityPort;
  /** Absent: no one-time codes by text message. */
  readonly sms?: SmsPort;
}

/** A running gateway. `fetch` waits for `ready` (migrations); `close` ends the database. */
export interface Gateway {
  fetch(request: Request, connection?: ConnectionFacts): Promise<Response>;
  readonly ready: Promise<void>;
  readonly deps: Deps;
  close(): Promise<void>;
}

/** Brings the database up to date and answers requests. `ready` rejects when the database cannot be opened or migrated. */
export function createGateway(options: GatewayOptions): Gateway {
  const { database, files, secret, clock = systemClock(), random = systemRandom, logger = silentLogger } = options;
  const deps: Deps = {
    database, files, clock, random, logger,
    keys: createKeys(secret, random),
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    reference: options.reference ?? createReferenceReader(database.db),
    payments: options.payments ?? [], carrier: options.carrier ?? null, identity: options.identity ?? null, sms: options.sms ?? null,
  };
  const app = createApp(deps);
  const ready = migrate(database, clock).then(() => undefined);
  // Whoever awaits `ready` or the first answer hears of a failure; nobody else must be killed by it.
  ready.catch(() => undefined);
  return {
    ready,
    deps,
    fetch: async (request, connection) => {
      await ready;
      return app.fetch(request, connection);
    },
    close: () => database.close(),
  };
}
