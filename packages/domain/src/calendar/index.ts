/** Calendar days, working time and due dates of a Vietnamese office. */
export { addDays, daysBetween, fullYearsBetween, isCalendarDate, weekday } from './plain-date.ts';
export { minuteOfDay, timeOfDay, toInstant, toLocalTime, type LocalTime } from './local-time.ts';
export {
  comparePartialDates,
  datePrecision,
  formatPartialDate,
  isPartialDate,
  parsePartialDate,
  type DatePrecision,
} from './partial-date.ts';
export {
  createWorkingCalendar,
  isWorkingDay,
  USUAL_WORKING_HOURS,
  WEEKDAYS,
  type HolidayRecord,
  type Weekday,
  type WorkingCalendarInput,
} from './working-calendar.ts';
export { workingDayAfter, workingDaysLeft } from './working-days.ts';
export { dueDate, type DueDateInput, type SupplementInterval } from './due-date.ts';
