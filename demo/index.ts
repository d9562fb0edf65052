/**
 * 演示数据: a synthetic life insurer. Nobody in it exists and nothing in it happened; say so wherever it is shown.
 *
 * Eight journeys over seven touchpoints. Customers start mostly on the App and 微信, those of 60 and over rather at a counter
 * or with their agent, and the face check is hardest on them. Where self-service ends (a loan above 300,000) or fails (a debit,
 * a blurred image, an expired document) the page hands over to 空中客服, 95519 calls back within hours, or nobody does: then
 * customers try again, ring up or walk in by themselves, or are gone. About one journey in eleven breaks, and half of those are
 * picked up; 微信 less than the App. Every few weeks something is mended (`programme.ts`), first on one touchpoint and on another
 * only weeks later, and once in four weeks one touchpoint has a bad day. Renewal payment gets better year by year; provinces
 * differ; at night, on Sundays and at Spring Festival it is quiet. And every Thursday at 10:02 somebody needs a loan of 350,000.
 *
 * The world is a pure function of (seed, scale, day): `generate` and `trickle` are slices of it. Its ledger (`demoTickets`)
 * is a script that the product's own services play; its tasks come from the rules. Every detail is data: a file a journey in `journeys/`, the rest in tables beside this file.
 */
export { demoAnnotations } from './annotations';
export { demoCatalogue } from './catalogue';
export { generate, type History } from './generate';
export { loanStoryInstance } from './loan-story';
export { demoPeople } from './people';
export { demoKnownTheme } from './ratings/comment';
export { demoFeedback } from './ratings/feedback';
export { demoRules } from './rules';
export { demoTickets } from './tickets';
export { trickle, type Window } from './trickle';
export type { World } from './world';
