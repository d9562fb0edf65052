import { daysFrom } from './days';
import { type WorkingCalendar, workingCalendar } from './working-calendar';

/**
 * Mainland China, as the State Council announced for 2026 (notice of November 2025). The days of 2027 are not in it: after
 * `announcedUntil` only weekends are known, and whoever edits the calendar is told so.
 */
export const CHINA_CALENDAR: WorkingCalendar = workingCalendar.parse({
  holidays: [
    ...daysFrom('2026-01-01', '2026-01-03'), // 元旦
    ...daysFrom('2026-02-15', '2026-02-23'), // 春节
    ...daysFrom('2026-04-04', '2026-04-06'), // 清明节
    ...daysFrom('2026-05-01', '2026-05-05'), // 劳动节
    ...daysFrom('2026-06-19', '2026-06-21'), // 端午节
    ...daysFrom('2026-09-25', '2026-09-27'), // 中秋节
    ...daysFrom('2026-10-01', '2026-10-07'), // 国庆节
  ],
  // 调休, each a weekend day.
  workingDays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  hours: [{ from: '09:00', to: '18:00' }],
  announcedUntil: '2026-12-31',
});
