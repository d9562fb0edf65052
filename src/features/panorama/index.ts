import { createElement } from 'react';
import { PageHeader } from '#ui';

export const PanoramaPage = () => createElement(PageHeader, { title: '全景' });
export const JourneyPage = () => createElement(PageHeader, { title: '旅程' });
