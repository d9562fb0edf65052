export { ViewsMenu, type ViewsMenuProps } from './views-menu';
