/**
 * An invitation to a role, from offer to answer. `disetujui`: the holder agreed, and the mailbox is not proven; the agency's admin must
 * still hand over a link of its own, so that neither who made the account nor who holds it now comes in alone.
 */
export type KeadaanUndangan = 'menunggu' | 'disetujui' | 'diterima' | 'ditolak' | 'ditarik';

/** Days after which an invitation without an answer lapses. */
export const MASA_UNDANGAN = 30;

export const NAMA_KEADAAN: Readonly<Record<KeadaanUndangan, string>> = {
  menunggu: 'menunggu persetujuan orangnya',
  disetujui: 'disetujui; menunggu tautan dari Anda',
  diterima: 'diterima',
  ditolak: 'ditolak',
  ditarik: 'ditarik',
};

export interface Jawaban {
  readonly keadaan: KeadaanUndangan;
  readonly berakhir: Date;
}

export function masihTerbuka({ keadaan, berakhir }: Jawaban, kini: Date): boolean {
  return (keadaan === 'menunggu' || keadaan === 'disetujui') && kini < berakhir;
}

/** What the holder's consent brings about. */
export type LangkahTerima = 'beri' | 'setujui' | 'buktikan';

/**
 * A proven mailbox: the role, at once. Otherwise the account may belong to whoever once handed its link over: with a mail server the
 * holder proves the mailbox first, without one the consent waits for a link by the inviting agency.
 */
export function langkahTerima({ surelTerbukti, lewatSurat }: { surelTerbukti: boolean; lewatSurat: boolean }): LangkahTerima {
  if (surelTerbukti) return 'beri';
  return lewatSurat ? 'buktikan' : 'setujui';
}

/** The agency hands over a link only after the holder agreed, and never where mail can prove the mailbox. */
export function bolehSerahkan(undangan: Jawaban, lewatSurat: boolean, kini: Date): boolean {
  return !lewatSurat && undangan.keadaan === 'disetujui' && masihTerbuka(undangan, kini);
}
