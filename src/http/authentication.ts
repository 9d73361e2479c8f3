/** Bearer tokens at the door: without an acceptable one there is one answer, whatever was wrong. */
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import type { TokenVerifier } from '../identity/token-verifier.ts';
import { problems, sendProblem } from './problem.ts';

const userNames = new WeakMap<IncomingMessage, string>();
const bearer = /^Bearer +([\w.~+/-]+=*) *$/iu;

/** Lets signed-in callers through. */
export function requireToken(verifier: TokenVerifier): RequestHandler {
  return async (request, response, next) => {
    const token = bearer.exec(request.headers.authorization ?? '')?.[1];
    const userName = token === undefined ? undefined : await verifier.verify(token);
    if (userName === undefined) {
      sendProblem(response, problems.UNAUTHENTICATED);
      return;
    }
    userNames.set(request, userName);
    next();
  };
}

/** The subject of the token of a request that {@link requireToken} let through. */
export function userNameOf(request: IncomingMessage): string {
  const userName = userNames.get(request);
  if (userName === undefined) throw new Error('the request has not been authenticated');
  return userName;
}
