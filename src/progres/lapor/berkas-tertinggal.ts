import type { GalatMedan, Ketikan } from '../../shared/isian';
import { bacaMedanSasaran } from '../bukti/unggah/medan-bukti';

/** Files that were chosen, but that a form without files left behind: it sends their names alone. */
export function berkasTertinggal(ketikan: Ketikan): GalatMedan[] {
  return Object.entries(ketikan).flatMap(([medan, nama]): GalatMedan[] =>
    nama !== '' && bacaMedanSasaran(medan)?.cara === 'berkas'
      ? [{ medan, pesan: `${nama} belum terunggah; pilih lagi berkasnya, lalu tekan Simpan bukti` }]
      : [],
  );
}
