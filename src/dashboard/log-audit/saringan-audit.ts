import { TANPA_PENGGUNA, type SaringanAudit } from '../../audit/audit.query';
import { teksKueri } from '../../shared/tampilan/tautan';
import { tanggalLengkap } from '../../shared/tanggal';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PERISTIWA = /^[a-z_]{1,40}\.[a-z_]{1,40}$/;

/** The filter that the address carries; what can match nothing that exists is no filter, and named in `diabaikan`. */
export function bacaSaringanAudit(kueri: Readonly<Record<string, unknown>>): {
  saringan: SaringanAudit;
  diabaikan: readonly string[];
} {
  const diabaikan: string[] = [];
  const baca = (nama: string, sebutan: string, sah: (teks: string) => boolean): string => {
    const teks = teksKueri(kueri[nama]);
    if (teks === '' || sah(teks)) return teks;
    diabaikan.push(sebutan);
    return '';
  };
  const saringan = {
    oleh: baca('oleh', 'pelaku', (t) => t === TANPA_PENGGUNA || UUID.test(t)),
    peristiwa: baca('peristiwa', 'peristiwa', (t) => PERISTIWA.test(t)),
    dari: baca('dari', 'tanggal awal', tanggalLengkap),
    sampai: baca('sampai', 'tanggal akhir', tanggalLengkap),
  };
  return { saringan, diabaikan };
}
