export { startPage } from './start-page';
