/** Sends one message to an address outside. */

/** `status` of the answer; null when there was none (no connection, a redirect, an address that may not be called). */
export interface WebhookSender {
  post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<{ readonly status: number | null }>;
}
