/** Text in base 64 back to bytes. */

/** Either alphabet, padded or not; throws `InvalidCharacterError` for what is no base 64. */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
