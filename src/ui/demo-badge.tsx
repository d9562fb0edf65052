import { Tag } from './tag';
import { defineTexts, useTexts } from './texts';

const texts = defineTexts({
  demo: { zh: '演示数据', en: 'Demo data' },
  why: { zh: '屏幕上的客户、机构和数字都是合成的', en: 'Every customer, office and number on screen is synthetic' },
});

/** Says that what is on screen is the synthetic insurer. */
export function DemoBadge() {
  const t = useTexts(texts);
  return <Tag tone="mild" title={t.why}>◇ {t.demo}</Tag>;
}
