/**
 * Whom a bearer token names. Everything that makes a token acceptable is said here: which algorithms, issuer, audience,
 * type and claims; the library assumes none of them. Roles and units are never read from a token.
 */
import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

export interface TokenVerifier {
  /**
   * The user name (claim `sub`) of an acceptable token; undefined for any other, whatever is wrong with it.
   * @throws IssuerUnreachable when the keys cannot be had, so that nothing can be said about the token
   */
  verify(token: string): Promise<string | undefined>;
}

/** The keys to check tokens with cannot be fetched. */
export class IssuerUnreachable extends Error {
  constructor(options?: ErrorOptions) {
    super('the issuer of tokens cannot be reached', options);
    this.name = 'IssuerUnreachable';
  }
}

/** What an acceptable token says. */
export interface TokenTerms {
  readonly algorithms: readonly string[];
  readonly issuer: string;
  readonly audience: string;
}

/** Type of an access token by RFC 9068: an identity token is none. */
export const accessTokenType = 'at+jwt';

const longestToken = 8192;
const secondsOfGrace = 5;
const subject = z.string().min(1).max(200);

/** Checks tokens against `terms` with the keys that `keys` finds. */
export function createTokenVerifier(terms: TokenTerms, keys: JWTVerifyGetKey): TokenVerifier {
  return {
    async verify(token) {
      if (token.length > longestToken) return undefined;
      try {
        const { payload } = await jwtVerify(token, keys, {
          algorithms: [...terms.algorithms],
          issuer: terms.issuer,
          audience: terms.audience,
          typ: accessTokenType,
          requiredClaims: ['exp', 'iat', 'iss', 'aud', 'sub'],
          clockTolerance: secondsOfGrace,
        });
        return subject.safeParse(payload.sub).data;
      } catch (error) {
        if (isAboutToken(error)) return undefined;
        throw new IssuerUnreachable({ cause: error });
      }
    },
  };
}

const aboutIssuer = new Set([errors.JWKSTimeout.code, errors.JWKSInvalid.code, errors.JOSEError.code]);

/** Whether the library found fault with the token itself, rather than with fetching the keys. */
function isAboutToken(error: unknown): boolean {
  return error instanceof errors.JOSEError && !aboutIssuer.has(error.code);
}
