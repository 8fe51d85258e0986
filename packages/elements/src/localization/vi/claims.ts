/** Words of claims to pay less (đề nghị miễn, giảm phí, lệ phí). */
export const claimsVi = {
  claimed: (label: string, proof: string, full: string) =>
    `Đề nghị miễn, giảm: ${label}. Cán bộ xem ${proof === '' ? 'giấy tờ' : proof} rồi xác nhận, chưa thu phần này.${full === '' ? '' : ` Không được miễn, giảm thì nộp ${full}.`}`,
  confirmed: (label: string) => `Được miễn, giảm: ${label}.`,
  rejected: (label: string, reason: string) => `Không được miễn, giảm: ${label}. Lý do: ${reason}`,
};
/** Shape of the words in every language. */
export type ClaimMessages = typeof claimsVi;
