export { TicketRoute } from './ticket-with-list';
