/** Which providers the environment names: payment, carrier, identity. */
import { vnpostCarrier } from '../adapters/carrier-vnpost.ts';
import { oidcIdentity } from '../adapters/oidc-identity.ts';
import { sandboxPayments } from '../adapters/payment-sandbox.ts';
import type { GatewayOptions } from '../create-gateway.ts';

/** Names without the prefix `MOTCUA_`; null where nothing is set. */
export interface PortSettings {
  readonly sandbox: string | null;
  readonly carrier: { readonly url: string; readonly customerCode: string; readonly username: string; readonly password: string } | null;
  readonly oidc: { readonly issuer: string; readonly audience: string; readonly rolesClaim: string } | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment; a provider whose address is missing is left out. */
export function portSettings(env: Environment): PortSettings {
  const of = (name: string): string => env[`MOTCUA_${name}`] ?? '';
  return {
    sandbox: of('PAYMENT_SANDBOX') || null,
    carrier: of('CARRIER_URL') === '' ? null : { url: of('CARRIER_URL'), customerCode: of('CARRIER_CUSTOMER'), username: of('CARRIER_USERNAME'), password: of('CARRIER_PASSWORD') },
    oidc: of('OIDC_ISSUER') === '' ? null : { issuer: of('OIDC_ISSUER'), audience: of('OIDC_AUDIENCE'), rolesClaim: of('OIDC_ROLES') || 'motcua_roles' },
  };
}

/** The adapters of the settings. Throws `RangeError` for settings that cannot work. */
export function portsOf({ sandbox, carrier, oidc }: PortSettings): Pick<GatewayOptions, 'payments' | 'carrier' | 'identity'> {
  return {
    ...(sandbox !== null && { payments: [sandboxPayments(sandbox)] }),
    ...(carrier !== null && { carrier: vnpostCarrier(carrier) }),
    ...(oidc !== null && { identity: oidcIdentity(oidc) }),
  };
}
