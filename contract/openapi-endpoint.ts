import { endpoint } from './endpoint';

export const getOpenapi = endpoint({
  method: 'GET',
  path: '/openapi.json',
  summary: 'This contract as OpenAPI 3.1.',
  answers: 'application/json',
});
