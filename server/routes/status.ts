import { clearDemo, getStatus } from '#contract';
import type { Instant } from '#model';
import { zoneOf } from '#model';
import type { Binder } from '../http/bind';
import type { Access } from '../ports';
import { removeDemo } from '../services/remove-demo';
import type { Services } from '../services/services';

export function bindStatus(bind: Binder, services: Services): void {
  const { events, desk, config } = services.ports;

  const today = (now: Instant) => zoneOf(config.zone).dayOf(now);

  const told = async (access: Access, now: Instant) => {
    const { catalogue } = await services.catalogue.current();
    const data = await events.extent(access);
    const journeys = await Promise.all(
      catalogue.journeys.map(async ({ id }) => ({ journey: id, ...(await events.extent(access, [id])) })),
    );
    return {
      version: config.version,
      today: today(now),
      data: { ...data, journeys: journeys.filter(({ instances }) => instances > 0) },
      demo: (await desk.demo(access)) !== undefined,
      redetection: events.redetection,
    };
  };

  bind.question(getStatus, async ({ access, now }) => ({
    about: ['status', today(now), events.redetection],
    answer: () => told(access, now),
  }));

  bind.action(clearDemo, async ({ access, now }) => {
    await removeDemo(services, access);
    return told(access, now);
  });
}
