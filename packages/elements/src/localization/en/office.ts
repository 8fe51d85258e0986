import type { OfficeMessages } from '../vi/office.ts';

export const officeEn: OfficeMessages = {
  police: 'Done at the commune police',
  military: 'Done at the commune military office',
  province: 'Done at the province, not here',
  ministry: 'Done at a ministry, not here',
  other: 'Done at another office, not here',
};
