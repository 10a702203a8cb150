import { createHash } from 'node:crypto';
import { bacaPeriode, kodePeriode, namaPeriode, type KodePeriode } from '../../shared/periode';
import { jadwalRinci } from '../jadwal.rules';
import type { PenanggungJawab } from '../rtl.rules';
import type { IsiKegiatan, MedanKegiatan } from '../susun/isi-kegiatan.rules';
import type { RencanaTersusun } from '../susun/susunan';
import type { Acuan } from '../susun/susunan.query';
import { labelUnit } from './acuan-uji';
import type { BarisTabel } from './baris.rules';
import { teksBukti } from './bukti-teks.rules';
import type { JenisKolom } from './kolom.rules';

/** What a cell of the workbook says, and the page that shows old and new. */
export class PenulisTeks {
  private readonly unit: ReadonlyMap<string, string>;
  private readonly prioritas: ReadonlyMap<string, string>;

  constructor(
    private readonly rencana: Pick<RencanaTersusun, 'prioritas' | 'satuanJadwal'>,
    acuan: Pick<Acuan, 'daftarUnit'>,
    prioritasBaru: ReadonlyMap<string, string> = new Map(),
  ) {
    this.unit = new Map(acuan.daftarUnit.map((u) => [u.kode, labelUnit(u)]));
    this.prioritas = new Map([...rencana.prioritas.map((p) => [p.id, labelPrioritas(p)] as const), ...prioritasBaru]);
  }

  pj(p: PenanggungJawab): string {
    return 'unit' in p ? (this.unit.get(p.unit) ?? p.unit) : p.kelompok;
  }

  medan(isi: IsiKegiatan, medan: MedanKegiatan): string {
    switch (medan) {
      case 'prioritas':
        return this.prioritas.get(isi.prioritasId) ?? '';
      case 'unsur':
        return (isi.unsur ?? []).join(', ');
      case 'penanggungJawab':
        return isi.penanggungJawab.map((p) => this.pj(p)).join('; ');
      case 'jadwal':
        return isi.jadwal.map(namaKode).join(', ');
      case 'buktiDiharapkan':
        return teksBukti(isi.buktiDiharapkan);
      case 'uraian':
      case 'keluaran':
      case 'indikator':
      case 'survei':
        return isi[medan] ?? '';
    }
  }

  /** The cells of a row of the workbook, but for its id. */
  baris(kode: string, isi: IsiKegiatan): { sel: Map<JenisKolom, string>; centang: KodePeriode[] } {
    const [utama, ...pendukung] = isi.penanggungJawab;
    const sel = new Map<JenisKolom, string>([
      ['kode', kode],
      ['prioritas', this.medan(isi, 'prioritas')],
      ['uraian', isi.uraian],
      ['unsur', this.medan(isi, 'unsur')],
      ['keluaran', isi.keluaran ?? ''],
      ['indikator', isi.indikator ?? ''],
      ['pj', utama ? this.pj(utama) : ''],
      ['pjPendukung', pendukung.map((p) => this.pj(p)).join('; ')],
      ['survei', isi.survei ?? ''],
      ['bukti', this.medan(isi, 'buktiDiharapkan')],
      ['batalkan', ''],
    ]);
    return { sel, centang: rinci(isi.jadwal, this.rencana.satuanJadwal) };
  }
}

/** A schedule in the periods of the columns. */
export function rinci(jadwal: readonly KodePeriode[], satuan: RencanaTersusun['satuanJadwal']): KodePeriode[] {
  return jadwalRinci(jadwal, satuan).map(kodePeriode);
}

export const labelPrioritas = ({ no, judul }: { no: number; judul: string }): string => `${no}. ${judul}`;

function namaKode(kode: KodePeriode): string {
  const p = bacaPeriode(kode);
  return p ? namaPeriode(p) : kode;
}

/** What a row said when it was downloaded: whoever did not touch it is not asked about what others did to it since. */
export function sidikBaris({ isi, centang }: Pick<BarisTabel, 'isi' | 'centang'>): string {
  const sel = [...isi].filter(([jenis, teks]) => jenis !== 'id' && teks !== '').sort(([a], [b]) => (a < b ? -1 : 1));
  const teks = JSON.stringify([sel.map(([jenis, t]) => [jenis, t.replace(/\s+/g, ' ').trim()]), [...(centang ?? [])].sort()]);
  return createHash('sha256').update(teks).digest('base64url').slice(0, 12);
}

/** The hidden cell of a row: which kegiatan, at which version, and what it said. */
export interface IdBaris {
  readonly id: string;
  readonly versi: number;
  readonly sidik: string;
}

export const tulisId = ({ id, versi, sidik }: IdBaris): string => `${id}/${versi}/${sidik}`;

export function bacaId(teks: string): IdBaris | null {
  const m = /^([0-9a-f-]{36})\/(\d{1,9})\/([\w-]{12})$/.exec(teks.trim());
  return m ? { id: m[1] ?? '', versi: Number(m[2]), sidik: m[3] ?? '' } : null;
}
