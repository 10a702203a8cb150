const YA = new Set([...'√v✓✔☑xy1●•■*', 'ü', 'þ', 'ya', 'true', 'benar', 'ok']);
const TIDAK = new Set(['', ...'-–—0✗☐tn.', 'tidak', 'false', 'salah', 'belum']);

/** A tick as people type it: √ v x ✓ 1 ya, in any case; null for what is neither a tick nor none. */
export function bacaCentang(teks: string): boolean | null {
  const kata = teks.trim().toLowerCase();
  if (TIDAK.has(kata)) return false;
  return YA.has(kata) || /^[√✓✔]+$/.test(kata) ? true : null;
}
