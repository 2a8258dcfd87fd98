// What a link's secret proves itself by: the server learns this and never the secret (HKDF with SHA-256, RFC 5869).

/** 32 bytes derived from `secret` for that purpose. */
export async function derive(secret, purpose) {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new TextEncoder().encode(purpose) }
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, 256))
}
