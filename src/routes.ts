import type { Band, Day, InstanceId, JourneyId, Level, OrganisationId, Programme, ReasonId, SegmentId, State, StepId, TaskId, ThemeId, TicketId, TouchpointId } from '#model';
import { linkOptions } from '@tanstack/react-router';

/*
 * The pages of the product as links, for everyone who links to one: `<Link {...toJourney(id)}>`, `navigate(toData())`.
 * Features know each other only through these; the router (src/app) checks them by its types.
 */

/** 全景: the overview. */
export const toPanorama = () => linkOptions({ to: '/panorama' });

/** The overview with one place selected. `node` is the id of a node of the overview, such as `loan~app`. */
export const toPlace = (node: string) => linkOptions({ to: '/panorama', search: { node } });

/** One journey's map; with one place selected, such as `quote~app`, and of some days where they are named. */
export const toJourney = (journey: JourneyId, search: { node?: string; from?: Day; to?: Day } = {}) => linkOptions({ to: '/panorama/$journey', params: { journey }, search });

/** The overview of some days and an office with one place selected. */
export const toPlaceIn = (node: string, search: { from: Day; to: Day; organisation?: OrganisationId | undefined }) => linkOptions({ to: '/panorama', search: { ...search, node } });

/** The map of some days, an office and a segment; of one journey where it is named. */
export const toPanoramaOf = (search: { from: Day; to: Day; organisation?: OrganisationId | undefined; segment?: SegmentId | undefined }, journey: JourneyId | undefined) =>
  journey === undefined ? linkOptions({ to: '/panorama', search }) : linkOptions({ to: '/panorama/$journey', params: { journey }, search });

/** The journeys of some days that stand in a state, as a list beside the overview. */
export const toStates = (search: { state: State | undefined; from: Day; to: Day; organisation?: OrganisationId | undefined; segment?: SegmentId | undefined; journey?: JourneyId[] | undefined }) => linkOptions({ to: '/panorama', search: { ...search, list: 'instances' } });

/** One journey's map with the place of a step selected where most journeys take it. */
export const toStep = (journey: JourneyId, step: StepId) => linkOptions({ to: '/panorama/$journey', params: { journey }, search: { step } });

/** Every break of a reason, as a list beside the overview. */
export const toReason = (reason: ReasonId) => linkOptions({ to: '/panorama', search: { list: 'interruptions', reason } });

/** 接续任务: the work list; of a place of the map, with one task in front, or with its rules open. */
export const toHandoffs = (search: { level?: Level; node?: string; journey?: JourneyId; overdue?: 'true'; assignee?: 'me'; task?: TaskId; sheet?: 'rules' | 'calendar' } = {}) => linkOptions({ to: '/handoffs', search });

/** One customer's journey as it happened, beside the map of its journey. */
export const toStory = (journey: JourneyId, instance: InstanceId) => linkOptions({ to: '/panorama/$journey', params: { journey }, search: { story: instance } });

/** 销号台账. At a place of the map: the tickets that concern it; `node` is its id on `level`, inside a journey together with `journey`. */
export const toLedger = (place: { level?: 'overview' | 'journey'; node?: string; journey?: JourneyId } = {}) => linkOptions({ to: '/ledger', search: place });

/** One ticket. */
export const toTicket = (ticket: TicketId) => linkOptions({ to: '/ledger/$ticket', params: { ticket } });

/** 净推荐值: trends and what moved them; of a journey's touchpoint where they are named. */
export const toNps = (search: { programme?: 'relational'; journey?: JourneyId[]; touchpoint?: TouchpointId[] } = {}) => linkOptions({ to: '/nps', search });

/** 简报: NPS on one page for print, of a month (`2026-10`) or quarter (`2026-Q3`). */
export const toBrief = (search: { period?: string; programme?: 'relational' | undefined; organisation?: OrganisationId | undefined } = {}) => linkOptions({ to: '/nps/brief', search });

/** 客户之声: with a theme in front, and narrowed to a place's journey and touchpoint. */
export const toVoice = (
  search: {
    theme?: ThemeId;
    journey?: JourneyId[] | undefined;
    touchpoint?: TouchpointId;
    step?: StepId;
    from?: Day;
    to?: Day;
    organisation?: OrganisationId | undefined;
    segment?: SegmentId | undefined;
    programme?: Programme;
    band?: Band;
  } = {},
) => linkOptions({ to: '/voice', search });

/** 数据接入. */
export const toData = () => linkOptions({ to: '/data' });
