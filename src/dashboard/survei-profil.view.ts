import { teksBilangan, teksIndonesia } from '../shared/desimal';
import { letak } from '../shared/tampilan/bagan';
import { CIRI_PROFIL, TIDAK_DIISI } from '../survei/nilai-profil.rules';
import type { AturanProfilBerlaku } from '../survei/profil/aturan-profil.query';
import { NAMA_CIRI, profilCiri } from '../survei/profil.rules';
import type { Survei } from '../survei/survei.rules';
import type { UraianSurvei } from '../survei/uraian.query';
import { posisi, TIADA } from './angka.view';

export interface ProfilView {
  readonly judul: string;
  readonly keterangan: string;
  readonly ciri: readonly {
    readonly nama: string;
    readonly total: string;
    readonly catatan: string | null;
    readonly baris: readonly { nama: string; jumlah: string; persen: string; lebar: string; kosong: boolean }[];
  }[];
}

/** Who answered, each ciri with its shares; null when nothing about the respondents was given. */
export function profilView(survei: Survei, uraian: UraianSurvei, { aturan, versi }: AturanProfilBerlaku): ProfilView | null {
  const n = survei.jumlahResponden;
  // Services have a section of their own where their answers are known too.
  const dipakai = CIRI_PROFIL.filter((c) => uraian.profil.has(c) && !(c === 'layanan' && uraian.layanan.length > 0));
  if (dipakai.length === 0) return null;
  const ciri = dipakai.map((c) => {
    const { kelompok, total, genap } = profilCiri(c, uraian.profil.get(c) ?? [], aturan, n);
    return {
      nama: NAMA_CIRI[c],
      total: teksBilangan(total),
      catatan: genap ? null : `Berjumlah ${teksBilangan(total)}, sedangkan responden ${teksBilangan(n ?? 0)}.`,
      baris: kelompok.map((k) => ({
        nama: k.kelompok,
        jumlah: teksBilangan(k.jumlah),
        persen: k.persen ? `${teksIndonesia(k.persen)}%` : TIADA,
        lebar: k.persen ? letak(posisi(k.persen), 0) : '0%',
        kosong: k.kelompok === TIDAK_DIISI,
      })),
    };
  });
  const genap = ciri.every((c) => c.catatan === null);
  return {
    judul: n === undefined ? 'Profil responden' : `Profil ${teksBilangan(n)} responden`,
    keterangan: [
      genap && n !== undefined ? `Tiap ciri berjumlah ${teksBilangan(n)}; yang tidak mengisi terhitung sebagai kelompok.` : null,
      `Kelompok menurut ${versi === 0 ? 'baku' : `pengaturan instansi versi ${versi}`}.`,
    ]
      .filter(Boolean)
      .join(' '),
    ciri,
  };
}
