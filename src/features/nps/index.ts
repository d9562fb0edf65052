export { NpsPage } from './nps-page';
