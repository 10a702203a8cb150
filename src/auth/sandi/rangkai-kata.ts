/** 64 words that are read and typed without doubt, none of them common in passwords. */
const KATA = `
  anyam arang bakau belah besek bilik bubut celah cerek cukil dahan dedak duku embun empang gapura gambir gerabah gilas hulu ijuk
  jerami kapuk kecap kelir kerang kolam lampau landai lesung lumut lurik menara mendung nampan nira obor ombak palung pandan parang pelepah
  perigi pinus pukat ranting rotan rumput sabut salur sekam selasar serabi suluh tapal telaga tenun terasi tikar tungku ubin wadah walet wuku
`
  .trim()
  .split(/\s+/);

/** Five words from the bytes: `hulu-tapal-menara-sekam-lurik`; 30 bits, for what is only demonstrated. */
export function rangkaiKata(bita: Uint8Array): string {
  return Array.from({ length: 5 }, (_, i) => KATA[(bita[i] ?? 0) % 64] ?? '').join('-');
}
