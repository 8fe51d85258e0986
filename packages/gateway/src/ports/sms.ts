/** Text messages (tin nhắn). Without a sender the gateway offers no one-time codes. */

/** One message. `to` is a Vietnamese mobile number `0912345678`; `text` has no accents, so that it fits old phones and one message. */
export interface SmsMessage {
  readonly to: string;
  readonly text: string;
}

/** `send` rejects when the message was not taken; it is tried again while the code in it is good. */
export interface SmsPort {
  readonly name: string;
  send(message: SmsMessage): Promise<void>;
}
