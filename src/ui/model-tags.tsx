import type { Kind, Resolution, State, TaskState, TicketState } from '#model';
import {
  kindMarks,
  kindWords,
  resolutionMarks,
  resolutionWords,
  stateMarks,
  stateWords,
  ticketStateMarks,
  ticketStateWords,
  taskStateMarks,
  taskStateWords,
  type Mark,
} from './model-words';
import { Tag } from './tag';
import { useTexts } from './texts';

/** The kind of an interruption: shape, colour and words. */
export const KindTag = ({ kind }: { kind: Kind }) => <MarkedTag mark={kindMarks[kind]} words={useTexts(kindWords)[kind]} />;

/** How an interruption ended. */
export const ResolutionTag = ({ resolution }: { resolution: Resolution }) => (
  <MarkedTag mark={resolutionMarks[resolution]} words={useTexts(resolutionWords)[resolution]} />
);

/** Where an instance stands in the balance. */
export const StateTag = ({ state }: { state: State }) => <MarkedTag mark={stateMarks[state]} words={useTexts(stateWords)[state]} />;

/** Where a ticket stands; `recurred` beside its state, where its fix did not last. */
export const TicketStateTag = ({ state }: { state: TicketState | 'recurred' }) => <MarkedTag mark={ticketStateMarks[state]} words={useTexts(ticketStateWords)[state]} />;

export const TaskStateTag = ({ state }: { state: TaskState }) => <MarkedTag mark={taskStateMarks[state]} words={useTexts(taskStateWords)[state]} />;

const MarkedTag = ({ mark, words }: { mark: Mark; words: string }) => (
  <Tag tone={mark.tone}>
    <span aria-hidden="true">{mark.shape}</span>
    {words}
  </Tag>
);
