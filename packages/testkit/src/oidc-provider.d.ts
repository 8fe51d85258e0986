/** What the test needs of `oidc-provider`, which brings no types. */
declare module 'oidc-provider' {
  export class Provider {
    constructor(issuer: string, configuration: Readonly<Record<string, unknown>>);
    callback(): (request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void;
  }
}
