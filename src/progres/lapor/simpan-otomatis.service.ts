import { Injectable } from '@nestjs/common';
import { GalatPengguna } from '../../shared/galat';
import { waktuIndonesia } from '../../shared/tanggal';
import { sidikNilai } from './formulir-lapor';
import { IsianService, type IsianKini, type IsianKiriman } from './isian.service';
import { adalahMedan } from './medan-laporan';
import type { TempatLapor } from './tempat-lapor';

/** What the script of the form is told after one field. */
export interface JawabanSimpan {
  readonly keadaan: 'tersimpan' | 'konflik';
  readonly versi: number;
  /** as `semula:…` in the form */
  readonly semula: string;
  /** when the server wrote it, in the agency's zone */
  readonly waktu: string;
  /** of a conflict: what stands there, and who wrote it */
  readonly nilai: string | null;
  readonly oleh: string | null;
}

@Injectable()
export class SimpanOtomatis {
  constructor(private readonly isian: IsianService) {}

  /** One field. @throws {GalatPengguna} for what no form of ours sends, and as `IsianService.simpan` */
  async simpan(tempat: TempatLapor, badan: unknown): Promise<JawabanSimpan> {
    const { tersimpan, bentrok } = await this.isian.simpan(tempat, [bacaKiriman(badan)]);
    const [satu] = tersimpan;
    if (satu) return { keadaan: 'tersimpan', ...this.tentang(tempat, satu), nilai: null, oleh: null };
    const [konflik] = bentrok;
    if (!konflik) throw new Error('Isian tidak tersimpan dan tidak bentrok');
    return { keadaan: 'konflik', ...this.tentang(tempat, konflik.kini), nilai: konflik.kini.nilai, oleh: konflik.kini.olehNama };
  }

  private tentang(
    { instansi }: TempatLapor,
    { versi, nilai, pada }: IsianKini,
  ): Pick<JawabanSimpan, 'versi' | 'semula' | 'waktu'> {
    return { versi, semula: sidikNilai(nilai), waktu: waktuIndonesia(instansi.zonaWaktu, pada) };
  }
}

function bacaKiriman(badan: unknown): IsianKiriman {
  const isi = (typeof badan === 'object' && badan !== null ? badan : {}) as Record<string, unknown>;
  const { bagian, medan, nilai, versi } = isi;
  const sah = typeof bagian === 'string' && typeof medan === 'string' && adalahMedan(bagian, medan);
  if (!sah || typeof nilai !== 'string' || typeof versi !== 'number' || !Number.isInteger(versi) || versi < 0 || versi > 1e9)
    throw new GalatPengguna('Isian ini tidak dikenal. Muat ulang halamannya.');
  return { bagian, medan, nilai, versi };
}
