export { HandoffsPage } from './handoffs-page';
