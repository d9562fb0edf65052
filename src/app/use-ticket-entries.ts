import { ticketRowsQuery } from '#api';
import { toTicket } from '#src/routes';
import { defineTexts, ticketStateWords, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { PaletteEntry } from './palette-entries';

const texts = defineTexts({ tickets: { zh: '整改工单', en: 'Tickets' } });

/** So many are offered at once. */
const AT_MOST = 8;
/** After so long without a key (ms) what was typed is looked for. */
const PAUSE = 200;

/** Tickets whose number or title has what was typed; the server looks, since there are too many to have here. */
export function useTicketEntries(typed: string): PaletteEntry[] {
  const t = useTexts(texts);
  const states = useTexts(ticketStateWords);
  const navigate = useNavigate();
  const wanted = useSettled(typed.trim());
  const found = useQuery({ ...ticketRowsQuery({ q: wanted.slice(0, 100) }, { offset: 0, limit: AT_MOST }), enabled: wanted !== '' });
  if (wanted === '' || wanted !== typed.trim()) return [];
  return (found.data?.items ?? []).map(({ id, title, state }) => ({
    id: `ticket:${id}`,
    group: t.tickets,
    label: `${id} ${title}`,
    keywords: '',
    hint: states[state],
    run: () => void navigate(toTicket(id)),
  }));
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
