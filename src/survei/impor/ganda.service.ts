import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Transaksi } from '../../database/transaksi';
import { GalatPengguna } from '../../shared/galat';
import { Penyimpanan } from '../../storage/penyimpanan';
import { kunciSurvei } from '../kunci-survei';
import type { BlokRespons, RingkasanOlahan } from '../respons/respons.rules';
import { ImporResponsEntity } from './impor-respons.entity';
import { adaBerkas, sasaranImpor, tolak } from './impor-respons.service';
import { halanganImpor, type RingkasanImpor } from './impor.rules';
import { bacaSiapan, kelompokBaris, pecahBaris } from './siapan';
import { PenyiapRespons } from './siapkan-respons';
import type { TempatSurvei } from './tempat-impor';

/** Submissions that say the same: the first of them, and the others. */
export interface KelompokGanda {
  readonly pertama: number;
  readonly lain: readonly number[];
}

export function kelompokGanda({ ganda }: Pick<RingkasanOlahan, 'ganda'>): KelompokGanda[] {
  const per = new Map<number, number[]>();
  for (const { baris, samaDengan } of ganda) per.set(samaDengan, [...(per.get(samaDengan) ?? []), baris]);
  return [...per].map(([pertama, lain]) => ({ pertama, lain }));
}

/** Prepared answers without the lines that were left out. */
interface Saringan {
  readonly ringkasan: RingkasanImpor;
  readonly sidik: string;
  readonly kunci: string;
}

@Injectable()
export class GandaService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly penyimpanan: Penyimpanan,
    private readonly audit: AuditService,
  ) {}

  /**
   * Leaves lines out of the prepared answers: what is shown afterwards, with a hash of its own, is what will be applied. They come in
   * again when the file is read again.
   * @param keluar lines to leave out; only lines that were pointed out as double
   * @throws {GalatPengguna} when there are none of these
   */
  async saring(t: TempatSurvei, impor: ImporResponsEntity, keluar: readonly number[]): Promise<void> {
    tolak(halanganImpor('saringGanda', impor, t.sekarang));
    const { ringkasan } = impor;
    if (!ringkasan) return;
    const dikenal = new Set(ringkasan.ganda.map((g) => g.baris));
    const mau = new Set(keluar.filter((b) => dikenal.has(b)));
    if (mau.size === 0) throw new GalatPengguna('Pilih dahulu baris ganda yang dikeluarkan.');
    const lama = adaBerkas(impor.kunciSiap);
    const baru = await this.tanpa(lama, ringkasan, mau);
    let tercatat = false;
    try {
      tercatat = await this.catat(t, impor, lama, baru);
      if (tercatat) await this.penyimpanan.tetapkan(baru.kunci);
    } finally {
      await this.penyimpanan.hapus(tercatat ? lama : baru.kunci);
    }
  }

  /** @returns false when another act came first */
  private catat(t: TempatSurvei, impor: ImporResponsEntity, lama: string, baru: Saringan): Promise<boolean> {
    return this.transaksi.jalankan(async (manager) => {
      await kunciSurvei(manager, t, t.survei.kode, 'ubah');
      const { affected } = await manager.update(
        ImporResponsEntity,
        { id: impor.id, keadaan: 'siap', kunciSiap: lama },
        { ringkasan: baru.ringkasan, sidik: baru.sidik, kunciSiap: baru.kunci },
      );
      if (affected !== 1) return false;
      await this.audit.catat('survei.impor.saring', {
        ...sasaranImpor(t, impor),
        sebelum: { jumlah: impor.ringkasan?.n ?? 0 },
        sesudah: { jumlah: baru.ringkasan.n, dikeluarkan: baru.ringkasan.dikeluarkan.length },
      });
      return true;
    });
  }

  private async tanpa(kunci: string, ringkasan: RingkasanImpor, keluar: ReadonlySet<number>): Promise<Saringan> {
    const aliran = await this.penyimpanan.bukaAliran(kunci);
    if (!aliran) adaBerkas(null);
    const tujuan = await this.penyimpanan.tampung();
    try {
      const penyiap = new PenyiapRespons(ringkasan.pertanyaan, (isi) => tujuan.tulis(isi));
      const dikeluarkan = new Set(ringkasan.dikeluarkan);
      for await (const baris of aliran ? kelompokBaris(aliran, 1024 * 1024) : []) {
        for (const teks of pecahBaris(baris)) {
          const blok = bacaSiapan(teks);
          blok.baris.forEach((b) => keluar.has(b) && dikeluarkan.add(b));
          const sisa = saringBlok(blok, (b) => !keluar.has(b));
          if (sisa.n > 0) await penyiap.tambah(sisa);
        }
      }
      const angka = await penyiap.selesai();
      const siap = await tujuan.selesai();
      return {
        ringkasan: { ...ringkasan, ...angka, diterima: angka.n, dikeluarkan: [...dikeluarkan].sort((a, b) => a - b) },
        sidik: siap.sha256,
        kunci: siap.kunci,
      };
    } catch (galat) {
      await tujuan.buang();
      throw galat;
    }
  }
}

/** The respondents of a block whose line passes. */
export function saringBlok(b: BlokRespons, lulus: (baris: number) => boolean): BlokRespons {
  const ambil = b.baris.map(lulus);
  if (ambil.every(Boolean)) return b;
  const saring = <T>(isi: readonly T[]): T[] => isi.filter((_, i) => ambil[i]);
  const boleh = <T>(isi: readonly T[] | null): T[] | null => isi && saring(isi);
  const baris = saring(b.baris);
  return {
    n: baris.length,
    baris,
    jawaban: saring(b.jawaban),
    kepentingan: boleh(b.kepentingan),
    layanan: boleh(b.layanan),
    tanggal: boleh(b.tanggal),
    usia: boleh(b.usia),
    jenisKelamin: boleh(b.jenisKelamin),
    pendidikan: boleh(b.pendidikan),
    pekerjaan: boleh(b.pekerjaan),
    saran: boleh(b.saran),
    lain: b.lain && Object.fromEntries(Object.entries(b.lain).map(([nama, isi]) => [nama, saring(isi)])),
  };
}
