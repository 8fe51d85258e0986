/** Which providers the environment names: payment, carrier, identity. */
import { vnpostCarrier } from '../adapters/carrier-vnpost.ts';
import { oidcIdentity, type OidcOptions } from '../adapters/oidc-identity.ts';
import { sandboxPayments } from '../adapters/payment-sandbox.ts';
import { httpSms } from '../adapters/sms-http.ts';
import { spoolSms } from '../adapters/sms-spool.ts';
import type { GatewayOptions } from '../create-gateway.ts';

/** Names without the prefix `MOTCUA_`; null where nothing is set. */
export interface PortSettings {
  readonly sandbox: string | null;
  readonly carrier: { readonly url: string; readonly customerCode: string; readonly username: string; readonly password: string } | null;
  readonly oidc: OidcOptions | null;
  /** A folder of a modem's spooler, or an address that takes messages. */
  readonly sms: { readonly spool: string } | { readonly url: string; readonly token: string } | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment; a provider whose address is missing is left out. */
export function portSettings(env: Environment): PortSettings {
  const of = (name: string): string => env[`MOTCUA_${name}`] ?? '';
  return {
    sandbox: of('PAYMENT_SANDBOX') || null,
    carrier: of('CARRIER_URL') === '' ? null : { url: of('CARRIER_URL'), customerCode: of('CARRIER_CUSTOMER'), username: of('CARRIER_USERNAME'), password: of('CARRIER_PASSWORD') },
    oidc: of('OIDC_ISSUER') === '' ? null : {
      issuer: of('OIDC_ISSUER'), audience: of('OIDC_AUDIENCE'), rolesClaim: of('OIDC_ROLES') || 'motcua_roles',
      ...(of('OIDC_CLIENT') !== '' && { desk: { clientId: of('OIDC_CLIENT'), scope: of('OIDC_SCOPE') || 'openid', ...(of('OIDC_RESOURCE') !== '' && { resource: of('OIDC_RESOURCE') }) } }),
    },
    sms: of('SMS_SPOOL') !== '' ? { spool: of('SMS_SPOOL') } : of('SMS_URL') === '' ? null : { url: of('SMS_URL'), token: of('SMS_TOKEN') },
  };
}

/** The adapters of the settings. Throws `RangeError` for settings that cannot work. */
export function portsOf({ sandbox, carrier, oidc, sms }: PortSettings): Pick<GatewayOptions, 'payments' | 'carrier' | 'identity' | 'sms'> {
  return {
    ...(sandbox !== null && { payments: [sandboxPayments(sandbox)] }),
    ...(carrier !== null && { carrier: vnpostCarrier(carrier) }),
    ...(oidc !== null && { identity: oidcIdentity(oidc) }),
    ...(sms !== null && { sms: 'spool' in sms ? spoolSms(sms.spool) : httpSms(sms) }),
  };
}

/** The adapters that an environment names. Throws `RangeError` for settings that cannot work. */
export const portsFromEnvironment = (env: Environment): ReturnType<typeof portsOf> => portsOf(portSettings(env));
