/** So often the passphrase is hashed: what OWASP's cheat sheet on password storage names for PBKDF2 with SHA-256 (2023). */
const iterations = 600_000;
/** Bytes of the number that is used once, as NIST SP 800-38D has it for AES-GCM. */
const nonceBytes = 12;

/** What opens and closes chunks. */
export interface Cipher {
  readonly key: CryptoKey;
}

/** A salt for a new passphrase: 16 random bytes in Base64. */
export function newPassphraseSalt(): string {
  return crypto.getRandomValues(new Uint8Array(16)).toBase64();
}

/** The key that a passphrase makes with a salt, in Base64: slow on purpose, so it is kept and not made again. */
export async function keyOfPassphrase(passphrase: string, salt: string): Promise<string> {
  const typed = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(passphrase.normalize('NFKC')),
    'PBKDF2',
    false,
    ['deriveBits'],
  );
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: Uint8Array.fromBase64(salt), iterations },
    typed,
    256,
  );
  return new Uint8Array(bits).toBase64();
}

/** The cipher of a kept key. */
export async function cipherOf(key: string): Promise<Cipher> {
  return {
    key: await crypto.subtle.importKey('raw', Uint8Array.fromBase64(key), 'AES-GCM', false, ['encrypt', 'decrypt']),
  };
}

/** `bytes` sealed for `place`: only there do they open again. */
export async function encrypted(
  bytes: Uint8Array<ArrayBuffer>,
  place: string,
  { key }: Cipher,
): Promise<Uint8Array<ArrayBuffer>> {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const sealed = await crypto.subtle.encrypt(algorithm(nonce, place), key, bytes);
  return new Uint8Array(await new Blob([nonce, sealed]).arrayBuffer());
}

/** What `encrypted` sealed for `place`; undefined with another key, for another place, or damaged: these cannot be told apart. */
export async function decrypted(
  bytes: Uint8Array<ArrayBuffer>,
  place: string,
  { key }: Cipher,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const opened = await crypto.subtle.decrypt(
      algorithm(bytes.slice(0, nonceBytes), place),
      key,
      bytes.slice(nonceBytes),
    );
    return new Uint8Array(opened);
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

function algorithm(nonce: Uint8Array<ArrayBuffer>, place: string): AesGcmParams {
  return { name: 'AES-GCM', iv: nonce, additionalData: new TextEncoder().encode(place) };
}
