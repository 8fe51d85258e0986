/** Files of strangers go out as attachments, never to be shown. */

/** `attachment` with the name in ASCII and, exactly, in UTF-8 (RFC 6266, RFC 8187). */
export function attachment(name: string): string {
  const ascii = name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').replace(/[^\w. -]/g, '_');
  const exact = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${exact}`;
}

/** What a browser must never do with a file of a stranger: run it, guess its type, keep it. */
const DOWNLOAD_HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** The bytes as an attachment. */
export function download({ name, type, bytes }: { readonly name: string; readonly type: string; readonly bytes: Uint8Array }): Response {
  const headers = { ...DOWNLOAD_HEADERS, 'Content-Type': type, 'Content-Disposition': attachment(name) };
  return new Response(bytes as Uint8Array<ArrayBuffer>, { status: 200, headers });
}
