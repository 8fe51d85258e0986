/** The line between an element and its gateway, broken on purpose: what a story shows is what the line does, never made-up data. */

/**
 * `slow`: no answer for ever · `offline`: no connection · `broken`: 500 · `busy`: 429 · `open`: as it should be ·
 * `lost`: what is asked arrives and is done, but what comes back is a failure.
 */
export type LineState = 'open' | 'slow' | 'offline' | 'broken' | 'busy' | 'lost';
/** What the clock of the gateway says: Monday afternoon in Vietnam. The day after is a holiday, which the due dates tell. */
export const STORY_NOW = '2026-11-23T07:30:00.000Z';

/** The same shape as the platform's `fetch`. */
export type StoryFetch = (input: string | Request, init?: RequestInit) => Promise<Response>;

/** A line that can be mended in the middle of a story. */
export interface StoryLine {
  state: LineState;
  /** Only addresses that match are disturbed. */
  only: RegExp;
  readonly fetch: StoryFetch;
}

const problem = (status: number, code: string, title: string, more: object = {}): Response =>
  new Response(JSON.stringify({ type: `urn:motcua:problem:${code}`, title, status, code, requestId: 'story-request', supportCode: 'K7M2QD', ...more }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });

/** Never answers, but hears when nobody waits any more. */
const silence = (signal: AbortSignal | null | undefined): Promise<never> =>
  new Promise((_resolve, reject) => {
    const stop = (): void => reject(new DOMException('aborted', 'AbortError'));
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop);
  });

/** Puts a line before `answer`. */
export function storyLine(answer: StoryFetch, state: LineState, only = /./): StoryLine {
  const line: StoryLine = {
    state,
    only,
    fetch: (input, init) => {
      const request = new Request(input, init);
      if (!line.only.test(request.url)) return answer(request);
      switch (line.state) {
        case 'open': return answer(request);
        case 'slow': return silence(request.signal);
        case 'offline': return Promise.reject(new TypeError('Failed to fetch'));
        case 'lost': return answer(request).then(() => problem(500, 'internal', 'Internal error'));
        case 'broken': return Promise.resolve(problem(500, 'internal', 'Internal error'));
        // Longer than the client is ready to wait by itself: the person decides.
        case 'busy': return Promise.resolve(problem(429, 'rate-limited', 'Too many requests', { retryAfter: 90 }));
      }
    },
  };
  return line;
}
