/** Who vouches for users: an OpenID Connect issuer, or the demonstration's own. */
import { createDemoVerifier } from './demo-issuer.ts';
import { createOidcVerifier } from './oidc-issuer.ts';
import type { TokenVerifier } from './token-verifier.ts';

export type IdentitySettings =
  | { readonly kind: 'demo' }
  | { readonly kind: 'oidc'; readonly issuer: string; readonly audience: string };

/** Opens the verifier that the settings name. @throws ConfigurationFault when the demonstration's key cannot be had */
export async function openIdentity(identity: IdentitySettings, dataDir: string): Promise<TokenVerifier> {
  return identity.kind === 'oidc' ? createOidcVerifier(identity) : createDemoVerifier(dataDir);
}
