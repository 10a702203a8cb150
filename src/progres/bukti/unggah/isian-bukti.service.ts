import { Injectable } from '@nestjs/common';
import { GalatPengguna, GalatTidakBerhak } from '../../../shared/galat';
import { GalatIsian, type GalatMedan, type Ketikan } from '../../../shared/isian';
import { bacaTanggal } from '../../../shared/tanggal-isian';
import { tautanLuar } from '../../../shared/tampilan/tautan';
import { Penyimpanan } from '../../../storage/penyimpanan';
import type { TempatLapor } from '../../lapor/tempat-lapor';
import { buangBerkas, namaTampil, type BerkasFormulir } from './baca-formulir';
import { BuktiLaporanQuery, type BuktiTersimpan } from './bukti-laporan.query';
import { BuktiLaporanService, type CaraUnggah, type KeteranganBukti } from './bukti-laporan.service';
import { bacaMedanBukti, bacaMedanSasaran, medanBukti, type IsianBukti, type SasaranBukti } from './medan-bukti';

const TAUTAN_TERPANJANG = 2000;
const KETERANGAN_TERPANJANG = 500;
const KENDALI = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** What became of a form: each field stands for itself, and what is right stays whatever is wrong beside it. */
export interface HasilIsianBukti {
  readonly berkas: number;
  readonly tautan: number;
  readonly diubah: number;
  readonly galat: readonly GalatMedan[];
}

/** The fields of the evidence in a form of a report: new files and links, dates and descriptions of those that are there. */
@Injectable()
export class IsianBuktiService {
  constructor(
    private readonly bukti: BuktiLaporanService,
    private readonly query: BuktiLaporanQuery,
    private readonly penyimpanan: Penyimpanan,
  ) {}

  /** Files that came with a form, one after the other: each is kept or refused by itself, and of a refused one nothing stays. */
  async terimaBerkas(tempat: TempatLapor, berkas: readonly BerkasFormulir[], cara: CaraUnggah): Promise<HasilIsianBukti> {
    const galat: GalatMedan[] = [];
    const sisa = [...berkas];
    try {
      for (const b of berkas) {
        const pesan = await keluhan(() => this.bukti.tambahBerkas(tempat, b.sasaran, b, cara));
        sisa.shift();
        if (pesan === null) continue;
        await buangBerkas(this.penyimpanan, [b]);
        galat.push({ medan: b.medan, pesan: sebut(namaTampil(b.nama), pesan) });
      }
    } catch (salah) {
      await buangBerkas(this.penyimpanan, sisa);
      throw salah;
    }
    return { berkas: berkas.length - galat.length, tautan: 0, diubah: 0, galat };
  }

  /** Whatever in the form belongs to the evidence; other fields are none of its business. Every fault by its field. */
  async terapkan(tempat: TempatLapor, ketikan: Ketikan): Promise<HasilIsianBukti> {
    const galat: GalatMedan[] = [];
    let [tautan, diubah] = [0, 0];
    for (const [medan, nilai] of Object.entries(ketikan)) {
      const s = bacaMedanSasaran(medan);
      if (s?.cara !== 'tautan' || nilai === '') continue;
      const pesan = await keluhan(() => this.tautan(tempat, s, nilai));
      if (pesan === null) tautan += 1;
      else galat.push({ medan, pesan });
    }
    const ada = tempat.laporan ? await this.query.berlaku(tempat.laporan.id) : [];
    for (const b of ada) {
      const { baru, salah } = bacaKeterangan(tempat, b, ketikan);
      galat.push(...salah);
      if (Object.keys(baru).length === 0) continue;
      const pesan = await keluhan(async () => {
        if (await this.bukti.ubah(tempat, b.id, baru)) diubah += 1;
      });
      if (pesan !== null) galat.push({ medan: medanBukti(b.id, 'keterangan'), pesan });
    }
    return { berkas: 0, tautan, diubah, galat };
  }

  private async tautan(tempat: TempatLapor, sasaran: SasaranBukti, tertulis: string): Promise<void> {
    if (tertulis.length > TAUTAN_TERPANJANG)
      throw new GalatPengguna(`Tautan ini terlalu panjang; paling banyak ${TAUTAN_TERPANJANG} huruf`);
    const url = KENDALI.test(tertulis) || /\s/.test(tertulis) ? null : tautanLuar(tertulis);
    if (url === null) throw new GalatPengguna('Tuliskan alamat lengkapnya, misalnya https://jdih.instansi.go.id/peraturan-3');
    const { username, password } = new URL(url);
    if (username !== '' || password !== '') throw new GalatPengguna('Hapus nama pengguna dan kata sandi dari tautan ini');
    await this.bukti.tambahTautan(tempat, sasaran, url);
  }
}

