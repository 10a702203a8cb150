/** One text of a form as it was sent, blanks included (they belong to a password); a repeated or nested field counts as empty. */
export function teksMentah(badan: unknown, nama: string): string {
  if (typeof badan !== 'object' || badan === null || !Object.hasOwn(badan, nama)) return '';
  const nilai = (badan as Record<string, unknown>)[nama];
  return typeof nilai === 'string' ? nilai : '';
}

const KENDALI = /\p{Cc}/gu;

/** One line: without control characters and outer blanks, not longer than `maks`. */
export function teksBaris(badan: unknown, nama: string, maks = 300): string {
  return teksMentah(badan, nama)
    .slice(0, maks * 4)
    .replace(KENDALI, '')
    .trim()
    .slice(0, maks);
}

/** `30 detik`, `2 menit`: rounded up. */
export function lamaTunggu(detik: number): string {
  return detik < 60 ? `${detik} detik` : `${Math.ceil(detik / 60)} menit`;
}
