export { VoicePage } from './voice-page';
