import type { Ketikan } from '../shared/isian';
import type { PrioritasTersusun } from '../rtl/susun/susunan';
import { judulBaku, type AcuanPrioritas, type IsiPrioritas } from './pilihan.rules';
import type { PrioritasDto } from './prioritas.dto';

/** kode of the ticked unsur: fields `unsur.1`, `unsur.2` … hold them. */
export function unsurKetikan(ketikan: Ketikan): string[] {
  const kode = Object.entries(ketikan).flatMap(([nama, nilai]) => (/^unsur\.\d{1,3}$/.test(nama) && nilai !== '' ? [nilai] : []));
  return [...new Set(kode)];
}

/** What the form of a prioritas shows of one. */
export function ketikanPrioritas(p: PrioritasTersusun): Ketikan {
  return {
    judul: p.judul,
    program: p.program ?? '',
    asal: p.asal ?? (p.unsur.length > 0 ? 'unsur' : 'bebas'),
    alasan: p.alasan ?? '',
    ...Object.fromEntries(p.unsur.map((u, i) => [`unsur.${i + 1}`, u])),
  };
}

/** An unsur makes it one of an unsur, unless it is what respondents suggested; without a title it has the unsur's names. */
export function isiPrioritas(
  { judul, asal, program, alasan }: PrioritasDto,
  ketikan: Ketikan,
  nama: AcuanPrioritas['unsur'],
): IsiPrioritas {
  // prettier-ignore
  const unsur = unsurKetikan(ketikan);
  return {
    judul: judul || judulBaku(unsur, nama),
    program: program || null,
    unsur,
    asal: asal === 'saran' ? 'saran' : unsur.length > 0 || asal === 'unsur' ? 'unsur' : 'bebas',
    alasan: alasan || null,
  };
}
