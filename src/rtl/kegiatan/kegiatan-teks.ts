import { bacaPeriode, namaPeriode } from '../../shared/periode';
import type { PenanggungJawab } from '../rtl.rules';
import type { IsiKegiatan, MedanKegiatan } from '../susun/isi-kegiatan.rules';
import type { RencanaTersusun } from '../susun/susunan';
import type { Acuan } from '../susun/susunan.query';

export const NAMA_MEDAN: Readonly<Record<MedanKegiatan, string>> = {
  prioritas: 'Prioritas',
  uraian: 'Kegiatan',
  unsur: 'Unsur',
  keluaran: 'Keluaran',
  indikator: 'Indikator',
  penanggungJawab: 'Penanggung jawab',
  jadwal: 'Jadwal',
  buktiDiharapkan: 'Bukti yang diharapkan',
  survei: 'Survei',
};

export const NAMA_BUKTI = { tautan: 'Tautan', foto: 'Foto', dokumen: 'Dokumen' } as const;

export function namaPj(p: PenanggungJawab, { daftarUnit }: Pick<Acuan, 'daftarUnit'>): string {
  return 'kelompok' in p ? p.kelompok : (daftarUnit.find((u) => u.kode === p.unit)?.nama ?? p.unit);
}

export function namaJadwal(kode: string): string {
  const p = bacaPeriode(kode);
  return p ? namaPeriode(p) : kode;
}

/** One part of a kegiatan in words. */
export function teksMedan(isi: IsiKegiatan, medan: MedanKegiatan, rencana: RencanaTersusun, acuan: Acuan): string {
  switch (medan) {
    case 'prioritas': {
      const p = rencana.prioritas.find((x) => x.id === isi.prioritasId);
      return p ? `${p.no}. ${p.judul}` : 'prioritas yang sudah tidak ada';
    }
    case 'uraian':
      return isi.uraian;
    case 'unsur':
      return isi.unsur === null ? 'semua unsur prioritasnya' : isi.unsur.join(', ');
    case 'keluaran':
    case 'indikator':
    case 'survei':
      return isi[medan] ?? 'kosong';
    case 'penanggungJawab':
      return isi.penanggungJawab.map((p) => namaPj(p, acuan)).join('; ') || 'kosong';
    case 'jadwal':
      return isi.jadwal.map(namaJadwal).join(', ') || 'tanpa jadwal';
    case 'buktiDiharapkan':
      return (
        isi.buktiDiharapkan
          .map((b) => `${NAMA_BUKTI[b.jenis]}: ${b.uraian}${b.periode === undefined ? '' : ` (${namaJadwal(b.periode)})`}`)
          .join('; ') || 'kosong'
      );
  }
}
