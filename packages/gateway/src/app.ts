/** The application: a `fetch` function over everything it is given. No environment, no listener, no global state. */
import { Hono } from 'hono';
import { ROUTES } from '@motcua/contract/routes';
import type { Deps } from './deps.ts';
import { corsHeaders, preflight } from './middleware/cors.ts';
import { problemResponse, requestFacts, SECURITY_HEADERS } from './middleware/frame.ts';
import { ProblemError } from './problem-error.ts';
import { dossierRoutes } from './routes/dossiers.ts';
import { draftRoutes, phonePassRoutes } from './routes/drafts.ts';
import { healthRoutes } from './routes/health.ts';
import { officerRoutes } from './routes/officer.ts';
import { paymentRoutes } from './routes/payments.ts';
import { preparedRoutes } from './routes/prepared.ts';
import { referenceRoutes } from './routes/reference.ts';
import { honoPath, methodsOf, routesOf, type GatewayApp, type GatewayEnv } from './routes/register.ts';
import { trackingRoutes } from './routes/tracking.ts';
import { TUS_OPTIONS, uploadRoutes } from './routes/uploads.ts';

/** What the listener knows of a connection; `address` is the caller's network address (`''` when there is none). */
export interface ConnectionFacts {
  readonly address?: string;
}

/** The gateway as a function from request to response; never rejects. */
export type GatewayFetch = (request: Request, connection?: ConnectionFacts) => Promise<Response>;

/** Known path, unknown method → 405 with `Allow`; tus asks for its options without an origin. */
function addFallbacks(app: GatewayApp): void {
  for (const path of new Set(Object.values(ROUTES).map((route) => route.path as string))) {
    app.all(honoPath(path), () => {
      throw new ProblemError('method-not-allowed', { headers: { Allow: methodsOf(path).join(', ') } });
    });
  }
  app.notFound(() => {
    throw new ProblemError('not-found');
  });
}

/** Which path of the contract a request means, for preflights: the router answers them before any handler runs. */
function knownPath(pathname: string): string | undefined {
  const parts = pathname.split('/');
  return Object.values(ROUTES).map((route) => route.path as string).find((path) => {
    const pattern = path.split('/');
    return pattern.length === parts.length && pattern.every((part, index) => part.startsWith('{') ? parts[index] !== '' : part === parts[index]);
  });
}

/** The answer with the headers that every answer carries. */
function dressed(response: Response, requestId: string, cors: Readonly<Record<string, string>>): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries({ ...SECURITY_HEADERS, ...cors, 'X-Request-Id': requestId })) {
    if (!headers.has(name)) headers.set(name, value);
  }
  return new Response(response.body, { status: response.status, headers });
}

/** Puts the routes together. */
export function createApp(deps: Deps): { fetch: GatewayFetch } {
  const app: GatewayApp = new Hono<GatewayEnv>();
  const routes = routesOf(app, deps);
  healthRoutes(routes);
  referenceRoutes(routes);
  draftRoutes(routes);
  phonePassRoutes(routes);
  uploadRoutes(routes);
  dossierRoutes(routes);
  preparedRoutes(routes);
  trackingRoutes(routes);
  officerRoutes(routes);
  paymentRoutes(routes);
  addFallbacks(app);

  const fetch: GatewayFetch = async (request, connection = {}) => {
    const started = deps.clock.now().getTime();
    const facts = requestFacts(deps, connection.address ?? '');
    const { pathname } = new URL(request.url);
    let operation = '';
    let cors: Readonly<Record<string, string>> = { Vary: 'Origin' };
    let response: Response;
    try {
      cors = await corsHeaders(deps, request, pathname);
      const path = request.method === 'OPTIONS' ? knownPath(pathname) : undefined;
      response = path !== undefined ? preflight(cors, methodsOf(path), path.startsWith('/v1/uploads') ? TUS_OPTIONS : {}) : await dispatch(request);
    } catch (error) {
      response = problemResponse(deps, error, facts);
    }
    const { requestId, supportCode } = facts;
    const ms = deps.clock.now().getTime() - started;
    deps.logger.info({ requestId, supportCode, operation, method: request.method.slice(0, 10), status: response.status, ms }, 'request');
    return dressed(response, requestId, cors);

    async function dispatch(incoming: Request): Promise<Response> {
      return app.fetch(incoming, { facts, saw: (name: string) => void (operation = name) });
    }
  };
  // Hono hands errors to this function; thrown on, they reach the frame above, which knows the request.
  app.onError((error) => {
    throw error;
  });
  return { fetch };
}
