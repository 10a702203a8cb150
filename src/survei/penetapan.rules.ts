import type { Instrumen } from '../instrumen/instrumen.rules';
import type { HasilSurvei } from './skor.rules';
import { adaHasil, type Survei } from './survei.rules';
import { periksaSurvei } from './temuan-survei.rules';
import { urutkanTemuan, type KodeTemuan, type Temuan } from './temuan.rules';

/** What a confirmed survey must not carry unexplained: these need a reason, which the history keeps. */
const MENGHALANGI: ReadonlySet<KodeTemuan> = new Set(['unsur-tidak-lengkap', 'profil-tidak-sesuai', 'tanggal-janggal']);

export interface PemeriksaanPenetapan {
  /** galat first */
  readonly temuan: readonly Temuan[];
  /** why it cannot be confirmed at all; null when it can, if need be with a reason */
  readonly halangan: string | null;
  /** codes of the galat that a reason waives */
  readonly perluAlasan: readonly KodeTemuan[];
}

/** The checks of a survey as they weigh on its confirmation: what the index stands or falls with is a galat here. */
export function periksaPenetapan(survei: Survei, instrumen: Instrumen, hasil: HasilSurvei): PemeriksaanPenetapan {
  const mutuBerbeda = Boolean(hasil.terbit?.mutu && hasil.mutu && hasil.terbit.mutu !== hasil.mutu.mutu);
  const temuan = periksaSurvei(survei, instrumen, hasil).map((t): Temuan => {
    const berat = MENGHALANGI.has(t.kode) || (t.kode === 'terbit-berbeda' && mutuBerbeda);
    return berat ? { ...t, tingkat: 'galat' } : t;
  });
  const kosong = !adaHasil(survei) || (survei.tingkat !== 'terbit' && hasil.unsur.length === 0 && hasil.terbit === null);
  return {
    temuan: urutkanTemuan(temuan),
    halangan: kosong ? 'Survei ini belum memuat hasil. Isi hasilnya dahulu, atau paling sedikit angka terbitnya.' : null,
    perluAlasan: [...new Set(temuan.filter((t) => t.tingkat === 'galat').map((t) => t.kode))],
  };
}
