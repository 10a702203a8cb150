import type { BentukPeristiwa } from '../../audit/peristiwa';
import type { IsiKegiatan } from './isi-kegiatan.rules';

/** A kegiatan as the audit keeps it. @param no of its prioritas */
export function kegiatanAudit(kode: string, no: number, isi: IsiKegiatan): BentukPeristiwa<'kegiatan.buat'>['sesudah'] {
  return {
    kode,
    prioritas: no,
    uraian: isi.uraian,
    unsur: isi.unsur,
    survei: isi.survei,
    jadwal: isi.jadwal,
    penanggungJawab: isi.penanggungJawab.map((p) => ('unit' in p ? p.unit : `kelompok ${p.kelompok}`)),
    keluaran: isi.keluaran,
    indikator: isi.indikator,
    buktiDiharapkan: isi.buktiDiharapkan.map((b) => `${b.periode ?? 'setiap periode'}: ${b.jenis}, ${b.uraian}`),
  };
}
