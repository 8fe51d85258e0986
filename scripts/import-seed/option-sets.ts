/** Lists that several forms share. Stored values are the Vietnamese names, as printed on papers. */
import type { Option } from '@motcua/contract/form';

const named = (vi: string, en = vi): Option => ({ value: vi, label: { vi, en } });

/** Quyết định 121-TCTK/PPCĐ (1979): 54 groups; the portal lists «Mông (Hmông)» beside «Mông». */
const ETHNIC_GROUPS =
  'Kinh, Khmer, Hoa, Tày, Thái, Mường, Nùng, Mông, Mông (Hmông), Dao, Gia Rai, Ê Đê, Ba Na, Xơ Đăng, Sán Chay, Cơ Ho, Chăm, Sán Dìu, Hrê, Mnông, Ra Glai, Xtiêng, Bru - Vân Kiều, Thổ, Giáy, Cơ Tu, Giẻ Triêng, Mạ, Khơ Mú, Co, Tà Ôi, Chơ Ro, Kháng, Xinh Mun, Hà Nhì, Chu Ru, Lào, La Chí, La Ha, Phù Lá, La Hủ, Lự, Lô Lô, Chứt, Mảng, Pà Thẻn, Cơ Lao, Cống, Bố Y, Si La, Pu Péo, Brâu, Ơ Đu, Rơ Măm, Ngái';

/** Việt Nam first, then neighbours, then the countries most Vietnamese abroad live in, then the rest by name. */
const NATIONALITIES: readonly (readonly [string, string])[] = [
  ['Việt Nam', 'Vietnamese'], ['Campuchia', 'Cambodia'], ['Lào', 'Laos'], ['Trung Quốc', 'China'], ['Trung Quốc (Đài Loan)', 'China (Taiwan)'],
  ['Hàn Quốc', 'Korea (South)'], ['Nhật Bản', 'Japan'], ['Hoa Kỳ', 'United States'], ['Úc', 'Australia'], ['Canada', 'Canada'], ['Pháp', 'France'], ['Đức', 'Germany'],
  ['Anh', 'United Kingdom'], ['Áo', 'Austria'], ['Ả Rập Xê Út', 'Saudi Arabia'], ['Ai Cập', 'Egypt'], ['Ai-len', 'Ireland'], ['Argentina', 'Argentina'], ['Ấn Độ', 'India'],
  ['Ba Lan', 'Poland'], ['Bangladesh', 'Bangladesh'], ['Bỉ', 'Belgium'], ['Bồ Đào Nha', 'Portugal'], ['Brazil', 'Brazil'], ['Brunei', 'Brunei'], ['Bulgaria', 'Bulgaria'],
  ['Cuba', 'Cuba'], ['Đan Mạch', 'Denmark'], ['Hà Lan', 'Netherlands'], ['Hungary', 'Hungary'], ['Hy Lạp', 'Greece'], ['Indonesia', 'Indonesia'], ['Israel', 'Israel'],
  ['Kazakhstan', 'Kazakhstan'], ['Kuwait', 'Kuwait'], ['Malaysia', 'Malaysia'], ['Mexico', 'Mexico'], ['Mông Cổ', 'Mongolia'], ['Myanmar', 'Myanmar'], ['Na Uy', 'Norway'],
  ['Nam Phi', 'South Africa'], ['Nepal', 'Nepal'], ['New Zealand', 'New Zealand'], ['Nga', 'Russia'], ['Nigeria', 'Nigeria'], ['Pakistan', 'Pakistan'], ['Phần Lan', 'Finland'],
  ['Philippines', 'Philippines'], ['Qatar', 'Qatar'], ['Romania', 'Romania'], ['Séc', 'Czechia'], ['Singapore', 'Singapore'], ['Slovakia', 'Slovakia'], ['Sri Lanka', 'Sri Lanka'],
  ['Tây Ban Nha', 'Spain'], ['Thái Lan', 'Thailand'], ['Thổ Nhĩ Kỳ', 'Türkiye'], ['Thụy Điển', 'Sweden'], ['Thụy Sĩ', 'Switzerland'], ['Tiểu vương quốc Ả Rập thống nhất', 'United Arab Emirates'],
  ['Timor-Leste', 'Timor-Leste'], ['Triều Tiên', 'Korea (North)'], ['Ukraina', 'Ukraine'], ['Uzbekistan', 'Uzbekistan'], ['Ý', 'Italy'], ['Không quốc tịch', 'Stateless'],
];

const RELATION = {
  child: [['Cha', 'Father'], ['Mẹ', 'Mother'], ['Ông', 'Grandfather'], ['Bà', 'Grandmother'], ['Người thân thích khác', 'Other relative'], ['Người đang nuôi dưỡng', 'Carer']],
  person: [['Bản thân', 'Myself'], ['Vợ', 'Wife'], ['Chồng', 'Husband'], ['Con', 'Child'], ['Cha', 'Father'], ['Mẹ', 'Mother'], ['Ông', 'Grandfather'], ['Bà', 'Grandmother'], ['Cháu', 'Grandchild'], ['Anh, chị, em', 'Brother or sister'], ['Người được ủy quyền', 'Authorised person']],
  deceased: [['Vợ', 'Wife'], ['Chồng', 'Husband'], ['Con', 'Child'], ['Cha', 'Father'], ['Mẹ', 'Mother'], ['Cháu', 'Grandchild'], ['Anh, chị, em', 'Brother or sister'], ['Người thân thích khác', 'Other relative']],
  head: [['Chủ hộ', 'Head of household'], ['Vợ', 'Wife'], ['Chồng', 'Husband'], ['Con đẻ', 'Child'], ['Con nuôi', 'Adopted child'], ['Cha', 'Father'], ['Mẹ', 'Mother'], ['Ông', 'Grandfather'], ['Bà', 'Grandmother'], ['Cháu', 'Grandchild'], ['Anh, chị, em', 'Brother or sister'], ['Con dâu', 'Daughter-in-law'], ['Con rể', 'Son-in-law'], ['Người ở nhờ, ở thuê, ở mượn', 'Lodger']],
  representative: [['Cha', 'Father'], ['Mẹ', 'Mother'], ['Con', 'Child'], ['Vợ', 'Wife'], ['Chồng', 'Husband'], ['Anh, chị, em', 'Brother or sister'], ['Người giám hộ', 'Guardian']],
} as const satisfies Record<string, readonly (readonly [string, string])[]>;
export type RelationList = keyof typeof RELATION;

/** Name of the list → options; a form carries only those it uses. */
export const OPTION_SETS: Readonly<Record<string, Option[]>> = {
  'sexes': [{ value: 'nam', label: { vi: 'Nam', en: 'Male' } }, { value: 'nu', label: { vi: 'Nữ', en: 'Female' } }],
  'ethnic-groups': ETHNIC_GROUPS.split(', ').map((name) => named(name)),
  'nationalities': NATIONALITIES.map(([vi, en]) => named(vi, en)),
  ...Object.fromEntries(Object.entries(RELATION).map(([name, list]) => [`relations-${name}`, list.map(([vi, en]) => named(vi, en))])),
};
