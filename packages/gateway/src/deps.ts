/** Everything the application is given; it makes nothing itself and reads no environment. */
import type { DatabasePort } from './ports/database.ts';
import type { CarrierPort } from './ports/carrier.ts';
import type { FileStore } from './ports/files.ts';
import type { IdentityPort } from './ports/identity.ts';
import type { Logger } from './ports/logger.ts';
import type { PaymentPort } from './ports/payment.ts';
import type { ReferenceReader } from './ports/reference.ts';
import type { SmsPort } from './ports/sms.ts';
import type { Clock, RandomBytes } from './ports/world.ts';
import type { Keys } from './use-cases/keys.ts';
import type { Limits } from './use-cases/limits.ts';

export interface Deps {
  readonly database: DatabasePort;
  readonly files: FileStore;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly logger: Logger;
  readonly reference: ReferenceReader;
  readonly limits: Limits;
  readonly payments: readonly PaymentPort[];
  readonly carrier: CarrierPort | null;
  readonly identity: IdentityPort | null;
  readonly sms: SmsPort | null;
}
