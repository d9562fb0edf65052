import { toData, toHandoffs, toLedger, toNps, toPanorama, toVoice } from '#src/routes';
import { classes, defineTexts, useTexts } from '#ui';
import { Link } from '@tanstack/react-router';
import { DataIcon, HandoffsIcon, LedgerIcon, NpsIcon, PanoramaIcon, VoiceIcon } from './icons';
import styles from './rail.module.css';
import { SettingsButton } from './settings-button';

const texts = defineTexts({
  pages: { zh: '页面', en: 'Pages' },
  home: { zh: '脉络：回到全景', en: 'Throughline: to the panorama' },
  panorama: { zh: '全景', en: 'Map' },
  handoffs: { zh: '接续', en: 'Tasks' },
  ledger: { zh: '台账', en: 'Ledger' },
  nps: { zh: 'NPS', en: 'NPS' },
  voice: { zh: '声音', en: 'Voice' },
  data: { zh: '数据', en: 'Data' },
});

/** The dark rail at the left, a bar of tabs at the bottom where the screen is narrow: the pages that exist. */
export function Rail() {
  const t = useTexts(texts);
  const item = { className: styles.item, activeProps: { className: classes(styles.item, styles.active), 'aria-current': 'page' as const } };
  return (
    <nav className={styles.rail} aria-label={t.pages}>
      <Link {...toPanorama()} className={styles.mark} aria-label={t.home}>
        脉
      </Link>
      <div className={styles.pages}>
        <Link {...toPanorama()} {...item} activeOptions={{ includeSearch: false }}>
          <PanoramaIcon />
          {t.panorama}
        </Link>
        <Link {...toHandoffs()} {...item} activeOptions={{ includeSearch: false }}>
          <HandoffsIcon />
          {t.handoffs}
        </Link>
        <Link {...toLedger()} {...item} activeOptions={{ includeSearch: false }}>
          <LedgerIcon />
          {t.ledger}
        </Link>
        <Link {...toNps()} {...item} activeOptions={{ includeSearch: false }}>
          <NpsIcon />
          {t.nps}
        </Link>
        <Link {...toVoice()} {...item} activeOptions={{ includeSearch: false }}>
          <VoiceIcon />
          {t.voice}
        </Link>
        <Link {...toData()} {...item}>
          <DataIcon />
          {t.data}
        </Link>
      </div>
      <SettingsButton />
    </nav>
  );
}
