import type { JourneyId } from '#model';
import { linkOptions } from '@tanstack/react-router';

/*
 * The pages of the product as links, for everyone who links to one: `<Link {...toJourney(id)}>`, `navigate(toData())`.
 * Features know each other only through these; the router (src/app) checks them by its types.
 */

/** 全景: the overview. */
export const toPanorama = () => linkOptions({ to: '/panorama' });

/** The overview with one place selected. `node` is the id of a node of the overview, such as `loan~app`. */
export const toPlace = (node: string) => linkOptions({ to: '/panorama', search: { node } });

/** One journey's map. */
export const toJourney = (journey: JourneyId) => linkOptions({ to: '/panorama/$journey', params: { journey } });

/** 数据接入. */
export const toData = () => linkOptions({ to: '/data' });
