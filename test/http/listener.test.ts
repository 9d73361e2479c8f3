/** The socket: taken before anything answers, and let go of without cutting anybody off. */
import { expect, it } from '@jest/globals';
import { listen } from '../../src/http/listener.ts';

it('answers "try again" until there is something to answer with', async () => {
  const listener = await listen({ host: '127.0.0.1', port: 0 });
  const address = `http://127.0.0.1:${String(listener.port)}`;
  const early = await fetch(address);
  expect({ status: early.status, retryAfter: early.headers.get('retry-after') }).toEqual({ status: 503, retryAfter: '1' });
  listener.attach((_request, response) => response.end('here'));
  expect(await (await fetch(address)).text()).toBe('here');
  await listener.drain(1000);
});

it('finishes the requests that are under way, and takes no new ones', async () => {
  const listener = await listen({ host: '127.0.0.1', port: 0 });
  const address = `http://127.0.0.1:${String(listener.port)}`;
  let finish = (): void => undefined;
  const begun = new Promise<void>((resolve) => {
    listener.attach((_request, response) => {
      finish = () => response.end('finished');
      resolve();
    });
  });
  const running = fetch(address);
  await begun;
  const drained = listener.drain(60_000);
  await expect(fetch(address)).rejects.toThrow();
  finish();
  expect(await (await running).text()).toBe('finished');
  await drained;
});

it('cuts off what does not finish in time', async () => {
  const listener = await listen({ host: '127.0.0.1', port: 0 });
  const begun = new Promise<void>((resolve) => {
    listener.attach(() => resolve());
  });
  const outcome = fetch(`http://127.0.0.1:${String(listener.port)}`).then(() => 'answered', () => 'cut off');
  await begun;
  await listener.drain(10);
  expect(await outcome).toBe('cut off');
});
