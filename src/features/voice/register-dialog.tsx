import { failureOf, keepTicket, newKey, registerTicket, voiceFacetsQuery } from '#api';
import type { JourneyId, Locus, ThemeId, TouchpointId } from '#model';
import { toTicket } from '#src/routes';
import { Button, defineTexts, Dialog, formClass, useFormats, useLocalize, useTexts } from '#ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { themesAsked } from './url';
import { useVoice } from './view';
import { voiceTexts } from './voice-texts';

const texts = defineTexts({
  title: { zh: '登记整改工单', en: 'Register a ticket' },
  about: { zh: '声音主题', en: 'Theme' },
  journey: { zh: '旅程', en: 'Journey' },
  touchpoint: { zh: '触点', en: 'Touchpoint' },
  any: { zh: '不限', en: 'Any' },
  count: { zh: (name: string, n: string) => `${name}（${n} 条评论）`, en: (name: string, n: string) => `${name} (${n} comments)` },
  name: { zh: '标题', en: 'Title' },
  proposed: { zh: (theme: string, place: string) => `${place}：减少“${theme}”的抱怨`, en: (theme: string, place: string) => `${place}: fewer complaints about ${theme}` },
  description: { zh: '说明（可不填）', en: 'Description (optional)' },
  measure: {
    zh: (theme: string) => `要降低的指标是“${theme}”在这里的评论中的占比。登记时附上此前 56 天的基线；责任人、期限和目标在立项时定，销号由数据验证。`,
    en: (theme: string) => `It must bring down the share of “${theme}” among the comments about this place. The baseline of the 56 days before is attached; owner, due date and target are set when it is assigned, and the data decide when it may be closed.`,
  },
  important: { zh: '重点工单', en: 'Important' },
  register: { zh: '登记', en: 'Register' },
  registering: { zh: '正在登记…', en: 'Registering…' },
  failed: { zh: '没有登记成功，填的内容还在：', en: 'It was not registered; what you typed is still here: ' },
});

/** 登记整改工单 with the theme's share as the measure; the journey with most of its comments is proposed. Afterwards its page opens. */
export function RegisterDialog({ theme, onClose }: { theme: ThemeId; onClose: () => void }) {
  const { search, catalogue, names, theme: nameOf } = useVoice();
  const t = useTexts(texts);
  const v = useTexts(voiceTexts);
  const localize = useLocalize();
  const { exact } = useFormats();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const facets = useQuery(voiceFacetsQuery({ ...themesAsked(search), theme })).data;
  const [chosen, setChosen] = useState<JourneyId | undefined>(search.journey?.[0]);
  const [touchpoint, setTouchpoint] = useState<TouchpointId | undefined>(search.touchpoint);
  const [typed, setTyped] = useState<string>();
  const [description, setDescription] = useState('');
  const [important, setImportant] = useState(false);
  const journey = chosen ?? facets?.journeys[0]?.id ?? catalogue.journeys[0]?.id;

  const place = [journey && names.journey(journey), touchpoint && names.touchpoint(touchpoint)].filter(Boolean).join(' · ');
  const title = typed ?? t.proposed(nameOf(theme), place);
  const locus: Locus | undefined = journey && { journey, theme, ...(touchpoint && { touchpoint }) };
  const body = locus && { title: title.trim(), locus, measure: 'theme-share' as const, important, ...(description.trim() && { description: description.trim() }) };
  // The same key for every attempt at the same ticket, another for another one.
  const attempt = useRef<{ asked: string; key: string }>(undefined);
  const register = useMutation({
    mutationFn: (wanted: NonNullable<typeof body>) => {
      const asked = JSON.stringify(wanted);
      if (attempt.current?.asked !== asked) attempt.current = { asked, key: newKey() };
      return registerTicket(wanted, attempt.current.key);
    },
    onSuccess: (answer) => {
      keepTicket(queries, answer);
      void navigate(toTicket(answer.ticket.id));
    },
  });
  const ready = body !== undefined && body.title !== '' && !register.isPending;
  const submit = () => ready && register.mutate(body);
  const countOf = (id: JourneyId) => facets?.journeys.find((one) => one.id === id)?.count ?? 0;
  return (
    <Dialog
      title={t.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{v.cancel}</Button>
          <Button look="primary" disabled={!ready} onClick={submit}>{register.isPending ? t.registering : t.register}</Button>
        </>
      }
    >
      <form
        className={formClass.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p>
          {t.about}: <b>{nameOf(theme)}</b>
        </p>
        <div className={formClass.pair}>
          <label className={formClass.field}>
            {t.journey}
            <select value={journey ?? ''} onChange={({ target }) => setChosen(catalogue.journeys.find(({ id }) => id === target.value)?.id)}>
              {catalogue.journeys.map(({ id, name }) => <option key={id} value={id}>{t.count(localize(name), exact(countOf(id)))}</option>)}
            </select>
          </label>
          <label className={formClass.field}>
            {t.touchpoint}
            <select value={touchpoint ?? ''} onChange={({ target }) => setTouchpoint(catalogue.touchpoints.find(({ id }) => id === target.value)?.id)}>
              <option value="">{t.any}</option>
              {catalogue.touchpoints.map(({ id, name }) => <option key={id} value={id}>{localize(name)}</option>)}
            </select>
          </label>
        </div>
        <label className={formClass.field}>
          {t.name}
          <input value={title} maxLength={200} required onChange={({ target }) => setTyped(target.value)} />
        </label>
        <label className={formClass.field}>
          {t.description}
          <textarea rows={3} maxLength={10_000} value={description} onChange={({ target }) => setDescription(target.value)} />
        </label>
        <label className={formClass.check}>
          <input type="checkbox" checked={important} onChange={({ target }) => setImportant(target.checked)} />
          {t.important}
        </label>
        <p className={formClass.quiet}>{t.measure(nameOf(theme))}</p>
        {register.error && <p className={formClass.notice} role="alert">{t.failed + failureOf(register.error).detail}</p>}
      </form>
    </Dialog>
  );
}
