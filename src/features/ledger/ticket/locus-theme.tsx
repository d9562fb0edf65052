import { voiceThemesQuery } from '#api';
import type { ThemeId } from '#model';
import { toVoice } from '#src/routes';
import { defineTexts, useFormats, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import styles from './locus-panel.module.css';
import { useThemeName } from './use-theme-name';
import { useTicketView } from './view';

const texts = defineTexts({
  share: {
    zh: (theme: string, share: string, n: string, total: string) => `近 30 天关于这里的 ${total} 条评论里，${share} 提到“${theme}”（${n} 条）`,
    en: (theme: string, share: string, n: string, total: string) => `In the last 30 days ${share} of ${total} comments about it mention “${theme}” (${n})`,
  },
  before: { zh: (share: string) => `，此前 30 天 ${share}`, en: (share: string) => `; ${share} in the 30 days before` },
  none: { zh: (theme: string) => `近 30 天没有关于这里的评论；主题：${theme}`, en: (theme: string) => `No comments about it in the last 30 days; theme: ${theme}` },
  open: { zh: '看这些评论', en: 'See these comments' },
});

/** The theme that a ticket is about: its share of the comments about the place, and the way to them. */
export function LocusTheme({ theme }: { theme: ThemeId }) {
  const { locus } = useTicketView().ticket;
  const t = useTexts(texts);
  const { percent, exact } = useFormats();
  const name = useThemeName(theme) ?? theme;
  const place = { journey: [locus.journey], ...(locus.touchpoint && { touchpoint: locus.touchpoint }) };
  const answer = useQuery(voiceThemesQuery({ days: '30', ...place })).data;
  const found = answer?.themes.find((one) => one.theme === theme);
  return (
    <p className={styles.theme}>
      {answer && (answer.total === 0 ? t.none(name) : t.share(name, percent((found?.count ?? 0) / answer.total), exact(found?.count ?? 0), exact(answer.total)))}
      {answer && answer.total > 0 && answer.before && t.before(percent(found?.before?.share ?? 0))} <Link {...toVoice({ theme, ...place })}>{t.open}</Link>
    </p>
  );
}
