import { toPanorama } from '#src/routes';
import { buttonClass, defineTexts, Empty, PageHeader, useTexts } from '#ui';
import { Link } from '@tanstack/react-router';

const texts = defineTexts({
  title: { zh: '没有这个页面', en: 'No such page' },
  why: { zh: '链接可能不完整，或页面已经改名。', en: 'The link may be incomplete, or the page has another name now.' },
  home: { zh: '回到全景', en: 'Back to the panorama' },
});

/** 404. */
export function NotFound() {
  const t = useTexts(texts);
  return (
    <>
      <PageHeader title={t.title} />
      <Empty title={t.title} actions={<Link {...toPanorama()} className={buttonClass('primary')}>{t.home}</Link>}>
        <p>{t.why}</p>
      </Empty>
    </>
  );
}