export function gabungHasil(...hasil: readonly HasilIsianBukti[]): HasilIsianBukti {
  const jumlah = (n: 'berkas' | 'tautan' | 'diubah') => hasil.reduce((a, h) => a + h[n], 0);
  return { berkas: jumlah('berkas'), tautan: jumlah('tautan'), diubah: jumlah('diubah'), galat: hasil.flatMap((h) => h.galat) };
}

/** What happened, in a sentence; null when nothing did. */
export function kabarBukti({ berkas, tautan, diubah }: HasilIsianBukti): string | null {
  const bagian = [
    ...(berkas > 0 ? [`${berkas} berkas tersimpan sebagai bukti`] : []),
    ...(tautan > 0 ? [`${tautan} tautan ditambahkan`] : []),
    ...(diubah > 0 ? [`keterangan ${diubah} bukti diperbarui`] : []),
  ];
  const kalimat = bagian.join(', ');
  return kalimat === '' ? null : `${kalimat.charAt(0).toUpperCase()}${kalimat.slice(1)}.`;
}

/** Only what the form says and what differs from what is there. */
function bacaKeterangan(
  { hariIni }: TempatLapor,
  lama: BuktiTersimpan,
  ketikan: Ketikan,
): { readonly baru: Partial<KeteranganBukti>; readonly salah: readonly GalatMedan[] } {
  const baru: { -readonly [N in keyof KeteranganBukti]?: KeteranganBukti[N] } = {};
  const salah: GalatMedan[] = [];
  const tolak = (isian: IsianBukti, pesan: string) =>
    salah.push({ medan: medanBukti(lama.id, isian), pesan: `${lama.nama}: ${pesan}` });
  for (const [medan, nilai] of Object.entries(ketikan)) {
    const m = bacaMedanBukti(medan);
    if (m?.id !== lama.id) continue;
    if (KENDALI.test(nilai) || !nilai.isWellFormed()) tolak(m.isian, 'hapus huruf yang tidak terbaca');
    else if (m.isian === 'keterangan') {
      if (nilai.length > KETERANGAN_TERPANJANG)
        tolak('keterangan', `persingkat keterangannya; paling banyak ${KETERANGAN_TERPANJANG} huruf`);
      else if (nilai !== (lama.keterangan ?? '')) baru.keterangan = nilai || null;
    } else if (m.isian === 'tempat') {
      if (nilai !== '' && !/^\d{1,4}$/.test(nilai)) tolak('tempat', 'pilih bukti yang diharapkan dari daftarnya');
      else if ((nilai === '' ? null : Number(nilai)) !== lama.diharapkan) baru.diharapkan = nilai === '' ? null : Number(nilai);
    } else {
      const tanggal = nilai === '' ? null : bacaTanggal(nilai);
      if (nilai !== '' && tanggal === null)
        tolak('tanggal', 'tuliskan tanggal kegiatannya, misalnya 8 Mei 2024, atau bulannya saja, Mei 2024');
      else if (tanggal !== null && tanggal > hariIni.slice(0, tanggal.length))
        tolak('tanggal', 'tanggal kegiatannya belum tiba; periksa tahunnya');
      else if (tanggal !== lama.tanggal) baru.tanggal = tanggal;
    }
  }
  return { baru, salah };
}

/** A mistake of the person or the input as the sentence for its field; null when there was none. */
async function keluhan(kerja: () => Promise<unknown>): Promise<string | null> {
  try {
    await kerja();
    return null;
  } catch (galat) {
    if (galat instanceof GalatIsian) return galat.daftar[0]?.pesan ?? galat.message;
    if (!(galat instanceof GalatPengguna) || galat instanceof GalatTidakBerhak) throw galat;
    return galat.message.replace(/\.$/, '');
  }
}

/** The file is named once. */
function sebut(nama: string, pesan: string): string {
  return pesan.includes(nama) ? pesan : `${nama}: ${pesan}`;
}
