import { defineTexts, PageHeader, useTexts } from '#ui';

const texts = defineTexts({ title: { zh: '数据接入', en: 'Data' } });

/** 数据接入. */
export function DataPage() {
  const t = useTexts(texts);
  return <PageHeader title={t.title} />;
}
