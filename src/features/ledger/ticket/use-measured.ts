import { useTexts } from '#ui';
import { ticketTexts } from './ticket-texts';
import { useThemeName } from './use-theme-name';
import { useTicketView } from './view';

/** What a ticket moves, in words. */
export interface Measured {
  /** 中断率, “等待与时效”占比. */
  rate: string;
  /** What its rate is a share of: journeys, or the comments about a place. */
  of: 'journeys' | 'comments';
  /** What is counted: those interrupted, lost, about the theme. */
  part: string;
  whole: string;
}

/** What the evidence of the ticket in front is about. */
export function useMeasured(): Measured {
  const { measure, locus } = useTicketView().ticket;
  const t = useTexts(ticketTexts);
  const theme = useThemeName(locus.theme);
  switch (measure) {
    case 'theme-share':
      return { rate: theme === undefined ? t.themeShare : t.shareOf(theme), of: 'comments', part: t.mentioning, whole: t.comments };
    case 'nps':
      return { rate: t.nps, of: 'journeys', part: t.interrupted, whole: t.customers };
    case 'loss-rate':
      return { rate: t.lossRate, of: 'journeys', part: t.lost, whole: t.customers };
    case 'break-rate':
      return { rate: t.breakRate, of: 'journeys', part: t.interrupted, whole: t.customers };
  }
}
