import type { CommonMessages } from '../vi/common.ts';

export const commonEn: CommonMessages = {
  loading: 'Loading…',
  loadFailed: 'This did not load. Press “Try again”. If it still fails, call or visit the one-stop counter.',
  offline: 'This device has no network.',
  retry: 'Try again',
  back: 'Back',
  close: 'Close',
  print: 'Print',
  notSetUp: 'The page does not name the server (gateway) or the unit. Please tell whoever looks after this page.',
  supportCode: (code) => `Error code: ${code}. Please read it out when you call.`,
  free: 'Free',
  dong: (amount) => `${amount.toString().replace(/\B(?=(\d{3})+(?!\d))/g, ',')} đồng`,
};
