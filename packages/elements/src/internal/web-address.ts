/** Addresses that came with data: a link of the page must never run a script or pretend to be another site. */

/** The address when it leads to a page by http or https, written out in full; null for everything else. */
export function webAddress(text: string | null | undefined): string | null {
  // Browsers drop tabs and line breaks inside an address and take «\» for «/»: what needs that is not honest.
  // eslint-disable-next-line no-control-regex -- exactly these
  if (!text || /[\u0000-\u0020\u007f-\u00a0\u2028-\u202e\u2066-\u2069\ufeff\\]/.test(text.trim())) return null;
  try {
    const { protocol, username, password, href } = new URL(text);
    // `https://dichvucong.gov.vn@example.com` is example.com.
    return /^https?:$/.test(protocol) && username + password === '' ? href : null;
  } catch {
    return null;
  }
}
