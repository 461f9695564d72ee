import { administration } from './en/administration';
import { app, common } from './en/app';
import { assistant } from './en/assistant';
import { audit } from './en/audit';
import { connections } from './en/connections';
import { dashboard } from './en/dashboard';
import { docs } from './en/docs';
import { events } from './en/events';
import { identity } from './en/identity';
import { landing } from './en/landing';
import { past } from './en/past';
import { projects } from './en/projects';

/** Every sentence that a person reads, in English. */
export const texts = {
  app,
  common,
  landing,
  identity,
  dashboard,
  assistant,
  connections,
  projects,
  audit,
  events,
  past,
  administration,
  docs,
};
